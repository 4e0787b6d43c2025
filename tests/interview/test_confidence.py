"""How sure somebody is, chosen before the result: optional, kept in the draft, shown beside the points."""

import pytest
from django.db import IntegrityError, transaction

from interview.models import Attempt, Draft
from tests.conftest import HtmlClient
from tests.factories import form_of, make_question

pytestmark = pytest.mark.django_db
PAGE = "/questions/demo/probes/"


def test_nothing_is_chosen_at_first(candidate: HtmlClient) -> None:
    make_question()

    page = candidate.get(PAGE).content.decode()

    assert page.count('name="confidence"') == 4
    assert " checked" not in page


def test_choice_is_kept_in_the_draft_and_comes_back(candidate: HtmlClient) -> None:
    candidate.script("post", f"{PAGE}draft/", form_of(make_question(), confidence=3))

    assert list(Draft.objects.values_list("confidence", flat=True)) == [3]
    assert 'value="3" checked' in candidate.get(PAGE).content.decode()


def test_choice_is_stored_with_the_attempt_and_said_on_the_result(candidate: HtmlClient) -> None:
    page = candidate.post(f"{PAGE}submit/", form_of(make_question(), confidence=2), follow=True).content.decode()

    assert list(Attempt.objects.values_list("confidence", flat=True)) == [2]
    assert "You felt “a little” sure and got 2 / 4" in page
    assert list(Draft.objects.values_list("closed", "confidence")) == [(True, None)]


def test_without_a_choice_nothing_is_said(candidate: HtmlClient) -> None:
    page = candidate.post(f"{PAGE}submit/", form_of(make_question()), follow=True).content.decode()

    assert list(Attempt.objects.values_list("confidence", flat=True)) == [None]
    assert "You felt" not in page


@pytest.mark.parametrize("confidence", ["0", "5", "x", "2.5", "9" * 500])
def test_other_values_are_refused_and_the_text_stays(confidence: str, candidate: HtmlClient) -> None:
    response = candidate.post(f"{PAGE}submit/", form_of(make_question(), "my words", confidence=confidence))

    assert (response.status_code, Attempt.objects.count()) == (422, 0)
    assert "my words" in response.content.decode()


def test_database_refuses_a_fifth_level(candidate: HtmlClient) -> None:
    candidate.script("post", f"{PAGE}draft/", form_of(make_question()))
    with pytest.raises(IntegrityError, match="draft_confidence_1_to_4"), transaction.atomic():
        Draft.objects.update(confidence=5)
