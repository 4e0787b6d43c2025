"""The page with the answer box of one made-up question, in English."""

import re
from datetime import UTC, datetime

from playwright.sync_api import BrowserContext, Locator, Page, expect

from interview.models import Attempt, Draft

PAGE = "/questions/demo/probes/"
RESULT = re.compile(r"/attempts/[0-9a-f-]{36}/(#.*)?$")
SAVED = re.compile(r"^Saved \d\d:\d\d$")
UNSAVED = re.compile(r"^Not saved, retrying")


def answer_page(context: BrowserContext) -> Page:
    """The page in a new tab."""
    page = context.new_page()
    page.goto(PAGE)
    return page


def answer_page_at_rest(context: BrowserContext) -> Page:
    """The page in a new tab whose timers run only when the test moves its clock."""
    page = context.new_page()
    page.clock.install(time=datetime(2026, 1, 1, 9, tzinfo=UTC))
    page.goto(PAGE)
    page.clock.pause_at(datetime(2026, 1, 1, 10, tzinfo=UTC))
    return page


def box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Your answer")


def status(page: Page) -> Locator:
    return page.locator("#save-status")


def notice(page: Page, text: str) -> Locator:
    return page.locator(".notice", has_text=text)


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def expect_result(page: Page) -> None:
    """The page of a result, with its scripts."""
    expect(page).to_have_url(RESULT)
    page.wait_for_load_state()


def drafts() -> list[str]:
    """The open drafts of everybody."""
    return list(Draft.objects.filter(closed=False).values_list("text", flat=True))


def attempts() -> list[str]:
    """The texts of everybody's attempts."""
    return list(Attempt.objects.order_by("pk").values_list("text", flat=True))
