"""What all these tests rely on sees what it should."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.checks import assert_accessible, assert_no_sideways_scroll
from tests.e2e.watching import Watch

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

PAGE = '<!doctype html><html lang="en"><title>Made up</title><main><h1>Made up</h1>{}</main>'


def show(page: Page, body: str) -> None:
    """A page of ours under the policy of the site."""
    headers = {"content-security-policy": page.request.get("/health/").headers["content-security-policy"]}
    page.route(
        "**/made-up/", lambda route: route.fulfill(headers=headers, content_type="text/html", body=PAGE.format(body))
    )
    page.goto("/made-up/")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<p style="color: red">Red</p>', "console error: Applying inline style violates"),
        ("<script>document.title = 'Taken over'</script>", "console error: Executing inline script violates"),
        ('<img alt="" src="https://elsewhere.test/spy.png">', "violates the following Content Security Policy"),
        ('<img alt="" src="/missing.png">', "status 404: GET"),
    ],
)
def test_trouble_with_a_page_is_seen(body: str, problem: str, page: Page, watch: Watch) -> None:
    show(page, body)

    assert any(problem in each for each in watch.verdict()["unexpected"])
    watch.problems.clear()


@pytest.mark.parametrize(
    ("script", "event", "problem"),
    [
        ("console.debug('left in')", "console", "console debug: left in"),
        ("setTimeout(() => { throw new Error('broken') })", "weberror", "script: broken"),
        ("fetch('http://localhost:9/').catch(() => {})", "console", "violates the following Content Security Policy"),
    ],
)
def test_trouble_with_a_script_is_seen(script: str, event: Any, problem: str, page: Page, watch: Watch) -> None:
    show(page, "")
    with page.context.expect_event(event):
        page.evaluate(script)

    assert any(problem in each for each in watch.verdict()["unexpected"])
    watch.problems.clear()


def test_trouble_that_was_announced_and_stays_away_is_told(watch: Watch) -> None:
    watch.announce("status 503")

    assert watch.verdict() == {"unexpected": [], "missing": ["status 503"]}
    watch.problems.append("status 503")


def test_violation_and_sideways_scroll_are_seen(page: Page) -> None:
    show(page, '<img width="1400" src="/static/favicon.svg">')

    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)
    with pytest.raises(AssertionError):
        assert_no_sideways_scroll(page)
