"""Reading, answering, opening steps and choosing a language need no JavaScript."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from questions.models import Question
from tests.e2e.answering import PAGE, answer_page, attempts, box, drafts, expect_result, notice, press
from tests.e2e.checks import assert_no_sideways_scroll
from tests.e2e.conftest import Browse
from tests.e2e.looks import PHONE, Look
from tests.e2e.watching import Watch
from tests.factories import make_question

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def question(transactional_db: None) -> Question:
    return make_question()


@pytest.fixture
def context(browse: Browse) -> BrowserContext:
    return browse(java_script_enabled=False)


def test_guest_answers_and_opens_every_step(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="See all questions").click()
    page.get_by_role("link", name="Which probes are there?").click()
    box(page).fill("it will restart")
    press(page, "Save draft")
    expect(page).to_have_url(PAGE)
    expect(box(page)).to_have_value("it will restart")
    assert drafts() == ["it will restart"]

    press(page, "Submit answer")
    expect_result(page)
    expect(page.locator(".score-total")).to_have_text("2 / 4")
    for number in (1, 2, 3):
        press(page, f"Show step {number}")
        expect(page).to_have_url(re.compile(f"#step-{number}-title$"))
        expect(page.locator(f"#step-{number}-title")).to_contain_text(f"Title of step {number}")
        expect(page.locator(f"#step-{number}-title")).to_be_in_viewport()
        assert f"Body of step {number + 1}" not in page.content()
    assert (attempts(), drafts()) == (["it will restart"], [])


def test_guest_gives_up(context: BrowserContext) -> None:
    page = answer_page(context)
    press(page, "I don’t know, show me")

    expect_result(page)
    expect(notice(page, "Not scored: you asked to see the answer.")).to_be_visible()
    press(page, "Show step 1")
    expect(page.get_by_text("Body of step 1")).to_be_visible()


@pytest.mark.parametrize("action", ["Submit answer", "Save draft"])
def test_text_that_is_too_long_comes_back(action: str, context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 422")
    page = answer_page(context)
    box(page).fill("x" * 4_001)
    press(page, action)

    expect(page.get_by_role("alert")).to_have_text("1 character too many; the text is still in the box.")
    expect(box(page)).to_have_value("x" * 4_001)
    box(page).fill("it will restart")
    press(page, "Submit answer")
    expect_result(page)


@pytest.mark.parametrize("before", ["at first", ""])
def test_second_tab_sees_both_texts_and_saves_after_that(before: str, context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 409")
    if before:
        save_draft(answer_page(context), before)
    first, second = answer_page(context), answer_page(context)

    save_draft(first, "from the first tab")
    save_draft(second, "from the second tab")
    expect(box(second)).to_have_value("from the second tab")
    assert drafts() == ["from the first tab"]
    expect(second.locator("#conflict pre")).to_have_text("from the first tab")

    press(second, "Save draft")
    expect(second).to_have_url(PAGE)
    expect(box(second)).to_have_value("from the second tab")
    assert drafts() == ["from the second tab"]


def save_draft(page: Page, text: str) -> None:
    box(page).fill(text)
    with page.expect_navigation():
        press(page, "Save draft")


def test_language_is_switched(context: BrowserContext) -> None:
    page = answer_page(context)
    page.locator("summary[aria-label=Language]").click()
    page.get_by_role("button", name="简体中文").first.click()

    expect(page).to_have_url(PAGE)
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.get_by_role("button", name="提交回答")).to_be_visible()


def test_phone_shows_every_button(browse: Browse) -> None:
    page = answer_page(browse(Look(size=PHONE), java_script_enabled=False))

    for button in ("Submit answer", "I don’t know, show me", "Save draft"):
        expect(page.get_by_role("button", name=button)).to_be_in_viewport(ratio=1)
    assert_no_sideways_scroll(page)
