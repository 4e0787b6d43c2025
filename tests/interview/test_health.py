import pytest

from tests.conftest import HtmlClient
from tests.interview.away import database_away
from tests.interview.people import PEOPLE, browser_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("person", PEOPLE)
def test_health_is_good_while_the_database_answers(person: str, request: pytest.FixtureRequest) -> None:
    response = browser_of(request, person).get("/health/")

    assert (response.status_code, response.content, response["Content-Type"]) == (200, b"ok\n", "text/plain")


def test_health_is_bad_while_the_database_is_away(guest: HtmlClient) -> None:
    with database_away():
        response = guest.get("/health/")

    assert (response.status_code, response.content) == (503, b"database away\n")


def test_health_asks_once_and_knows_nobody(candidate: HtmlClient, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):
        candidate.get("/health/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_health_can_only_be_read(method: str, guest: HtmlClient) -> None:
    assert getattr(guest, method)("/health/").status_code == 405
