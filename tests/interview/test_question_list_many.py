"""More questions than anybody counts: what the list says of them, and that it never reads them all."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interview.domain.listing import COUNTED
from questions.models import Question
from tests.conftest import HtmlClient
from tests.factories import both, copy_question, make_bank, make_question
from tests.interview.people import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def few_counted() -> Iterator[None]:
    """As if 120 were as many as are counted, and pages led to 70 of more."""
    with patch("interview.domain.listing.COUNTED", 120), patch("interview.domain.listing.REACHED", 70):
        yield


def text_of(browser: HtmlClient, query: str = "") -> str:
    return " ".join(browser.get(f"/questions/{query}").content.decode().split())


def plans(browser: HtmlClient, query: str) -> list[str]:
    """How the database answers the queries of the page when reading a whole table is its last choice."""
    with CaptureQueriesContext(connection) as queries:
        browser.get(f"/questions/{query}")
    answers = []
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE questions_question, questions_version")
        cursor.execute("SET enable_seqscan = off")
        for one in queries.captured_queries:
            cursor.execute(f"EXPLAIN {one['sql']}")
            answers.append("\n".join(line for (line,) in cursor.fetchall()))
        cursor.execute("RESET enable_seqscan")
    return answers


@pytest.mark.parametrize(
    ("language", "count", "pages"),
    [
        ("en", "<b>More than 120</b> of 123 questions", "1 to 50 of the first 70; filter further to see the others"),
        (
            "zh-Hans",
            "<b>超过 120</b> 题符合，共 123 题",
            "第 1 到 50 题，只列出前 70 题，其余的请再加筛选条件查看",
        ),
    ],
)
def test_more_than_are_counted_is_said(
    language: str, count: str, pages: str, few_counted: None, request: pytest.FixtureRequest
) -> None:
    copy_question(make_question(), 122)
    html = text_of(browser_of(request, "guest", language), "?q=probes")

    assert count in html
    assert pages in html


def test_as_many_as_are_counted_are_all_reached(few_counted: None, guest: HtmlClient) -> None:
    copy_question(make_question(), 119)
    html = text_of(guest, "?q=probes&page=3")

    assert "<b>120</b> of 120 questions" in html
    assert "101 to 120 of 120" in html


def test_pages_of_many_hits_are_in_order_and_end(few_counted: None, guest: HtmlClient) -> None:
    copy_question(make_question("last", position=500), 122)
    slugs = [f"copy-{n}" for n in range(122)]

    shown = {page: guest.get(f"/questions/?q=probes&page={page}").context["questions"] for page in ("1", "2", "3")}
    assert [row.slug for row in shown["1"]] == slugs[:50]
    assert [row.slug for row in shown["2"]] == [row.slug for row in shown["3"]] == slugs[50:70]


def test_whole_list_is_counted_and_reached(few_counted: None, guest: HtmlClient) -> None:
    copy_question(make_question(), 122)
    html = text_of(guest, "?page=3")

    assert "101 to 123 of 123" in html
    assert "More than" not in html


@pytest.mark.parametrize("query", ["?q=probes", "?q=p", "?topic=lifecycle", "?difficulty=2", "?state=new"])
def test_hits_are_counted_no_further_than_that(query: str, guest: HtmlClient) -> None:
    make_question()
    with CaptureQueriesContext(connection) as queries:
        guest.get(f"/questions/{query}")

    hits = [one["sql"] for one in queries.captured_queries if f"LIMIT {COUNTED + 1}" in one["sql"]]
    assert len(hits) == 1
    assert "COUNT(" not in hits[0]
    assert "ORDER BY" not in hits[0]


@pytest.mark.django_db(transaction=True)  # so that the tables can be vacuumed
@pytest.mark.parametrize("text", ["orchid", "兰", "orchid+probes", "%25"])
def test_search_enters_by_the_index_of_titles(text: str, guest: HtmlClient) -> None:
    copy_question(make_question(), 3_000)
    make_question("rare", position=9_000, title=both("兰花 50%", "An orchid among probes"))

    _, _, hits, _ = plans(guest, f"?q={text}")
    assert "Bitmap Index Scan on version_by_grams" in hits
    assert [row.slug for row in guest.get(f"/questions/?q={text}").context["questions"]] == ["rare"]


@pytest.mark.django_db(transaction=True)
def test_list_is_counted_and_put_in_order_by_an_index(guest: HtmlClient) -> None:
    copy_question(make_question(), 3_000)
    counts, _, page = plans(guest, "?page=2")

    assert "Index Only Scan using question_" in counts
    assert "Index Only Scan using question_listed on questions_question u0" in page
    assert "Sort Key: u0" not in page


def test_questions_of_closed_banks_are_not_counted(guest: HtmlClient, admin: HtmlClient) -> None:
    copy_question(make_question(), 3)
    copy_question(make_question("hush", bank=make_bank("secret", public=False)), 5)
    counted = {}
    for browser in (guest, admin):
        page = browser.get("/questions/?q=probes").context
        counted[browser] = (page["found"], page["total"], len(page["questions"]))

    assert counted == {guest: (4, 4, 4), admin: (10, 10, 10)}


def test_many_hidden_hits_do_not_hide_the_few(few_counted: None, guest: HtmlClient) -> None:
    make_question()
    copy_question(make_question("hush", bank=make_bank("secret", public=False)), 130)

    assert "<b>1</b> of 1 question" in text_of(guest, "?q=probes")


def test_retired_questions_are_not_counted(guest: HtmlClient) -> None:
    copy_question(make_question(), 3)
    Question.objects.filter(slug="copy-1").update(status="retired")

    assert "<b>3</b> of 3 questions" in text_of(guest, "?q=probes")
