"""Signing up with what a guest has done, losing the session while typing, and the account pages in every look."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from interview.accounts.models import Person, User
from questions.models import Question
from tests.e2e.answering import PAGE, RESULT, SAVED, answer_page, attempts, box, drafts, press, status
from tests.e2e.checks import assert_fits_everybody
from tests.e2e.conftest import Browse
from tests.e2e.looks import FOUR_LOOKS, Look
from tests.e2e.watching import Watch
from tests.factories import make_question
from tests.interview.accounts.signing import EMAIL, PASSWORD, make_user

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

SIGNED_OUT = "Not saved: you are signed out. Your text is kept. Sign in"


@pytest.fixture(autouse=True)
def question(transactional_db: None) -> Question:
    cache.clear()
    return make_question()


def sign_in(page: Page, email: str = EMAIL) -> None:
    """On the sign-in page."""
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form").get_by_role("button", name="Sign in").click()


def signed_in_page(context: BrowserContext) -> Page:
    """The page with the answer box, of a user."""
    page = context.new_page()
    page.goto(f"/account/sign-in/?next={PAGE}")
    sign_in(page)
    expect(page).to_have_url(PAGE)
    return page


def end_sessions() -> None:
    Session.objects.all().delete()


@pytest.mark.parametrize("look", FOUR_LOOKS, ids=str)
def test_no_choice_is_cut_off(look: Look, browse: Browse) -> None:
    page = browse(look).new_page()
    page.goto("/account/")

    cut = """boxes => boxes.filter(box => {
        const width = box.offsetWidth, free = box.cloneNode(true);
        free.className = "free"; box.after(free); free.style.width = "max-content";
        const needed = free.offsetWidth; free.remove(); return needed > width + 1 }).map(box => box.id)"""
    assert page.locator(".choice select").evaluate_all(cut) == []


def test_guest_keeps_the_answer_by_signing_up(context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).fill("It will restart.")
    page.locator("[data-key='Control+Enter']").click()
    expect(page).to_have_url(RESULT)
    result = page.url

    page.get_by_role("link", name="Keep it: create an account").click()
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form").get_by_role("button", name="Create an account").click()

    expect(page).to_have_url(result)
    assert (attempts(), Person.objects.get().user) == (["It will restart."], User.objects.get(email=EMAIL))
    expect(page.get_by_role("link", name="Keep it: create an account")).to_have_count(0)

    page.locator("summary[aria-label='Account']").click()
    press(page, "Sign out")
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()


def test_session_ends_while_typing_and_the_text_is_saved_after_signing_in(
    context: BrowserContext, watch: Watch
) -> None:
    watch.announce("status 401: POST")
    make_user(EMAIL)
    page = signed_in_page(context)
    box(page).fill("three hours of text")
    expect(status(page)).to_have_text(SAVED)
    end_sessions()
    box(page).press_sequentially(", and more")
    expect(status(page)).to_have_text(SIGNED_OUT)
    expect(box(page)).to_have_value("three hours of text, and more")

    status(page).get_by_role("link", name="Sign in").click()
    sign_in(page)

    expect(page).to_have_url(PAGE)
    expect(box(page)).to_have_value("three hours of text, and more")
    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["three hours of text, and more"]


def test_signing_in_in_another_tab_saves_what_waits_here(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 401: POST")
    make_user(EMAIL)
    page = signed_in_page(context)
    end_sessions()
    box(page).fill("waits here")
    expect(status(page)).to_have_text(SIGNED_OUT)

    other = context.new_page()
    other.goto("/account/sign-in/")
    sign_in(other)
    expect(other).to_have_url("/questions/")

    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["waits here"]


def test_text_waits_for_its_user_and_is_shown_to_nobody_else(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 401: POST")
    make_user(EMAIL)
    make_user("other@viva.test")
    page = signed_in_page(context)
    end_sessions()
    box(page).fill("private words")
    expect(status(page)).to_have_text(SIGNED_OUT)

    page.goto(PAGE)  # as a guest
    expect(box(page)).to_have_value("")
    box(page).fill("words of a guest")
    expect(status(page)).to_have_text(SAVED)
    page.goto(f"/account/sign-in/?next={PAGE}")
    sign_in(page, "other@viva.test")
    expect(box(page)).to_have_value("words of a guest")
    assert "private words" not in page.content()
    page.locator("summary[aria-label='Account']").click()
    press(page, "Sign out")
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    page.wait_for_load_state()

    page.goto(f"/account/sign-in/?next={PAGE}")
    sign_in(page)

    expect(box(page)).to_have_value("private words")
    expect(status(page)).to_have_text(SAVED)


def test_submit_of_somebody_signed_out_keeps_the_text(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 401: POST")
    make_user(EMAIL)
    page = signed_in_page(context)
    box(page).fill("my whole answer")
    expect(status(page)).to_have_text(SAVED)
    end_sessions()

    page.locator("[data-key='Control+Enter']").click()

    expect(status(page)).to_have_text(SIGNED_OUT)
    expect(box(page)).to_have_value("my whole answer")
    assert attempts() == []


def test_text_that_a_guest_could_not_save_goes_with_them(context: BrowserContext) -> None:
    make_user(EMAIL)
    page = answer_page(context)
    box(page).fill("saved words")
    expect(status(page)).to_have_text(SAVED)
    page.evaluate(
        """() => localStorage.setItem("viva:draft:demo/probes", JSON.stringify({
            person: document.querySelector("#answer-form").elements.person.value,
            text: "saved words and unsaved ones",
        }))"""
    )
    page.goto(f"/account/sign-in/?next={PAGE}")

    sign_in(page)

    expect(box(page)).to_have_value("saved words and unsaved ones")
    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["saved words and unsaved ones"]


def test_password_can_be_looked_at(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/account/sign-in/")
    field = page.get_by_label("Password", exact=True)
    field.fill("abc")

    page.get_by_role("button", name="Show the password").click()
    expect(field).to_have_attribute("type", "text")
    page.get_by_role("button", name="Show the password").click()
    expect(field).to_have_attribute("type", "password")


def test_letters_that_are_switched_off_do_nothing(context: BrowserContext) -> None:
    page = answer_page(context)
    page.goto("/account/")
    page.get_by_label("Single letters as shortcuts").select_option("off")
    page.locator("form[action='/preferences/shortcuts/'] button").click()
    page.goto(PAGE)
    box(page).fill("It will restart.")
    box(page).press("Control+Enter")
    expect(page).to_have_url(RESULT)
    page.wait_for_load_state()

    page.keyboard.press("r")
    page.wait_for_timeout(500)

    expect(page.locator("#step-1-title")).to_have_count(0)


def refused(page: Page) -> None:
    page.goto("/account/sign-in/")
    page.locator("[name=login]").fill(EMAIL)
    page.locator("[name=password]").fill("wrong")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("#form-error")).to_be_visible()


def account(page: Page) -> None:
    make_user(EMAIL)
    page.goto("/account/sign-in/?next=/account/")
    page.locator("[name=login]").fill(EMAIL)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").click()
    page.locator("details.menu").last.locator("summary").click()
    expect(page.locator("form[action='/account/sign-out/'] button").first).to_be_visible()


def password(page: Page) -> None:
    account(page)
    page.goto("/account/password/")


def email(page: Page) -> None:
    account(page)
    page.goto("/account/email/")


def at(path: str) -> Callable[[Page], None]:
    return lambda page: page.goto(path) and None


PAGES = {
    "sign-in": at("/account/sign-in/"),
    "sign-up": at("/account/sign-up/"),
    "reset": at("/account/reset/"),
    "sent": at("/account/reset/sent/"),
    "dead link": at("/account/confirm/x/"),
    "settings": at("/account/"),
    "refused": refused,
    "account": account,
    "password": password,
    "email": email,
}


@pytest.mark.parametrize("look", FOUR_LOOKS, ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_account_page_fits_everybody(
    name: str, look: Look, browse: Browse, live_server: LiveServer, watch: Watch
) -> None:
    if name == "refused":
        watch.announce("status 422: POST")
    page = browse(look).new_page()

    PAGES[name](page)

    assert_fits_everybody(page)
