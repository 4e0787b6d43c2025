"""Signing in, up, saving and submitting at the same moment, each on a connection of its own."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from pytest_django import Settings

from interview.accounts.models import Person, User
from interview.accounts.people import PersonGone
from interview.domain.claims import claim_guest
from interview.domain.drafts import Save, save_draft
from interview.domain.practice import Submission, submit
from interview.models import Attempt, Draft
from tests.conftest import HtmlClient
from tests.factories import form_of, make_attempt, make_question, person_id_of
from tests.interview.accounts.signing import EMAIL, copy_of, make_user, sign_in, sign_up
from tests.interview.accounts.working import draft, drafts_of, person_of, texts_of
from tests.interview.test_parallel import at_once

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = "/questions/demo/probes/"
TABS = 20


@pytest.fixture(autouse=True)
def without_limits(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = False
    cache.clear()


def signing_in(browser: HtmlClient, email: str = EMAIL) -> Callable[[], Any]:
    tab = copy_of(browser)
    return lambda: sign_in(tab, email)


@pytest.mark.parametrize("has_person", [True, False])
def test_twenty_sign_ins_claim_once(has_person: bool, candidate: HtmlClient) -> None:
    user, question = make_user(EMAIL), make_question()
    if has_person:
        draft(Person.objects.create(user=user).pk, question, "of the user")
    make_attempt(person_id_of(candidate), question, "answer of the guest")
    draft(person_id_of(candidate), make_question("second", position=2), "of the guest")

    responses = at_once(*(signing_in(candidate) for _ in range(TABS)))

    assert {(response.status_code, response.url) for response in responses} == {(302, "/questions/")}
    person = person_of(EMAIL)
    assert (Person.objects.count(), texts_of(person)) == (1, ["answer of the guest"])
    expected = [("practice", "of the guest")] + [("practice", "of the user")] * has_person
    assert sorted(drafts_of(person)) == expected


def test_twenty_people_with_one_cookie_claim_once(candidate: HtmlClient) -> None:
    make_attempt(person_id_of(candidate), make_question(), "answer of the guest")
    emails = [f"user-{n}@viva.test" for n in range(TABS)]
    for email in emails:
        make_user(email)

    responses = at_once(*(signing_in(candidate, email) for email in emails))

    assert {response.status_code for response in responses} == {302}
    assert Attempt.objects.get().person.user is not None
    assert Person.objects.count() == 1


def test_twenty_guests_of_one_user_are_all_claimed(db: None) -> None:
    user, question = make_user(EMAIL), make_question()
    guests = [Person.objects.create() for _ in range(TABS)]
    for number, guest in enumerate(guests):
        draft(guest.pk, question, f"draft {number:02}")
        make_attempt(guest.pk, make_question(f"q-{number}", position=number + 2), f"answer {number}")

    at_once(*(lambda guest=guest: claim_guest(guest.pk, user) for guest in guests))

    person = person_of(EMAIL)
    assert (Person.objects.count(), person.attempts.count()) == (1, TABS)
    everything = "\n\n".join(text for _, text in drafts_of(person))
    assert sorted(everything.split("\n\n")) == [f"draft {number:02}" for number in range(TABS)]


def test_twenty_sign_ups_with_one_address_make_one_account(candidate: HtmlClient) -> None:
    make_attempt(person_id_of(candidate), make_question(), "answer of the guest")

    tabs = [copy_of(candidate) for _ in range(TABS)]
    responses = at_once(*(lambda tab=tab: sign_up(tab) for tab in tabs))

    assert {response.status_code for response in responses} <= {302, 422}
    assert (User.objects.count(), Person.objects.count()) == (1, 1)
    assert texts_of(person_of(EMAIL)) == ["answer of the guest"]


@pytest.mark.parametrize("round_number", range(3))
def test_saves_beside_a_claim_are_kept_or_refused(round_number: int, db: None) -> None:
    """What was acknowledged is the user's afterwards."""
    user, question = make_user(EMAIL), make_question()
    guest = Person.objects.create()
    Person.objects.create(user=user)
    questions = [make_question(f"q-{number}", position=number + 2) for number in range(10)]

    def save(number: int) -> str | None:
        try:
            draft(guest.pk, questions[number], f"draft {number}")
        except PersonGone:
            return None
        return f"draft {number}"

    def answer(number: int) -> str | None:
        submission = Submission(f"answer {number}", form_of(question)["writer"], 0, 1, "en")
        try:
            return submit(guest.pk, questions[number].current, submission).text
        except PersonGone:
            return None

    def claim() -> None:
        claim_guest(guest.pk, user)

    saves = [lambda number=number: save(number) for number in range(5)]
    answers = [lambda number=number: answer(number) for number in range(5, 10)]
    *acknowledged, _ = at_once(*saves, *answers, claim)

    person = person_of(EMAIL)
    stored = [text for _, text in drafts_of(person)] + texts_of(person)
    assert sorted(stored) == sorted(filter(None, acknowledged))
    assert (Draft.objects.exclude(person=person).count(), Attempt.objects.exclude(person=person).count()) == (0, 0)


def test_guest_who_is_gone_cannot_save(db: None) -> None:
    question, gone = make_question(), Person.objects.create()
    Person.objects.all().delete()

    with pytest.raises(PersonGone):
        save_draft(gone.pk, question.current.pk, Save("late", form_of(question)["writer"], 0, 1, 1))
    with pytest.raises(PersonGone):
        submit(gone.pk, question.current, Submission("late", form_of(question)["writer"], 0, 1, "en"))
