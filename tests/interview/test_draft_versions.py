"""A question changes while somebody answers it: the answer goes on with the version it began with."""

import pytest

from interview.models import Attempt, Draft
from questions.domain.publishing import publish
from questions.formats.reading import read_document
from questions.models import Bank, Question
from tests.conftest import HtmlClient
from tests.factories import criterion_data, form_of, make_question, question_data

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
SAVE, SUBMIT = f"{PAGE}draft/", f"{PAGE}submit/"


def publish_another(question: Question) -> None:
    criteria = [criterion_data("other", points=7)]
    publish(question, read_document(question_data(steps=5, rubric={"criteria": criteria})))


def test_draft_and_submit_go_on_with_the_version_of_the_page(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", SAVE, form := form_of(question))
    first = question.current
    publish_another(question)

    saved = candidate.script("post", SAVE, form | {"revision": 2, "text": "more restart"})
    candidate.post(SUBMIT, form | {"revision": 3, "text": "more restart"})

    assert saved.status_code == 200
    assert list(Draft.objects.values_list("version", "revision", "closed")) == [(first.pk, 3, True)]
    attempt = Attempt.objects.get()
    assert (attempt.version, attempt.results.get().max_points) == (first, 4)


def test_version_that_the_author_made_later_gets_a_draft_of_its_own(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.post(SUBMIT, form_of(question))
    publish_another(question)
    question.refresh_from_db()

    page = candidate.get(PAGE)
    candidate.script(
        "post", SAVE, form_of(question, "new", base=page.context["draft"].base, writer=page.context["draft"].writer)
    )

    assert page.context["question"].version == 2
    assert list(Draft.objects.order_by("version__number").values_list("version__number", "text", "closed")) == [
        (1, "", True),
        (2, "new", False),
    ]


def test_editing_the_draft_of_the_question_changes_no_page(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", SAVE, form := form_of(question))
    Question.objects.update(title={"en": "covert"}, body={"en": "covert"}, difficulty=5, minutes=60)
    question.steps.all().delete()
    question.criteria.all().delete()

    page = candidate.get(PAGE)

    assert (page.context["question"].title.text, page.context["question"].minutes) == ("Which probes are there?", 5)
    assert b"covert" not in page.content + candidate.get("/questions/").content
    candidate.post(SUBMIT, form)
    assert Attempt.objects.get().results.get().points == 2


def test_new_page_of_a_retired_question_is_not_there(candidate: HtmlClient) -> None:
    question = make_question()
    Question.objects.update(status="retired")

    assert candidate.get(PAGE).status_code == 404
    assert candidate.script("post", SAVE, form_of(question)).status_code == 404
    assert candidate.post(SUBMIT, form_of(question)).status_code == 404
    assert (Draft.objects.count(), Attempt.objects.count()) == (0, 0)


@pytest.mark.parametrize("taken_away", [{"status": "retired"}, {"bank": False}])
def test_answer_begun_before_it_was_taken_away_goes_on(taken_away: dict[str, object], candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", SAVE, form := form_of(question))
    if "bank" in taken_away:
        Bank.objects.update(public=False)
    else:
        Question.objects.update(**taken_away)

    saved = candidate.script("post", SAVE, form | {"revision": 2, "text": "more restart"})
    page = candidate.get(PAGE)
    submitted = candidate.post(SUBMIT, form | {"revision": 3, "text": "more restart"})

    assert (saved.status_code, page.status_code, submitted.status_code) == (200, 200, 302)


def test_text_of_a_retired_question_is_not_lost(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", SAVE, form_of(question, "typed before"))
    Question.objects.update(status="retired")
    candidate.script("post", SAVE, form_of(question, "typed after"))

    assert list(Draft.objects.values_list("text", "closed")) == [("typed before", False)]
    Question.objects.update(status="ready")
    assert candidate.get(PAGE).context["draft"].text == "typed before"


@pytest.mark.parametrize("closed", [True, False])
def test_only_an_open_draft_of_ones_own_opens_it(closed: bool, candidate: HtmlClient, outsider: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", SAVE, form := form_of(question))
    if closed:
        candidate.post(SUBMIT, form)
    Question.objects.update(status="retired")

    for browser in (candidate, outsider) if closed else (outsider, HtmlClient()):
        assert browser.get(PAGE).status_code == 404
        assert browser.script("post", SAVE, form_of(question)).status_code == 404
