"""The result repeats the hints that its answer was written with, and no others."""

import pytest

from interview.domain.showing import Words
from tests.conftest import HtmlClient
from tests.factories import both, criterion_data, form_of, make_question
from tests.interview.marked import ANSWER, in_context, in_language, make_marked, markers, sent
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
HTMX = {"HX-Request": "true", "accept": "*/*"}
ROW = "Hint taken:"


def answered_after(browser: HtmlClient, *ways: str, action: str = "submit") -> str:
    """The address of an attempt after these hints; each of two points has three, "restart 1" and so on."""
    keys = ("restart", "traffic")
    hints = {key: [both(f"提示 {key} {n}", f"{key} {n}") for n in (1, 2, 3)] for key in keys}
    form = form_of(make_question(rubric={"criteria": [criterion_data(key, hints=hints[key]) for key in keys]}))
    for number, way in enumerate(ways, start=1):
        browser.post(f"{PAGE}hint/", form | {way: number}, headers=HTMX)
    return browser.post(f"{PAGE}{action}/", form).url


def test_hints_stand_beside_the_point_they_were_for(candidate: HtmlClient) -> None:
    page = candidate.get(answered_after(candidate, "other", "deeper", "other"))

    assert {row.key: row.hints for row in page.context["sheet"].rows} == {
        "restart": (Words("restart 1", "en"), Words("restart 2", "en")),
        "traffic": (Words("traffic 1", "en"),),
    }
    assert page.content.decode().count(ROW) == 3


def test_they_stay_when_a_step_is_opened(candidate: HtmlClient) -> None:
    address = answered_after(candidate, "other")

    fragment = candidate.post(f"{address}steps/1/reveal/", headers=HTMX).content.decode()

    assert fragment.count(ROW) == 1


def test_answer_that_was_not_scored_lists_them(candidate: HtmlClient) -> None:
    page = candidate.get(answered_after(candidate, "other", "other", action="give-up"))

    assert page.context["hints_taken"] == (Words("restart 1", "en"), Words("traffic 1", "en"))
    assert page.content.decode().count(ROW) == 2


def test_they_are_in_the_language_of_the_questions(candidate: HtmlClient) -> None:
    address = answered_after(candidate, "other")
    candidate.cookies["content_language"] = "zh-Hans"

    assert '<bdi lang="zh-Hans">提示 restart 1</bdi>' in candidate.get(address).content.decode()


def test_next_answer_shows_none_of_the_last(candidate: HtmlClient) -> None:
    answered_after(candidate, "other")

    assert ROW not in candidate.get(answered_after(candidate)).content.decode()


@pytest.mark.parametrize("person", PEOPLE)
def test_no_other_hint_leaks(person: str, request: pytest.FixtureRequest) -> None:
    browser = browser_of(request, person)
    form = form_of(make_marked(), ANSWER)
    browser.post("/questions/demo/marked/hint/", form | {"other": 1}, headers=HTMX)
    address = browser.post("/questions/demo/marked/submit/", form).url

    page = browser.get(address)

    rubric = in_language("title1", "title2", "missed2", "step1prompt", "hint2a", language="en")
    assert markers(sent(page)) == in_context(page) == {"covertkey1", "covertkey2", "covertterm1", *rubric}
    assert markers(sent(HtmlClient().get(address))) == set()
