"""Everything by keyboard, and nothing taken from somebody who is typing or composing Chinese."""

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from questions.models import Question
from tests.e2e.answering import (
    PAGE,
    SAVED,
    answer_page,
    answer_page_at_rest,
    attempts,
    box,
    drafts,
    expect_result,
    press,
    status,
)
from tests.factories import make_question

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def question(transactional_db: None) -> Question:
    return make_question()


@pytest.fixture
def result(context: BrowserContext) -> Page:
    """The page of a result with no step open."""
    page = answer_page(context)
    box(page).fill("it will restart")
    press(page, "Submit answer")
    expect_result(page)
    return page


def compose(page: Page, letters: str) -> None:
    """As an input method does: the letters stand in the box and wait to become characters."""
    keyboard = page.context.new_cdp_session(page)
    place = {"selectionStart": len(letters), "selectionEnd": len(letters)}
    keyboard.send("Input.imeSetComposition", {"text": letters, **place})


@pytest.mark.parametrize("keys", ["Control+Enter", "Meta+Enter"])
def test_answer_is_submitted_by_key(keys: str, context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).fill("it will restart")

    page.keyboard.press(keys)

    expect_result(page)
    assert attempts() == ["it will restart"]


def test_answer_is_saved_by_key_at_once(context: BrowserContext) -> None:
    page = answer_page_at_rest(context)
    box(page).fill("it will restart")

    page.keyboard.press("Control+s")

    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["it will restart"]


def test_keys_pressed_while_composing_submit_nothing(context: BrowserContext) -> None:
    page = answer_page(context)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url.removesuffix("/").rpartition("/")[2]))
    box(page).focus()
    compose(page, "chongqi")

    page.keyboard.press("Control+Enter")
    page.keyboard.insert_text("重启")

    expect(box(page)).to_have_value("重启")
    expect(status(page)).to_have_text(SAVED)
    assert (set(sent), attempts()) == ({"draft"}, [])


def test_enter_and_letters_are_text_in_the_box(context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).focus()

    page.keyboard.type("r\nR")

    expect(box(page)).to_have_value("r\nR")
    expect(page).to_have_url(PAGE)


def test_r_opens_one_step_after_the_other(result: Page) -> None:
    for number, key in enumerate("rRr", start=1):
        result.keyboard.press(key)
        expect(result.locator(f"#step-{number}-title")).to_be_focused()

    result.keyboard.press("r")  # there are no more
    expect(result.locator(".step-open")).to_have_count(3)


@pytest.mark.parametrize("keys", ["Control+r", "Alt+r", "x"])
def test_other_keys_open_nothing(keys: str, result: Page) -> None:
    result.evaluate("document.addEventListener('keydown', event => event.preventDefault())")  # not even a reload
    result.keyboard.press(keys)
    result.keyboard.press("Tab")

    expect(result.locator(".step-open")).to_have_count(0)


def test_r_typed_into_a_field_opens_nothing(result: Page) -> None:
    result.get_by_text("I did get this right").click()
    result.locator("#objection-text").press_sequentially("rR")

    expect(result.locator("#objection-text")).to_have_value("rR")
    expect(result.locator(".step-open")).to_have_count(0)


def test_first_tab_stop_leads_to_the_content(context: BrowserContext) -> None:
    page = answer_page(context)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()

    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_whole_answer_needs_no_mouse(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/questions/")
    tab_to(page.get_by_role("link", name="Which probes are there?"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(PAGE)
    page.wait_for_load_state()

    tab_to(box(page))
    page.keyboard.type("it will restart")
    tab_to(page.get_by_role("button", name="Submit answer"))
    page.keyboard.press("Enter")
    expect_result(page)

    tab_to(page.get_by_role("button", name="Show step 1"))
    page.keyboard.press("Enter")
    expect(page.locator("#step-1-title")).to_be_focused()
    assert attempts() == ["it will restart"]


def tab_to(target: Locator) -> None:
    """From wherever the focus is, in the order of the page."""
    for _ in range(40):
        target.page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("never reached")
