"""The admin as authors have it, in English."""

from playwright.sync_api import BrowserContext, Locator, Page
from pytest_django.live_server_helper import LiveServer

from questions.models import Question
from tests.conftest import HtmlClient
from tests.questions.admin.pages import address


def sign_in(context: BrowserContext, client: HtmlClient, site: LiveServer) -> None:
    """Take over the session of a client."""
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site.url}])


def open_draft(context: BrowserContext, question: Question) -> Page:
    page = context.new_page()
    page.goto(address("change", question))
    return page


def rows(page: Page, kind: str) -> Locator:
    """The rows of `steps` or `criteria`."""
    return page.locator(f"section:has(#rows-{kind}) [data-row]")


def row(page: Page, kind: str, title: str) -> Locator:
    return rows(page, kind).filter(has=page.locator(".row-title", has_text=title))


def unfold(found: Locator) -> Locator:
    found.locator("summary").click()
    return found


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()
