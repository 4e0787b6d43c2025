from typing import Any
from uuid import uuid4

import pytest

from interview.accounts.models import Person
from interview.models import Attempt, Draft, Result
from tests.conftest import HtmlClient
from tests.factories import both, form_of, make_bank, make_question
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
SUBMIT = f"{PAGE}submit/"
SAVE = f"{PAGE}draft/"


def drafts() -> list[tuple[Any, ...]]:
    return list(Draft.objects.values_list("text", "revision", "closed"))


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("htmx", [{}, {"HX-Request": "true"}])
def test_answer_becomes_one_scored_attempt(person: str, htmx: dict[str, str], request: pytest.FixtureRequest) -> None:
    question = make_question()
    browser = browser_of(request, person)
    browser.script("post", SAVE, form := form_of(question, "it will restart", seconds=90))

    response = browser.post(SUBMIT, form, headers=htmx)

    attempt = Attempt.objects.get()
    assert (response.status_code, response.url) == (302, f"/attempts/{attempt.code}/")
    assert (attempt.person, attempt.version, str(attempt.submission)) == (
        Person.objects.get(),
        question.current,
        form["writer"],
    )
    assert (attempt.text, attempt.language, attempt.seconds, attempt.gave_up, attempt.context) == (
        "it will restart",
        "en",
        90,
        False,
        "practice",
    )
    assert list(Result.objects.values_list("attempt", "points", "max_points", "current")) == [(attempt.pk, 2, 4, True)]
    assert drafts() == [("", 2, True)]


def test_answer_that_was_never_saved_is_taken_too(guest: HtmlClient) -> None:
    guest.post(SUBMIT, form_of(make_question(), "it will restart"))

    assert [attempt.text for attempt in Attempt.objects.all()] == ["it will restart"]
    assert drafts() == [("", 1, True)]
    assert Attempt.objects.get().person_id == guest.session["person"]


def test_result_names_what_it_was_made_from(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.post(SUBMIT, form_of(question))

    result = Result.objects.get()

    assert (result.data["rubric"], result.data["engine"]) == (
        f"sha256:{question.current.sha256}",
        result.engine_version,
    )


def test_submitting_again_leads_to_the_same_attempt(candidate: HtmlClient) -> None:
    form = form_of(make_question())

    first, second = candidate.post(SUBMIT, form), candidate.post(SUBMIT, form)

    assert first.url == second.url
    assert (Attempt.objects.count(), Result.objects.count()) == (1, 1)


def test_same_page_with_another_text_makes_another_attempt(candidate: HtmlClient) -> None:
    form = form_of(make_question())

    for text in ("it will restart", "no traffic", "no traffic"):
        candidate.post(SUBMIT, form | {"text": text})

    assert [attempt.text for attempt in Attempt.objects.order_by("pk")][:2] == ["it will restart", "no traffic"]


def test_two_people_may_submit_under_the_same_writer(candidate: HtmlClient, outsider: HtmlClient) -> None:
    form = form_of(make_question())

    urls = {browser.post(SUBMIT, form).url for browser in (candidate, outsider)}

    assert len(urls) == 2
    assert Attempt.objects.values("person").distinct().count() == 2


def test_text_that_another_page_saved_meanwhile_stays_open(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", SAVE, form_of(question, "text of the other tab", revision=4))

    candidate.post(SUBMIT, form_of(question, "text of this tab", base=0))

    assert drafts() == [("text of the other tab", 4, False)]
    assert Attempt.objects.get().text == "text of this tab"


@pytest.mark.parametrize("text", ["", " \n\t ", "　"])
def test_empty_answer_is_not_submitted(text: str, candidate: HtmlClient) -> None:
    response = candidate.post(SUBMIT, form_of(make_question(), text))

    assert response.status_code == 422
    assert response.context["error"] == "There is no answer yet. Write one, or choose “I don’t know, show me”."
    assert response.context["draft"].text == text
    assert Attempt.objects.count() == 0


@pytest.mark.parametrize("changes", [{"writer": "nobody"}, {"base": -1}, {"revision": 2**31}, {"text": "长" * 4_001}])
def test_refused_submit_keeps_text_and_draft(changes: dict[str, Any], candidate: HtmlClient) -> None:
    candidate.script("post", SAVE, form := form_of(make_question(), "stored words"))

    response = candidate.post(SUBMIT, form | {"text": "new words"} | changes)

    assert response.status_code == 422
    assert response.context["draft"].text == changes.get("text", "new words")
    assert (Attempt.objects.count(), drafts()) == (0, [("stored words", 1, False)])


def test_refused_submit_keeps_writer_base_and_seconds(candidate: HtmlClient) -> None:
    form = form_of(make_question(), " ", base=3, seconds=77)

    draft = candidate.post(SUBMIT, form).context["draft"]

    assert (str(draft.writer), draft.base, draft.seconds) == (form["writer"], 3, 77)


def test_language_of_the_answer_is_that_of_the_content(candidate: HtmlClient) -> None:
    candidate.cookies["content_language"] = "zh-Hans"
    candidate.post(SUBMIT, form_of(make_question()))

    assert Attempt.objects.get().language == "zh-Hans"


def test_own_limit_of_a_question_counts(candidate: HtmlClient) -> None:
    question = make_question(max_answer=10)

    assert candidate.post(SUBMIT, form_of(question, "x" * 11)).status_code == 422
    assert candidate.post(SUBMIT, form_of(question, "x" * 10)).status_code == 302


@pytest.mark.parametrize("path", ["demo/none", "none/probes", "secret/probes"])
def test_question_that_is_not_open_takes_no_answer(path: str, outsider: HtmlClient) -> None:
    question = make_question()
    make_question(bank=make_bank("secret", public=False))

    assert outsider.post(f"/questions/{path}/submit/", form_of(question)).status_code == 404
    assert Attempt.objects.count() == 0


def test_version_of_another_question_is_not_taken(candidate: HtmlClient) -> None:
    make_question("other")
    question = make_question("other", title=both("再问", "Asked anew"))
    make_question()

    assert candidate.post(SUBMIT, form_of(question)).status_code == 404


def test_extra_fields_change_nothing(candidate: HtmlClient) -> None:
    extra = {"person": 1, "code": str(uuid4()), "gave_up": "true", "points": 99, "created": "2001-01-01"}
    candidate.post(SUBMIT, form_of(make_question(), **extra))

    attempt = Attempt.objects.get()
    assert (attempt.person_id, attempt.gave_up) == (candidate.session["person"], False)
    assert str(attempt.code) != extra["code"]
    assert attempt.created.year > 2001
    assert attempt.results.get().points == 2


@pytest.mark.parametrize("method", ["get", "head", "options", "put", "patch", "delete"])
def test_answer_is_submitted_by_post_alone(method: str, candidate: HtmlClient) -> None:
    make_question()

    assert getattr(candidate, method)(SUBMIT).status_code == 405
    assert Attempt.objects.count() == 0
