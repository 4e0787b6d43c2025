"""Taking hints: recorded before they are shown, counted in the attempt, gone with it."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from interview.accounts.models import Person, User
from interview.domain.claims import claim_guest
from interview.domain.drafts import Save, save_draft
from interview.domain.hints import hints_view, take_hint
from interview.models import Attempt, Draft, HintTaken
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import both, criterion_data, form_of, make_bank, make_question, person_id_of
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
HINT = f"{PAGE}hint/"
HTMX = {"HX-Request": "true", "accept": "*/*"}


def hinted(slug: str = "probes", **changes: Any) -> Question:
    """Two points with three hints each, named "restart 1" and so on."""
    keys = ("restart", "traffic")
    hints = {key: [both(f"提示 {key} {n}", f"{key} {n}") for n in (1, 2, 3)] for key in keys}
    return make_question(slug, rubric={"criteria": [criterion_data(key, hints=hints[key]) for key in keys]}, **changes)


def taken() -> list[tuple[Any, ...]]:
    return list(HintTaken.objects.order_by("pk").values_list("criterion", "rung", "attempt"))


@pytest.mark.parametrize("person", PEOPLE)
def test_hints_come_one_by_one_and_stay(person: str, request: pytest.FixtureRequest) -> None:
    form = form_of(hinted())
    browser = browser_of(request, person)

    first = browser.post(HINT, form | {"other": 1}, headers=HTMX)
    second = browser.post(HINT, form | {"deeper": 2}, headers=HTMX)
    third = browser.post(HINT, form | {"other": 3}, headers=HTMX)

    shown = [[words.text for words in response.context["hints"].shown] for response in (first, second, third)]
    assert shown == [["restart 1"], ["restart 1", "restart 2"], ["restart 1", "restart 2", "traffic 1"]]
    assert [r.content.decode().count("<button") for r in (first, second, third)] == [2, 2, 0]
    assert first.content.decode().strip().startswith('<section id="hints"')
    assert taken() == [("restart", 1, None), ("restart", 2, None), ("traffic", 1, None)]
    assert "traffic 1" in browser.get(PAGE).content.decode()


def test_without_htmx_the_text_is_saved_first(guest: HtmlClient) -> None:
    response = guest.post(HINT, form_of(hinted(), "half a thought") | {"other": 1})

    assert (response.status_code, response.url) == (302, f"{PAGE}#hints")
    assert list(Draft.objects.values_list("text", "closed")) == [("half a thought", False)]
    page = guest.get(PAGE).content.decode()
    assert "restart 1" in page
    assert "half a thought" in page


def test_hint_by_htmx_makes_a_draft_that_the_page_can_save(guest: HtmlClient) -> None:
    form = form_of(hinted(), "a thought")
    assert guest.post(HINT, {"version": 1, "other": 1}, headers=HTMX).status_code == 200

    assert guest.script("post", f"{PAGE}draft/", form).status_code == 200
    assert list(Draft.objects.values_list("text", flat=True)) == ["a thought"]
    assert Person.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_hint_that_is_not_the_next_changes_nothing(number: int, candidate: HtmlClient) -> None:
    form = form_of(hinted())
    candidate.post(HINT, form | {"other": 1}, headers=HTMX)

    response = candidate.post(HINT, form | {"other": number}, headers=HTMX)

    assert [words.text for words in response.context["hints"].shown] == ["restart 1"]
    assert len(taken()) == 1


@pytest.mark.parametrize("form", [{}, {"other": "x"}, {"other": 4}, {"other": -1}, {"deeper": ""}, {"version": 9}])
def test_forged_form_is_not_found(form: dict[str, Any], candidate: HtmlClient) -> None:
    good = form_of(hinted())

    assert candidate.post(HINT, good | form, headers=HTMX).status_code == 404
    assert taken() == []


def test_question_without_hints_says_so(candidate: HtmlClient) -> None:
    form = form_of(make_question(), "my words")

    fragment = candidate.post(HINT, form | {"other": 1}, headers=HTMX)
    page = candidate.post(HINT, form | {"other": 1})

    for response in (fragment, page):
        assert response.status_code == 200
        assert "There are no hints for this question." in response.content.decode()
    assert "my words" in page.content.decode()
    assert taken() == []


def test_conflict_and_refused_text_come_first(candidate: HtmlClient) -> None:
    question = hinted()
    candidate.script("post", f"{PAGE}draft/", form_of(question, "stored", revision=3))

    conflict = candidate.post(HINT, form_of(question, "typed here") | {"other": 1})
    refused = candidate.post(HINT, form_of(question, "x" * 4_001) | {"other": 1})

    assert (conflict.status_code, refused.status_code) == (409, 422)
    assert "typed here" in conflict.content.decode()
    assert taken() == []


def test_attempt_counts_its_hints_and_the_next_answer_starts_without(candidate: HtmlClient) -> None:
    question = hinted()
    for number in (1, 2):
        candidate.post(HINT, form_of(question) | {"other": number}, headers=HTMX)

    result = candidate.post(f"{PAGE}submit/", form_of(question), follow=True)

    attempt = Attempt.objects.get()
    assert attempt.help_used == 2
    assert taken() == [("restart", 1, attempt.pk), ("traffic", 1, attempt.pk)]
    assert "after 2 hints" in result.content.decode()
    assert candidate.get(PAGE).context["hints"].shown == ()
    candidate.post(HINT, form_of(question) | {"other": 1}, headers=HTMX)
    assert taken()[2:] == [("restart", 1, None)]


def test_answer_without_help_says_so(candidate: HtmlClient) -> None:
    result = candidate.post(f"{PAGE}submit/", form_of(hinted()), follow=True)

    assert Attempt.objects.get().help_used == 0
    assert "no hints" in result.content.decode()


def test_hints_of_others_and_of_other_versions_are_apart(candidate: HtmlClient, outsider: HtmlClient) -> None:
    form = form_of(hinted())
    candidate.post(HINT, form | {"other": 1}, headers=HTMX)

    assert outsider.get(PAGE).context["hints"].shown == ()
    assert outsider.post(HINT, form | {"other": 1}, headers=HTMX).context["hints"].following == 2
    question = hinted(title=both("再问", "Asked anew"))
    assert hints_view(person_id_of(candidate), question.current.pk, "en").shown == ()


@pytest.mark.parametrize("path", ["demo/none", "none/probes", "secret/probes"])
def test_question_that_is_not_open_gives_no_hint(path: str, outsider: HtmlClient) -> None:
    form = form_of(hinted())
    hinted(bank=make_bank("secret", public=False))

    assert outsider.post(f"/questions/{path}/hint/", form | {"other": 1}, headers=HTMX).status_code == 404
    assert taken() == []


def test_same_hint_twice_is_refused_by_the_database(candidate: HtmlClient) -> None:
    candidate.post(HINT, form_of(hinted()) | {"other": 1}, headers=HTMX)
    draft = Draft.objects.get()

    for criterion, rung in (("restart", 1), ("restart", 0), ("restart", 4)):
        with pytest.raises(IntegrityError), transaction.atomic():
            HintTaken.objects.create(draft=draft, criterion=criterion, rung=rung)


def test_hints_of_a_guest_go_with_the_claimed_draft() -> None:
    version = hinted().current
    guest, user = Person.objects.create(), User.objects.create_user("someone@viva.test")
    own = Person.objects.create(user=user)
    for person, ways in ((guest, ("other", "other")), (own, ("other", "deeper"))):
        save_draft(person.pk, version.pk, Save(f"text of {person.pk}", uuid4(), 0, 1, 5))
        for number, way in enumerate(ways, start=1):
            take_hint(person.pk, version, number, way)

    claim_guest(guest.pk, user)

    hints = HintTaken.objects.open_of(own.pk, version.pk).order_by("criterion", "rung")
    assert list(hints.values_list("criterion", "rung")) == [("restart", 1), ("restart", 2), ("traffic", 1)]
