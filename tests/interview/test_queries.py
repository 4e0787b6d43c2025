"""What a page costs the database. Numbers stay the same however much there is to show."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interview.domain.practice import compiled_rubric
from questions.domain.drafts import store_draft
from questions.domain.lexicons import current_lexicon
from questions.domain.publishing import publish
from questions.formats.reading import read_document
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import (
    both,
    copy_question,
    criterion_data,
    form_of,
    make_attempt,
    make_bank,
    make_question,
    person_id_of,
    question_data,
)

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"


def cost(action: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = action()
    assert response.status_code in (200, 302)
    return len(queries)


def make_with_steps(steps: int, rubric: dict[str, Any]) -> Question:
    data = question_data(steps=steps, rubric=rubric)
    question = store_draft(make_bank(), read_document(data), position=1)
    publish(question, read_document(data))
    question.refresh_from_db()
    return question


def test_question_page_of_a_guest(guest: HtmlClient) -> None:
    make_question()

    assert cost(lambda: guest.get(PAGE)) <= 5


def test_question_page_with_a_draft(candidate: HtmlClient) -> None:
    candidate.script("post", f"{PAGE}draft/", form_of(make_question()))

    assert cost(lambda: candidate.get(PAGE)) <= 7


def test_question_to_answer_loads_nothing_of_its_draft(candidate: HtmlClient) -> None:
    make_question()
    with CaptureQueriesContext(connection) as queries:
        candidate.get(PAGE)
        candidate.post(f"{PAGE}kept/discard/")

    asked = [query["sql"] for query in queries if 'FROM "questions_question"' in query["sql"][:200]]
    assert [re.findall(r'"questions_question"\."(\w+)"', sql[: sql.index(" FROM ")]) for sql in asked] == [
        ["id", "current_id"],
        ["id", "current_id"],
    ]


def test_saving_while_typing(candidate: HtmlClient) -> None:
    form = form_of(make_question())
    candidate.script("post", f"{PAGE}draft/", form)

    costs = [
        cost(lambda n=n: candidate.script("post", f"{PAGE}draft/", form | {"revision": n, "text": f"text {n}"}))
        for n in (2, 3, 4)
    ]

    assert costs == [3, 3, 3]


def test_saving_while_typing_of_a_user(outsider: HtmlClient) -> None:
    form = form_of(make_question())
    outsider.script("post", f"{PAGE}draft/", form)

    costs = [
        cost(lambda n=n: outsider.script("post", f"{PAGE}draft/", form | {"revision": n, "text": f"text {n}"}))
        for n in (2, 3, 4)
    ]

    assert costs == [4, 4, 4]  # that of the user, and what a guest's save costs


@pytest.mark.parametrize(("person", "most"), [("guest", 3), ("candidate", 4), ("outsider", 5), ("admin", 5)])
def test_list_costs_the_same_at_1_3_and_60_rows(person: str, most: int, request: pytest.FixtureRequest) -> None:
    browser: HtmlClient = request.getfixturevalue(person)
    costs, made = [], 0
    for rows in (1, 3, 60):
        while made < rows:
            made += 1
            question = make_question(f"question-{made}", position=made, tags=["lifecycle", f"tag-{made % 5}"])
            if person != "guest" and made % 2:
                browser.post(f"/questions/demo/question-{made}/submit/", form_of(question))
        costs.append(cost(lambda: browser.get("/questions/")))

    assert len(set(costs)) == 1
    assert costs[0] <= most


@pytest.mark.parametrize("query", ["q=which+lifecycle", "topic=lifecycle", "difficulty=2", "state=new", "state=tried"])
@pytest.mark.parametrize("person", ["guest", "outsider"])
def test_filtered_list_costs_what_the_whole_costs(query: str, person: str, request: pytest.FixtureRequest) -> None:
    browser: HtmlClient = request.getfixturevalue(person)
    question = make_question()
    make_question("other", position=2)  # so that there is a new one
    if person == "outsider":
        browser.post(f"{PAGE}submit/", form_of(question))
    address = f"/questions/?{query}&topic=lifecycle&difficulty=1&difficulty=2"
    few = cost(lambda: browser.get(address))
    copy_question(question, 1_000)

    assert cost(lambda: browser.get(address)) == few <= {"guest": 4, "outsider": 6}[person]


@pytest.mark.parametrize(("person", "most"), [("guest", 3), ("candidate", 6), ("outsider", 8)])
def test_today_costs_the_same_at_3_and_60_questions(person: str, most: int, request: pytest.FixtureRequest) -> None:
    browser: HtmlClient = request.getfixturevalue(person)
    costs, made = [], 0
    for rows in (5, 60):
        while made < rows:
            made += 1
            question = make_question(f"question-{made}", position=made, tags=["lifecycle", f"tag-{made % 5}"])
            if person != "guest" and made % 2:
                browser.script("post", f"/questions/demo/question-{made}/draft/", form_of(question, f"text {made}"))
                browser.post(f"/questions/demo/question-{made}/submit/", form_of(question, f"text {made}"))
        costs.append(cost(lambda: browser.get("/")))

    assert len(set(costs)) == 1
    assert costs[0] <= most


@pytest.mark.parametrize("query", ["", "?question=probes"])
def test_my_answers_cost_the_same_at_1_and_60_rows(query: str, candidate: HtmlClient) -> None:
    question = make_question()
    make_attempt(person_id_of(candidate), question)
    one = cost(lambda: candidate.get(f"/attempts/{query}"))
    for _ in range(59):
        make_attempt(person_id_of(candidate), question)

    assert cost(lambda: candidate.get(f"/attempts/{query}")) == one <= 3


@pytest.mark.parametrize("steps", [1, 5])
@pytest.mark.parametrize("criteria", [1, 6])
@pytest.mark.parametrize("opened", [0, 1])
def test_result_costs_the_same_whatever_it_shows(steps: int, criteria: int, opened: int, candidate: HtmlClient) -> None:
    rubric = {"criteria": [criterion_data(f"word-{n}") for n in range(criteria)]}
    question = make_with_steps(steps, rubric)
    attempt = make_attempt(person_id_of(candidate), question, " ".join(f"word-{n}." for n in range(criteria)))
    for step in range(1, opened + 1):
        candidate.post(f"/attempts/{attempt.code}/steps/{step}/reveal/")

    assert cost(lambda: candidate.get(f"/attempts/{attempt.code}/")) == 6


def test_full_result_of_a_user_costs_the_same_after_1_and_30_answers(outsider: HtmlClient) -> None:
    rows = [criterion_data(key, hints=[both("提示", f"Think of {key}")]) for key in ("restart", "traffic", "ports")]
    follow_ups = [{"for": "traffic", "text": both("追问", "And then?")}]
    form = form_of(make_question(rubric={"criteria": rows}, follow_ups=follow_ups))
    for number in (1, 2):
        outsider.post(f"{PAGE}hint/", form | {"other": number}, headers={"HX-Request": "true"})
    first = outsider.post(f"{PAGE}submit/", form).url
    outsider.post(f"{first}steps/1/reveal/")
    for key in ("traffic", "ports"):
        outsider.post(f"{first}objections/", {"criterion": key, "text": "I said so"})
    costs = []
    for answers in (1, 29):
        for _ in range(answers):
            outsider.post(f"{PAGE}submit/", form | {"writer": str(uuid4())})
        costs.append(cost(lambda: outsider.get(first)))

    assert costs[0] == costs[1] <= 8
    shown = outsider.get(first).context
    assert (len(shown["hints_taken"]), len(shown["follow_ups"]), len(shown["objections"].told)) == (2, 1, 2)
    assert len(shown["others"]) == 5


def test_submit_with_a_rubric_that_is_known(candidate: HtmlClient) -> None:
    question = make_question()
    compiled_rubric(question.current, current_lexicon())
    candidate.script("post", f"{PAGE}draft/", form := form_of(question))

    assert cost(lambda: candidate.post(f"{PAGE}submit/", form)) <= 16


def test_reveal(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question())
    reveal = f"/attempts/{attempt.code}/steps/1/reveal/"

    assert cost(lambda: candidate.post(reveal, headers={"HX-Request": "true"})) <= 11


def test_draft_of_a_question_is_never_loaded_to_practise_it(candidate: HtmlClient) -> None:
    form = form_of(make_question())
    with CaptureQueriesContext(connection) as queries:
        candidate.get(PAGE)
        candidate.script("post", f"{PAGE}draft/", form)
        result = candidate.post(f"{PAGE}submit/", form).url
        candidate.get(result)
        candidate.post(f"{result}steps/1/reveal/")
        candidate.post(f"{result}objections/", {"criterion": "traffic"})
        candidate.post(f"{result}revise/")
        other = candidate.post(f"{PAGE}submit/", form | {"writer": str(uuid4())}).url
        candidate.get(f"{result}compare/{other.split('/')[2]}/")

    draft = r'"questions_question"\."(title|body|groups|follow_ups|goldens|sources)"'
    assert [query["sql"] for query in queries if re.search(draft, query["sql"])] == []


def test_hidden_document_is_not_even_loaded_before_submit(candidate: HtmlClient) -> None:
    form = form_of(make_question())
    with CaptureQueriesContext(connection) as queries:
        candidate.get("/")
        candidate.get("/questions/?q=restart&topic=lifecycle&state=new")
        candidate.get("/attempts/")
        candidate.get(PAGE)
        candidate.script("post", f"{PAGE}draft/", form)
        candidate.post(f"{PAGE}draft/", form | {"writer": str(uuid4()), "text": "another page"})
        candidate.post(f"{PAGE}submit/", form | {"text": ""})

    allowed = r" -> 'body'|, '\$\.rubric\.criteria\[\*\] \? "  # the body, and the one hint that was taken
    loaded = [query["sql"] for query in queries if re.search(rf'"document"(?!{allowed})|"note"', query["sql"])]
    assert loaded == []
