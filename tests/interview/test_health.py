from typing import Any

import pytest

from tests.conftest import HtmlClient
from tests.interview.away import WAYS_IN, database_away
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("person", PEOPLE)
def test_health_is_good_while_the_database_answers(person: str, request: pytest.FixtureRequest) -> None:
    response = browser_of(request, person).get("/health/")

    assert (response.status_code, response.content, response["Content-Type"]) == (200, b"ok\n", "text/plain")


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_health_is_bad_while_the_database_is_away(way_in: str, guest: HtmlClient) -> None:
    with database_away(way_in):
        response = guest.get("/health/")

    assert (response.status_code, response.content) == (503, b"database away\n")


def test_health_is_bad_for_somebody_with_a_session_too(candidate: HtmlClient) -> None:
    candidate.raise_request_exception = False
    with database_away():
        assert candidate.get("/health/").status_code == 503


def test_load_balancer_costs_one_query(guest: HtmlClient, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        guest.get("/health/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_health_can_only_be_read(method: str, guest: HtmlClient) -> None:
    assert getattr(guest, method)("/health/").status_code == 405
