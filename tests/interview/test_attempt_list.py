from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest

from interview.domain.history import PAGE, PastAttempt
from interview.domain.practice import score_attempt
from interview.domain.showing import Words
from interview.models import Attempt
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import both, make_attempt, make_question, person_id_of
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


def page_of(browser: HtmlClient, query: str = "") -> Any:
    response = browser.get(f"/attempts/{query}")
    assert response.status_code == 200
    return response


def codes(browser: HtmlClient, query: str = "") -> list[Any]:
    return [row.code for row in page_of(browser, query).context["page"].rows]


def make_attempts(person_id: int, question: Question, number: int) -> list[Attempt]:
    """One a minute, given newest first; two share each minute, so that time alone gives no order."""
    times = [START + timedelta(minutes=n // 2) for n in range(number)]
    with patch("django.utils.timezone.now", side_effect=times):
        made = Attempt.objects.bulk_create(
            Attempt(person_id=person_id, version=question.current, text="a b", language="en", submission=uuid4())
            for _ in times
        )
    return made[::-1]


@pytest.mark.parametrize("person", PEOPLE)
def test_somebody_who_answered_nothing_is_led_to_the_questions(person: str, request: pytest.FixtureRequest) -> None:
    page = page_of(browser_of(request, person))

    assert page.context["page"].rows == ()
    assert "Nothing answered yet." in page.content.decode()
    assert 'href="/questions/">Choose a question' in page.content.decode()


def test_row_says_what_was_answered_when_and_how_well(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question(), "it will 重启 restart")

    (row,) = page_of(candidate).context["page"].rows

    assert row == PastAttempt(
        code=attempt.code,
        slug="probes",
        title=Words("Which probes are there?", "en"),
        created=attempt.created,
        language="en",
        words=5,
        points=2,
        max_points=4,
    )


def test_answer_without_a_score_says_so(candidate: HtmlClient) -> None:
    make_attempt(person_id_of(candidate), make_question(), "half", gave_up=True)

    page = page_of(candidate)

    assert (page.context["page"].rows[0].points, page.context["page"].rows[0].max_points) == (None, None)
    assert "Not scored" in page.content.decode()


def test_current_result_counts_once(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question(), "restart traffic")
    attempt.results.update(points=1)
    score_attempt(attempt)

    assert [row.points for row in page_of(candidate).context["page"].rows] == [4]


def test_title_is_that_of_the_version_that_was_answered(candidate: HtmlClient) -> None:
    make_attempt(person_id_of(candidate), make_question(title=both("旧题", "As it was")))
    make_question(title=both("新题", "As it is"))

    assert [row.title for row in page_of(candidate).context["page"].rows] == [Words("As it was", "en")]


def test_answers_stay_when_a_question_is_retired(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question())
    Question.objects.update(status=Question.Status.RETIRED)

    assert codes(candidate) == [attempt.code]


@pytest.mark.parametrize("person", [person for person in PEOPLE if person != "candidate"])
def test_nobody_sees_the_answers_of_others(person: str, candidate: HtmlClient, request: pytest.FixtureRequest) -> None:
    question = make_question(title=both("独一题", "A singular question"))
    attempt = make_attempt(person_id_of(candidate), question, "secret words of mine")
    browser = browser_of(request, person)

    for query in ("", "?question=probes", f"?before={attempt.code}", f"?question=probes&before={attempt.code}"):
        page = page_of(browser, query)
        assert (page.context["page"].rows, page.context["total"]) == ((), 0)
        assert "singular" not in page.content.decode()


def test_foreign_place_to_begin_is_ignored(candidate: HtmlClient, outsider: HtmlClient) -> None:
    question = make_question()
    mine = make_attempt(person_id_of(candidate), question)
    outsider.post("/questions/demo/probes/submit/", {"text": "x", "version": 1, "writer": uuid4(), "base": 0})
    theirs = Attempt.objects.exclude(pk=mine.pk).first()

    assert codes(candidate, f"?before={theirs.code if theirs else uuid4()}") == [mine.code]


def test_newest_come_first_page_by_page(candidate: HtmlClient) -> None:
    made = [attempt.code for attempt in make_attempts(person_id_of(candidate), make_question(), 2 * PAGE + 1)]

    first = page_of(candidate)
    second = page_of(candidate, f"?before={first.context['page'].older}")
    third = page_of(candidate, f"?before={second.context['page'].older}")

    shown = [[row.code for row in page.context["page"].rows] for page in (first, second, third)]
    assert shown == [made[:PAGE], made[PAGE : 2 * PAGE], made[2 * PAGE :]]
    assert third.context["page"].older is None
    assert f'href="?before={made[PAGE - 1]}"' in first.content.decode()
    assert "101 answers" in first.content.decode()


def test_exactly_one_page_has_no_next(candidate: HtmlClient) -> None:
    make_attempts(person_id_of(candidate), make_question(), PAGE)

    assert page_of(candidate).context["page"].older is None


def test_answers_to_one_question(candidate: HtmlClient) -> None:
    probes, pods = make_question("probes"), make_question("pods", position=2, title=both("豆荚", "All about Pods"))
    wanted = [attempt.code for attempt in make_attempts(person_id_of(candidate), probes, PAGE + 2)]
    other = make_attempt(person_id_of(candidate), pods)

    page = page_of(candidate, "?question=probes")

    assert codes(candidate, "?question=probes") == wanted[:PAGE]
    assert f'href="?question=probes&amp;before={wanted[PAGE - 1]}"' in page.content.decode()
    assert codes(candidate, f"?question=probes&before={wanted[PAGE - 1]}") == wanted[PAGE:]
    assert codes(candidate, "?question=pods") == [other.code]
    assert "All about Pods" not in page.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "?page=2",
        "?before=",
        "?before=abc",
        f"?before={2**70}",
        "?before=%00",
        f"?before={UUID(int=7)}",
        "?question=",
        "?x=1",
    ],
)
def test_odd_addresses_give_the_first_page(query: str, candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question())

    assert codes(candidate, query) == [attempt.code]


@pytest.mark.parametrize("slug", ["none", "a%00b", "%25", "%3Cb%3E", "x" * 5_000, "%ff", "probes'"])
def test_question_never_answered_says_so(slug: str, candidate: HtmlClient) -> None:
    make_attempt(person_id_of(candidate), make_question())

    page = page_of(candidate, f"?question={slug}")

    assert page.context["page"].rows == ()
    assert "There are no answers of yours to this question." in page.content.decode()
    assert 'href="/attempts/">Show all answers' in page.content.decode()


def test_destination_is_marked(candidate: HtmlClient) -> None:
    assert 'href="/attempts/" aria-current="page"' in page_of(candidate).content.decode()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_list_can_only_be_read(method: str, candidate: HtmlClient) -> None:
    assert getattr(candidate, method)("/attempts/").status_code == 405


@pytest.mark.parametrize("person", PEOPLE)
def test_empty_list_leads_to_signing_in(person: str, request: pytest.FixtureRequest) -> None:
    page = page_of(browser_of(request, person)).content.decode()

    signed_in = person not in ("guest", "candidate")
    assert ('href="/account/sign-in/?next=/attempts/">Sign in to see your answers' in page) != signed_in
