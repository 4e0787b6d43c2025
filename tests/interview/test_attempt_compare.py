"""Two own answers to one question, side by side."""

import re
from typing import Any

import pytest

from interview.accounts.models import Person
from interview.models import Attempt, Result
from tests.conftest import HtmlClient
from tests.factories import both, criterion_data, make_attempt, make_question, person_id_of
from tests.interview.marked import ANSWER, in_context, in_language, make_marked, markers, sent
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db


def address(one: Attempt, other: Attempt) -> str:
    return f"/attempts/{one.code}/compare/{other.code}/"


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<(?!/?(?:ins|del))[^>]+>", " ", html))


@pytest.mark.parametrize("turned", [False, True])
def test_older_answer_stands_first_with_what_changed(turned: bool, candidate: HtmlClient) -> None:
    question = make_question()
    pair = [make_attempt(person_id_of(candidate), question, text) for text in ("It will restart.", "It sends traffic.")]

    response = candidate.get(address(*(reversed(pair) if turned else pair)))

    assert response.status_code == 200
    assert [side["attempt"].code for side in response.context["sides"]] == [attempt.code for attempt in pair]
    page = text_of(response.content.decode())
    assert "Gained Point traffic 0 → 2 / 2" in page
    assert "Lost Point restart 2 → 0 / 2" in page
    assert "<del>will restart</del>." in page
    assert "<ins>sends traffic</ins>." in page


def test_other_version_is_compared_by_key_and_says_so(candidate: HtmlClient) -> None:
    before = make_attempt(person_id_of(candidate), make_question(), "nothing")
    rubric = {"criteria": [criterion_data("traffic"), criterion_data("new")]}
    after = make_attempt(person_id_of(candidate), make_question(rubric=rubric), "traffic and new")

    response = candidate.get(address(before, after))

    comparison = response.context["comparison"]
    assert [gain.title.text for gain in comparison.gained] == ["Point traffic"]
    assert "The question was changed between the two." in response.content.decode()


def test_result_names_the_other_answers_newest_first(candidate: HtmlClient) -> None:
    question, person_id = make_question(), person_id_of(candidate)
    attempts = [make_attempt(person_id, question, f"restart {n}") for n in range(7)]
    make_attempt(person_id, question, "given up", gave_up=True)
    make_attempt(person_id, make_question("other"), "restart")

    others = candidate.get(f"/attempts/{attempts[6].code}/").context["others"]

    assert [other.code for other in others] == [attempt.code for attempt in reversed(attempts[1:6])]


def test_strangers_and_mixed_pairs_are_not_found(candidate: HtmlClient, outsider: HtmlClient) -> None:
    question = make_question()
    own = [make_attempt(person_id_of(candidate), question, text) for text in ("restart", "traffic")]
    foreign = make_attempt(Person.objects.create().pk, question, "restart")
    elsewhere = make_attempt(person_id_of(candidate), make_question("other"), "restart")
    unscored = make_attempt(person_id_of(candidate), question, "half", gave_up=True)

    pairs = [(own[0], other) for other in (foreign, elsewhere, unscored, own[0])]
    for one, other in (*pairs, *((other, one) for one, other in pairs)):
        assert candidate.get(address(one, other)).status_code == 404
    for browser in (outsider, HtmlClient()):
        assert browser.get(address(*own)).status_code == 404
    assert candidate.post(address(*own)).status_code == 405


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("person", PEOPLE)
def test_only_what_both_results_show_is_compared(person: str, language: str, request: pytest.FixtureRequest) -> None:
    browser = browser_of(request, person, language)
    make_marked()
    form = {"version": 2, "writer": "00000000-0000-4000-8000-000000000001"}
    urls = [
        browser.post("/questions/demo/marked/submit/", form | {"text": text}).url for text in (ANSWER, "I do not know")
    ]
    codes = [url.split("/")[2] for url in urls]

    page = browser.get(f"/attempts/{codes[0]}/compare/{codes[1]}/")

    found = markers(sent(page))
    assert found == {"covertterm1", *in_language("title1", language=language)}
    assert in_context(page) <= found | in_language("title2", language=language)


def test_old_result_is_not_compared(candidate: HtmlClient) -> None:
    question = make_question()
    pair = [make_attempt(person_id_of(candidate), question, text) for text in ("restart", "traffic")]
    Result.objects.filter(attempt=pair[0]).update(current=False)

    assert candidate.get(address(*pair)).status_code == 404


@pytest.mark.parametrize("title", [both("探针有哪些？", "Which probes are there?"), both("再问", "Asked anew")])
def test_comparison_costs_the_same(
    title: dict[str, str], candidate: HtmlClient, django_assert_num_queries: Any
) -> None:
    before = make_attempt(person_id_of(candidate), make_question(), "restart")
    after = make_attempt(person_id_of(candidate), make_question(title=title), "traffic")

    with django_assert_num_queries(5):
        candidate.get(address(before, after))
