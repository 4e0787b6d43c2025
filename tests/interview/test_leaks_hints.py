"""No byte of a hint reaches anybody before it is taken, nor one who has not taken it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import HtmlClient
from tests.factories import form_of
from tests.interview.marked import ANSWER, in_context, in_language, make_marked, markers, sent
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/marked/"
HTMX = {"HX-Request": "true", "accept": "*/*"}
ORDER = ("hint2a", "hint2b", "hint1a")  # of other, deeper, other: required points first


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("person", PEOPLE)
def test_each_press_shows_one_hint_and_nothing_else(person: str, language: str, request: pytest.FixtureRequest) -> None:
    form = form_of(make_marked())
    browser = browser_of(request, person, language)
    for number, way in enumerate(("other", "deeper", "other"), start=1):
        response = browser.post(f"{PAGE}hint/", form | {way: number}, headers=HTMX)

        shown = in_language(*ORDER[:number], language=language)
        page = browser.get(PAGE)
        assert markers(sent(response)) == shown == markers(sent(page))
        assert in_context(response) == shown == in_context(page)

    beyond = [browser.post(f"{PAGE}hint/", form | {"other": number}, headers=HTMX) for number in (1, 2, 3, 4, 99)]
    assert {frozenset(markers(sent(response))) for response in beyond} == {frozenset(shown), frozenset()}


def test_hints_are_chosen_without_a_look_at_the_text(candidate: HtmlClient, outsider: HtmlClient) -> None:
    question = make_marked()
    for browser, text in ((candidate, "covertterm2 covertsyn2"), (outsider, "nothing")):
        browser.script("post", f"{PAGE}draft/", form_of(question, text))

    pages = [
        browser.post(f"{PAGE}hint/", form_of(question) | {"other": 1}, headers=HTMX)
        for browser in (candidate, outsider)
    ]

    assert pages[0].content == pages[1].content


def test_refused_request_shows_no_hint(candidate: HtmlClient) -> None:
    form = form_of(make_marked(), "x" * 4_001)

    for changes in ({"other": 1}, {"other": 4}, {"version": 99, "other": 1}, {"other": ""}):
        response = candidate.post(f"{PAGE}hint/", form | changes)
        assert (response.status_code in (404, 422), markers(sent(response))) == (True, set())
    for method in ("get", "head", "put", "options"):
        assert markers(sent(getattr(candidate, method)(f"{PAGE}hint/"))) == set()


def test_after_submitting_only_the_result_shows_its_hint(candidate: HtmlClient, outsider: HtmlClient) -> None:
    question = make_marked()
    candidate.post(f"{PAGE}hint/", form_of(question) | {"other": 1}, headers=HTMX)

    result = candidate.post(f"{PAGE}submit/", form_of(question, ANSWER), follow=True)

    pages = (result, candidate.get(PAGE), outsider.get(PAGE))
    assert [[word for word in markers(sent(page)) if "hint" in word] for page in pages] == [["coverthint2aen"], [], []]


def test_only_the_taken_hint_leaves_the_database(candidate: HtmlClient) -> None:
    candidate.post(f"{PAGE}hint/", form_of(make_marked()) | {"other": 1}, headers=HTMX)
    with CaptureQueriesContext(connection) as queries:
        candidate.get(PAGE)

    rows = []
    with connection.cursor() as cursor:
        for query in queries:
            if "interview_hinttaken" in query["sql"]:
                cursor.execute(query["sql"])
                rows += cursor.fetchall()
    found = markers(str(rows))
    assert found == in_language("hint2a", language="en") | in_language("hint2a", language="zh-Hans")
