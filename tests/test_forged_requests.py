"""Requests that nobody's page makes: whoever sends them, they change nothing."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.apps import apps

from interview.models import Attempt, Draft, Objection, Result, Reveal
from tests.conftest import HtmlClient
from tests.factories import person_id_of
from tests.interview.people import browser_of
from tests.test_routes import EVERYBODY, METHODS, OTHER, OWN, ROWS, expected, make_site

pytestmark = pytest.mark.django_db

TOKENS: dict[str, dict[str, Any]] = {
    "no token": {},
    "made up": {"headers": {"X-CSRFToken": "y" * 32}},
    "no origin": {"headers": {"Origin": "null"}},
    "another site": {"headers": {"Origin": "https://evil.test", "Sec-Fetch-Site": "cross-site"}},
    "another type": {"content_type": "text/plain"},
}


@pytest.fixture
def site(candidate: HtmlClient) -> dict[str, Any]:
    return make_site(candidate)


def everything() -> dict[str, list[Any]]:
    """All rows of all tables."""
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in apps.get_models()}


def of_person(person_id: int) -> list[Any]:
    own = (table.objects.filter(person=person_id) for table in (Draft, Attempt))
    return [list(rows.values()) for rows in (*own, Result.objects, Reveal.objects, Objection.objects)]


@pytest.mark.parametrize("person", EVERYBODY)
def test_only_a_post_changes_anything(person: str, site: dict[str, Any], request: pytest.FixtureRequest) -> None:
    browser = browser_of(request, person)
    headers = dict.fromkeys(("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"), "POST")
    before = everything()

    for row in ROWS:
        for method in (*METHODS, "trace"):
            if method != "post":
                address = f"{row.path}?{urlencode({**site, '_method': 'POST'})}"
                status = getattr(browser, method)(address, headers=headers).status_code
                assert (row.path, method, status) == (row.path, method, expected(row, method, person, htmx=False))
    assert everything() == before


@pytest.mark.parametrize("person", sorted({*EVERYBODY} - {"candidate"}))
def test_nobody_else_changes_what_the_candidate_has(
    person: str, site: dict[str, Any], candidate: HtmlClient, request: pytest.FixtureRequest
) -> None:
    browser = browser_of(request, person)
    candidate.post("/questions/demo/probes/draft/", site | {"text": "of the candidate"})
    mine = person_id_of(candidate)
    forged = {"person": mine, "person_id": mine, "owner": mine, "user": mine, "revealed": 9, "points": 99}

    before = of_person(mine)

    for row in ROWS:
        if f"/{OWN}/" in row.path or f"/{OTHER}/" in row.path:
            browser.post(row.path, {**site, "criterion": "traffic", **forged})
    browser.post("/questions/demo/probes/draft/", {**site, **forged})
    browser.post("/questions/demo/probes/kept/discard/", forged)
    assert of_person(mine) == before


@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize("person", EVERYBODY)
def test_no_post_is_taken_without_its_token(
    person: str, token: str, site: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    browser = browser_of(request, person)
    browser.handler.enforce_csrf_checks = True
    before = everything()

    for row in ROWS:
        data = urlencode(site) if "content_type" in TOKENS[token] else site
        response = browser.post(row.path, data, **TOKENS[token])
        assert (row.path, response.status_code) == (row.path, 403)
    assert everything() == before
