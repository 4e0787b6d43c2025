"""The database is away: a page that needs nothing says so and when to try again; no text comes back in it."""

from typing import Any

import pytest
from django.db import InterfaceError, OperationalError

from interview.models import Attempt, Draft
from tests.conftest import HtmlClient
from tests.factories import form_of, make_attempt, make_question, person_id_of
from tests.interview.away import WAYS_IN, database_away

pytestmark = pytest.mark.django_db

PAGE = "/questions/demo/probes/"
POSTS = ("draft/", "submit/", "give-up/")


def quiet(browser: HtmlClient) -> HtmlClient:
    browser.raise_request_exception = False
    return browser


def assert_bare(response: Any) -> None:
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response["Cache-Control"] == "private, no-store"
    body = response.content.decode()
    assert "<h1>The database is away for a moment</h1>" in body
    assert [word for word in ("covert", "Traceback", "OperationalError", "csrf") if word in body] == []


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
@pytest.mark.parametrize("person", ["guest", "candidate", "outsider", "admin"])
def test_reading_is_told_to_come_back(
    way_in: str, error: type[Exception], person: str, request: pytest.FixtureRequest
) -> None:
    make_question()
    browser = quiet(request.getfixturevalue(person))

    with database_away(way_in, error):
        responses = [browser.get(path) for path in ("/questions/", PAGE, "/admin/login/")]

    assert_bare(responses[0])
    assert_bare(responses[1])
    assert responses[2].status_code in (200, 302, 503)  # an anonymous visitor is sent to sign in without a query


@pytest.mark.parametrize("action", POSTS)
@pytest.mark.parametrize("headers", [{}, {"accept": "*/*"}, {"HX-Request": "true"}])
def test_writing_is_told_to_come_back_without_its_text(
    action: str, headers: dict[str, str], candidate: HtmlClient
) -> None:
    question = make_question()
    candidate.script("post", f"{PAGE}draft/", form_of(question, "stored words"))

    with database_away():
        response = quiet(candidate).post(
            PAGE + action, form_of(question, "covert words of mine", version=1), headers=headers
        )

    assert_bare(response)
    assert Attempt.objects.count() == 0
    assert list(Draft.objects.values_list("text", "closed")) == [("stored words", False)]


def test_reveal_is_told_to_come_back(candidate: HtmlClient) -> None:
    attempt = make_attempt(person_id_of(candidate), make_question())

    with database_away():
        response = quiet(candidate).post(f"/attempts/{attempt.code}/steps/1/reveal/", headers={"HX-Request": "true"})

    assert_bare(response)
    assert attempt.reveals.count() == 0


def test_page_is_in_the_language_of_the_reader(candidate: HtmlClient) -> None:
    candidate.cookies["django_language"] = "zh-hans"

    with database_away():
        body = quiet(candidate).get("/questions/").content.decode()

    assert '<html lang="zh-Hans">' in body
    assert "The database" not in body


def test_session_survives(candidate: HtmlClient) -> None:
    question = make_question()
    candidate.script("post", f"{PAGE}draft/", form := form_of(question, "stored words"))
    with database_away():
        response = quiet(candidate).script("post", f"{PAGE}draft/", form | {"revision": 2, "text": "more words"})

    assert "sessionid" not in response.cookies
    again = candidate.script("post", f"{PAGE}draft/", form | {"revision": 2, "text": "more words"})
    assert (again.status_code, again["Viva-Revision"]) == (200, "2")
    assert Draft.objects.get().person_id == person_id_of(candidate)


def test_missing_page_is_still_missing(guest: HtmlClient) -> None:
    with database_away():
        assert quiet(guest).get("/nothing/here/").status_code == 404


def test_missing_page_of_somebody_signed_in_is_away(outsider: HtmlClient) -> None:
    with database_away():
        assert_bare(quiet(outsider).get("/nothing/here/"))


def test_guest_can_choose_a_theme(guest: HtmlClient) -> None:
    with database_away():
        response = quiet(guest).post("/preferences/theme/", {"theme": "dark", "next": "/questions/"})

    assert (response.status_code, response.cookies["theme"].value) == (302, "dark")
