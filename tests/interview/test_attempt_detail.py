from decimal import Decimal
from uuid import uuid4

import pytest

from interview.domain.showing import ShownAttempt, ShownStep, Words
from interview.models import Attempt, Reveal
from questions.domain.publishing import publish
from questions.formats.reading import read_document
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import form_of, make_attempt, make_question, person_id_of, question_data
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

TEXT = "it will restart\n\nand <b>traffic</b>"


def submitted(browser: HtmlClient, question: Question, text: str = TEXT) -> str:
    url: str = browser.post(f"/questions/demo/{question.slug}/submit/", form_of(question, text)).url
    return url


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_reads_their_own_attempt(person: str, request: pytest.FixtureRequest) -> None:
    browser = browser_of(request, person)

    page = browser.get(submitted(browser, make_question()))

    attempt = Attempt.objects.get()
    assert page.status_code == 200
    assert page.context["attempt"] == ShownAttempt(attempt.code, TEXT, words=7, seconds=30, gave_up=False)
    assert page.context["steps"] == (
        ShownStep(1, "next", prompt=Words("Think of step 1", "en")),
        ShownStep(2, "later"),
        ShownStep(3, "later"),
    )
    assert (page.context["opened"], page.context["steps_total"]) == (0, 3)
    sheet = page.context["sheet"]
    assert [(row.key, row.points) for row in sheet.rows] == [("restart", 2), ("traffic", 2)]
    assert (sheet.sum, sheet.points, sheet.max_points) == (Decimal(4), Decimal(4), 4)


def test_answer_is_shown_as_typed(candidate: HtmlClient) -> None:
    page = candidate.get(submitted(candidate, make_question())).content.decode()

    assert "it will <b>restart</b></mark>" in page
    assert "&lt;b&gt;<b>traffic</b>" in page


@pytest.mark.parametrize("stranger", ["guest", "outsider", "interviewer", "author", "admin"])
def test_nobody_else_reads_it(stranger: str, candidate: HtmlClient, request: pytest.FixtureRequest) -> None:
    url = submitted(candidate, make_question())

    response = browser_of(request, stranger).get(url)

    assert response.status_code == 404
    assert b"restart" not in response.content


@pytest.mark.parametrize("code", [uuid4(), "not-a-code", "0" * 32, "00000000-0000-4000-8000-00000000000G"])
def test_code_that_is_none_is_not_there(code: object, candidate: HtmlClient) -> None:
    submitted(candidate, make_question())

    assert candidate.get(f"/attempts/{code}/").status_code == 404


def test_result_speaks_the_language_of_the_content(candidate: HtmlClient) -> None:
    url = submitted(candidate, make_question(), "nothing of it")
    candidate.cookies["content_language"] = "zh-Hans"

    rows = candidate.get(url).context["sheet"].rows

    assert [(row.title, row.note) for row in rows] == [
        (Words("要点 restart", "zh-Hans"), Words("没有说到。", "zh-Hans")),
        (Words("要点 traffic", "zh-Hans"), Words("没有说到。", "zh-Hans")),
    ]


def test_attempt_keeps_the_version_it_answered(candidate: HtmlClient) -> None:
    question = make_question()
    url = submitted(candidate, question)
    publish(question, read_document(question_data(steps=5, title={"en": "Asked anew"})))

    page = candidate.get(url)

    assert (page.context["question"].version, page.context["steps_total"]) == (1, 3)
    assert page.context["question"].title.text == "Which probes are there?"


def test_attempt_outlives_its_question(candidate: HtmlClient) -> None:
    url = submitted(candidate, make_question())
    Question.objects.update(status="retired")

    page = candidate.get(url)

    assert page.status_code == 200
    assert "None" not in page.content.decode()


def test_reading_opens_no_step(candidate: HtmlClient) -> None:
    url = submitted(candidate, make_question())
    for headers in ({}, {"HX-Request": "true"}, {"X-HTTP-Method-Override": "POST"}):
        candidate.get(url, headers=headers)

    assert Reveal.objects.count() == 0


def test_page_with_htmx_is_the_page(candidate: HtmlClient) -> None:
    url = submitted(candidate, make_question())

    assert candidate.get(url, headers={"HX-Request": "true"}).content.startswith(b"<!doctype html>")


def test_way_back_leads_to_the_question(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question())

    page = candidate.get(f"/attempts/{attempt.code}/")

    assert page.context["answer_again_url"] == "/questions/demo/probes/"
    assert candidate.get(page.context["answer_again_url"]).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_attempt_can_only_be_read(method: str, candidate: HtmlClient) -> None:
    url = submitted(candidate, make_question())

    assert getattr(candidate, method)(url).status_code == 405
    assert Attempt.objects.get().text == TEXT


@pytest.mark.parametrize("action", ["submit", "give-up"])
def test_result_leads_on(action: str, candidate: HtmlClient) -> None:
    address = candidate.post(f"/questions/demo/probes/{action}/", form_of(make_question())).url

    assert '<a class="button" href="/">Choose the next question' in candidate.get(address).content.decode()
