"""One question is not answered over and over to find out its terms."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.utils import timezone

from interview.accounts.models import Person
from interview.models import Attempt
from questions import limits
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import form_of, make_question, person_id_of
from tests.interview.test_parallel import at_once

PAGE = "/questions/demo/probes/"
MANY = limits.ATTEMPTS_AN_HOUR
FIRST = timedelta(minutes=50)


def answered(person_id: int, question: Question, times: int = MANY, first: timedelta = FIRST) -> None:
    """As many attempts, a second apart, the first of them that long ago."""
    start = timezone.now() - first
    with patch("django.utils.timezone.now", side_effect=[start + timedelta(seconds=n) for n in range(times)]):
        Attempt.objects.bulk_create(
            Attempt(person_id=person_id, version=question.current, text="a", language="en", submission=uuid4())
            for _ in range(times)
        )


@pytest.mark.django_db
@pytest.mark.parametrize("action", ["submit/", "give-up/"])
def test_one_too_many_waits_with_its_text_in_the_box(action: str, candidate: HtmlClient) -> None:
    answered(person_id_of(candidate), make_question())
    again = make_question()  # published again: another version of the same question

    response = candidate.post(PAGE + action, form_of(again, "one more"))

    assert (response.status_code, response["Retry-After"]) == (429, str(10 * 60))
    assert response.context["draft"].text == "one more"
    assert "Please submit again in 10 minutes" in response.content.decode()
    assert Attempt.objects.count() == MANY


@pytest.mark.django_db
@pytest.mark.parametrize(
    "before", [{"times": MANY - 1}, {"first": timedelta(minutes=60)}, {"times": 0}], ids=["one less", "hour", "none"]
)
def test_next_one_is_taken(before: dict[str, Any], candidate: HtmlClient) -> None:
    answered(person_id_of(candidate), question := make_question(), **before)

    assert candidate.post(f"{PAGE}submit/", form_of(question)).status_code == 302


@pytest.mark.django_db
def test_other_questions_and_people_are_not_counted(candidate: HtmlClient, other_candidate: HtmlClient) -> None:
    answered(person_id_of(candidate), question := make_question())
    second = make_question("second", position=2)

    assert candidate.post("/questions/demo/second/submit/", form_of(second)).status_code == 302
    assert other_candidate.post(f"{PAGE}submit/", form_of(question)).status_code == 302


@pytest.mark.django_db
def test_submit_that_is_repeated_is_none_too_many(candidate: HtmlClient) -> None:
    answered(person_id_of(candidate), question := make_question(), MANY - 1)
    form = form_of(question)

    first, again = (candidate.post(f"{PAGE}submit/", form) for _ in range(2))

    assert (first.status_code, again.url) == (302, first.url)


@pytest.mark.django_db(transaction=True)
def test_last_place_is_taken_once_at_the_same_moment(candidate: HtmlClient) -> None:
    person = Person.objects.get(pk=person_id_of(candidate))
    answered(person.pk, question := make_question(), MANY - 1)

    responses = at_once(*(lambda: candidate.post(f"{PAGE}submit/", form_of(question)) for _ in range(5)))

    assert sorted(response.status_code for response in responses) == [302, 429, 429, 429, 429]
    assert person.attempts.count() == MANY
