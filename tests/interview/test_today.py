from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from interview.domain.showing import Words
from interview.domain.today import BegunAnswer, Choice, pick
from interview.models import Draft
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import both, form_of, make_attempt, make_bank, make_question, person_id_of
from tests.interview.people import PEOPLE, browser_of

DAY = date(2026, 11, 25)
NETWORK, STORAGE, LIFE = ("network",), ("storage",), ("life",)


def choice(number: int, topics: tuple[str, ...] = (), share: str | None = None) -> Choice:
    return Choice(number, topics, None if share is None else Decimal(share))


@pytest.mark.parametrize(
    ("choices", "picked"),
    [
        ([], []),
        ([choice(1)], [{1}]),
        ([choice(1, NETWORK), choice(2, NETWORK), choice(3, STORAGE), choice(4, LIFE)], [{1, 2, 3, 4}] * 3),
        ([choice(1, share="0"), choice(2)], [{2}, {1}]),
        (
            [choice(1, share="0.5"), choice(2, share="0"), choice(3, share="1"), choice(4, share="0.25")],
            [{2}, {4}, {1}],
        ),
        ([choice(n, share="0.5") for n in range(9)], [set(range(9))] * 3),
    ],
)
def test_new_ones_come_first_then_the_weakest(choices: list[Choice], picked: list[set[int]]) -> None:
    found = pick(choices, 1, DAY)

    assert len(found) == len(set(found)) == len(picked)
    assert all(number in allowed for number, allowed in zip(found, picked, strict=True))


@pytest.mark.parametrize("person", [None, 1, 2, 3, 10**9])
def test_new_ones_are_spread_over_topics(person: int | None) -> None:
    topics = dict.fromkeys(range(20), NETWORK) | {20: STORAGE, 21: LIFE}

    found = pick([choice(n, topic) for n, topic in topics.items()], person, DAY)

    assert {topics[n] for n in found} == {NETWORK, STORAGE, LIFE}


def test_the_same_all_day_whatever_the_order() -> None:
    choices = [choice(n, NETWORK) for n in range(50)]

    assert pick(choices, 7, DAY) == pick(choices[::-1], 7, DAY)


def test_another_day_or_person_gets_others() -> None:
    choices = [choice(n) for n in range(1_000)]
    days = [date(2026, 11, day) for day in range(1, 31)]

    assert len({tuple(pick(choices, person, day)) for person in (None, 1, 2) for day in days}) == 90


def page_of(browser: HtmlClient) -> Any:
    response = browser.get("/")
    assert response.status_code == 200
    return response


@pytest.fixture
def bank(db: None) -> list[Question]:
    make_bank()
    return [make_question(f"question-{n}", position=n, tags=["lifecycle", f"tag-{n % 3}"]) for n in range(5)]


@pytest.mark.parametrize("person", PEOPLE)
def test_somebody_new_sees_three_questions_and_no_zeros(
    person: str, bank: list[Question], request: pytest.FixtureRequest
) -> None:
    page = page_of(browser_of(request, person))

    assert [row.state for row in page.context["questions"]] == ["new"] * 3
    assert {row.tags[1].text for row in page.context["questions"]} == {"tag-0", "tag-1", "tag-2"}
    assert page.context["begun"] is None
    html = page.content.decode()
    assert "Go on writing" not in html
    assert "Best score" not in html
    assert "Not scored" not in html
    assert html.count("button-primary") == 1


def test_draft_saved_last_is_to_be_continued(bank: list[Question], candidate: HtmlClient) -> None:
    for question, text in ((bank[1], "older"), (bank[0], "先用 cordon " * 40), (bank[2], "")):
        candidate.script("post", f"/questions/demo/{question.slug}/draft/", form_of(question, text))
    saved = datetime(2026, 11, 24, 21, 40, tzinfo=UTC)
    Draft.objects.filter(version__question=bank[0]).update(updated=saved)
    Draft.objects.filter(version__question=bank[1]).update(updated=saved.replace(hour=20))

    page = page_of(candidate)

    assert page.context["begun"] == BegunAnswer(
        bank="demo",
        slug="question-0",
        title=Words("Which probes are there?", "en"),
        excerpt=("先用 cordon " * 40)[:160].strip(),
        words=120,
        saved=saved,
    )
    html = " ".join(page.content.decode().split())
    assert "Draft of 120 words, saved <time" in html
    assert 'datetime="2026-11-24T21:40:00+00:00" data-day>24 November, 21:40</time>' in html
    assert 'href="/questions/demo/question-0/"' in html


def test_submitted_draft_is_not_to_be_continued(bank: list[Question], candidate: HtmlClient) -> None:
    form = form_of(bank[0])
    candidate.script("post", "/questions/demo/question-0/draft/", form)
    candidate.post("/questions/demo/question-0/submit/", form)

    assert page_of(candidate).context["begun"] is None


def test_begun_question_is_not_picked(bank: list[Question], candidate: HtmlClient) -> None:
    for question in bank[:4]:
        candidate.script("post", f"/questions/demo/{question.slug}/draft/", form_of(question))

    assert [row.slug for row in page_of(candidate).context["questions"]] == ["question-4"]


def test_answer_to_a_question_that_was_retired_is_still_to_be_continued(
    bank: list[Question], candidate: HtmlClient
) -> None:
    candidate.script("post", "/questions/demo/question-0/draft/", form_of(bank[0]))
    Question.objects.update(status=Question.Status.RETIRED)

    page = page_of(candidate)

    assert (page.context["begun"].slug, page.context["questions"]) == ("question-0", [])
    assert candidate.get("/questions/demo/question-0/").status_code == 200


def test_weakest_are_picked_when_nothing_is_new(bank: list[Question], candidate: HtmlClient) -> None:
    answers = ["restart traffic", "restart", "nothing", "restart", "restart traffic"]
    for question, text in zip(bank, answers, strict=True):
        make_attempt(person_id_of(candidate), question, text)
    make_attempt(person_id_of(candidate), bank[1], "restart traffic")

    rows = page_of(candidate).context["questions"]

    assert [(row.slug, row.best) for row in rows[:2]] == [("question-2", 0), ("question-3", 2)]
    assert rows[2].best == 4


def test_given_up_question_counts_as_weak_and_shows_no_zero(bank: list[Question], candidate: HtmlClient) -> None:
    for question in bank:
        make_attempt(person_id_of(candidate), question, "restart traffic")
    given_up = make_question("given-up", position=9)
    make_attempt(person_id_of(candidate), given_up, "", gave_up=True)

    page = page_of(candidate)

    assert (page.context["questions"][0].slug, page.context["questions"][0].best) == ("given-up", None)
    assert "Not scored" in page.content.decode()


def test_nothing_of_others_is_shown(bank: list[Question], candidate: HtmlClient, outsider: HtmlClient) -> None:
    candidate.script("post", "/questions/demo/question-0/draft/", form_of(bank[0], "my own words"))
    make_attempt(person_id_of(candidate), bank[1])

    page = page_of(outsider)

    assert page.context["begun"] is None
    assert [row.state for row in page.context["questions"]] == ["new"] * 3
    assert "my own words" not in page.content.decode()


def test_private_and_unpublished_questions_are_not_picked(guest: HtmlClient, admin: HtmlClient) -> None:
    make_question("hush", bank=make_bank("secret", public=False))
    make_question("retired", status="retired")
    Question.objects.create(bank=make_bank(), slug="unpublished", title=both("草稿", "Draft"))

    assert [row.slug for row in page_of(guest).context["questions"]] == []
    assert [row.slug for row in page_of(admin).context["questions"]] == ["hush"]
    assert "There are no questions here yet." in page_of(guest).content.decode()


def test_no_destination_is_marked(bank: list[Question], guest: HtmlClient) -> None:
    html = page_of(guest).content.decode()
    nav = html[html.index("<nav") : html.index("</nav>")]

    assert "aria-current" not in nav
    assert 'href="/" aria-current="page"' in html


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_today_can_only_be_read(method: str, guest: HtmlClient) -> None:
    assert getattr(guest, method)("/").status_code == 405


def test_reading_makes_nobody(bank: list[Question], guest: HtmlClient) -> None:
    page_of(guest)

    assert "sessionid" not in guest.cookies


@pytest.mark.parametrize(("person", "told", "account"), [("guest", 1, 1), ("outsider", 1, 0), ("candidate", 0, 0)])
def test_only_somebody_new_is_told_what_this_is(
    person: str, told: int, account: int, bank: list[Question], request: pytest.FixtureRequest
) -> None:
    html = page_of(request.getfixturevalue(person)).content.decode()

    assert html.count("Answer an interview question in your own words") == told
    assert html.count("No account is needed to start.") == account


def test_empty_site_does_not_speak_of_questions(guest: HtmlClient) -> None:
    assert "today-intro" not in page_of(guest).content.decode()
