"""Revising: the old text comes back as a draft, and nothing that was begun is lost."""

from typing import Any
from uuid import uuid4

import pytest

from interview.accounts.models import Person
from interview.domain import revising
from interview.domain.revising import OtherDraft, revise
from interview.models import Attempt, Context, Draft
from questions.models import Bank, Question
from tests.conftest import HtmlClient
from tests.factories import both, form_of, make_attempt, make_question, person_id_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"


@pytest.fixture
def question(db: None) -> Question:
    return make_question()


def submitted(browser: HtmlClient, question: Question, text: str = "it will restart") -> str:
    """The address of a new attempt."""
    return browser.post(f"{PAGE}submit/", form_of(question, text)).url


def drafts(context: str = Context.PRACTICE) -> list[tuple[str, bool]]:
    return list(Draft.objects.filter(context=context).order_by("pk").values_list("text", "closed"))


@pytest.mark.parametrize("browser", ["guest", "outsider"])
def test_text_comes_back_and_the_new_attempt_names_the_old_one(
    browser: str, question: Question, request: pytest.FixtureRequest
) -> None:
    client: HtmlClient = request.getfixturevalue(browser)
    address = submitted(client, question)

    response = client.post(f"{address}revise/")

    assert (response.status_code, response.url) == (302, PAGE)
    draft = client.get(PAGE).context["draft"]
    first = Attempt.objects.get()
    assert (draft.text, draft.revises, draft.seconds, draft.confidence) == ("it will restart", first.code, 0, None)
    form = form_of(question, "it will restart traffic", base=draft.base, writer=str(draft.writer))
    result = client.post(f"{PAGE}submit/", form, follow=True)
    second = Attempt.objects.latest("pk")
    assert (second.revises, first.revises) == (first, None)
    assert f"/attempts/{second.code}/compare/{first.code}/" in result.content.decode()
    assert list(Draft.objects.values_list("closed", "revises")) == [(True, None)]


def test_answer_after_that_revises_nothing(candidate: HtmlClient, question: Question) -> None:
    candidate.post(f"{submitted(candidate, question)}revise/")
    submitted(candidate, question, "it will restart")

    submitted(candidate, question, "from scratch")

    assert list(Attempt.objects.order_by("pk").values_list("revises", flat=True)) == [
        None,
        Attempt.objects.earliest("pk").pk,
        None,
    ]


def test_pressing_twice_is_pressing_once(candidate: HtmlClient, question: Question) -> None:
    address = submitted(candidate, question)

    statuses = [candidate.post(f"{address}revise/").status_code for _ in range(2)]

    assert (statuses, drafts()) == ([302, 302], [("it will restart", False)])


def test_text_that_was_begun_is_not_overwritten(candidate: HtmlClient, question: Question) -> None:
    address = submitted(candidate, question)
    candidate.script("post", f"{PAGE}draft/", form_of(question, "begun", base=1))

    asked = candidate.post(f"{address}revise/")

    assert asked.status_code == 409
    page = asked.content.decode()
    assert "begun" in page
    assert "it will restart" in page
    assert drafts() == [("begun", False)]


def test_replaced_text_is_kept_beside_the_box(candidate: HtmlClient, question: Question) -> None:
    address = submitted(candidate, question)
    candidate.script("post", f"{PAGE}draft/", form_of(question, "begun", base=1))
    other = candidate.post(f"{address}revise/").context["other"]

    assert candidate.post(f"{address}revise/", {"replace": other.revision - 1}).status_code == 409
    assert candidate.post(f"{address}revise/", {"replace": other.revision}).status_code == 302

    assert (drafts(), drafts(Context.KEPT)) == ([("it will restart", False)], [("begun", False)])
    assert candidate.get(PAGE).context["kept"] == "begun"


@pytest.mark.parametrize("replace", ["", "x", "-1", "9" * 13, "0"])
def test_forged_revision_replaces_nothing(replace: str, candidate: HtmlClient, question: Question) -> None:
    address = submitted(candidate, question)
    candidate.script("post", f"{PAGE}draft/", form_of(question, "begun", base=1))

    assert candidate.post(f"{address}revise/", {"replace": replace}).status_code == 409
    assert drafts() == [("begun", False)]


def test_empty_draft_makes_way(candidate: HtmlClient, question: Question) -> None:
    address = submitted(candidate, question)
    candidate.script("post", f"{PAGE}draft/", form_of(question, "", base=1))

    assert candidate.post(f"{address}revise/").status_code == 302
    assert drafts() == [("it will restart", False)]


def test_save_of_an_old_page_is_told_of_the_revision(candidate: HtmlClient, question: Question) -> None:
    address = submitted(candidate, question)
    late = form_of(question, "old page", base=1, revision=9)
    candidate.post(f"{address}revise/")

    assert candidate.script("post", f"{PAGE}draft/", late).status_code == 409
    assert drafts() == [("it will restart", False)]


def test_revision_is_for_the_version_that_is_current(candidate: HtmlClient, question: Question) -> None:
    address = submitted(candidate, question)
    newer = make_question(title=both("再问", "Asked anew"))

    candidate.post(f"{address}revise/")

    draft = Draft.objects.get(closed=False)
    assert (draft.version, draft.revises.version) == (newer.current, question.current)


def test_draft_of_an_older_version_goes_on(candidate: HtmlClient, question: Question) -> None:
    address = submitted(candidate, question)
    candidate.script("post", f"{PAGE}draft/", form_of(question, "begun", base=1))
    make_question(title=both("再问", "Asked anew"))
    other = candidate.post(f"{address}revise/").context["other"]

    candidate.post(f"{address}revise/", {"replace": other.revision})

    assert Draft.objects.get(context="practice").version == question.current


@pytest.mark.parametrize("gone", ["retired", "closed"])
def test_question_that_is_not_open_any_more_is_revised_as_it_was(
    gone: str, candidate: HtmlClient, question: Question
) -> None:
    address = submitted(candidate, question)
    if gone == "retired":
        Question.objects.update(status="retired")
    else:
        Bank.objects.update(public=False)

    assert candidate.post(f"{address}revise/", follow=True).status_code == 200
    assert Draft.objects.get(closed=False).version == question.current


def test_answer_that_was_given_up_can_be_revised_too(candidate: HtmlClient, question: Question) -> None:
    given_up = make_attempt(person_id_of(candidate), question, "half of it", gave_up=True)

    candidate.post(f"/attempts/{given_up.code}/revise/")
    result = candidate.post(f"{PAGE}submit/", form_of(question, "half of it"), follow=True)

    assert Attempt.objects.latest("pk").revises == given_up
    assert "compare" not in result.content.decode()  # there is no score to compare with


def test_text_saved_at_this_moment_goes_first(question: Question, monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person.objects.create()
    attempt = make_attempt(person.pk, question)
    row = Draft.objects.get()

    def save_meanwhile(*arguments: Any, **_: Any) -> Any:
        Draft.objects.filter(pk=row.pk).update(text="typed now", revision=50, closed=False, writer=uuid4())
        return real(*arguments)

    real = revising.save_draft
    monkeypatch.setattr(revising, "save_draft", save_meanwhile)

    assert revise(attempt, question.current.pk) == OtherDraft("typed now", 50)
    assert drafts() == [("typed now", False)]


def test_foreign_attempt_is_not_found(candidate: HtmlClient, outsider: HtmlClient, question: Question) -> None:
    address = submitted(candidate, question)

    for browser in (outsider, HtmlClient()):
        assert browser.post(f"{address}revise/").status_code == 404
    assert candidate.get(f"{address}revise/").status_code == 405
    assert drafts() == [("", True)]
