"""The page of a result: evidence in a folded answer, and steps that open once, in order, or say why not."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from questions.models import Question
from tests.e2e.answering import answer_page, box, expect_result, press
from tests.e2e.watching import Watch
from tests.factories import make_question
from tests.interview.away import database_away

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def question(transactional_db: None) -> Question:
    return make_question()


def result_of(context: BrowserContext, text: str) -> Page:
    page = answer_page(context)
    box(page).fill(text)
    press(page, "Submit answer")
    expect_result(page)
    return page


def test_link_to_evidence_in_the_folded_part_unfolds_it(context: BrowserContext) -> None:
    page = result_of(context, "I cannot say.\n" * 40 + "It will restart.")
    expect(page.locator("mark#e1")).to_be_hidden()

    page.get_by_role("link", name="Evidence 1 in the answer").click()

    expect(page.locator("mark#e1")).to_be_in_viewport()


def test_step_that_cannot_be_opened_says_so_and_opens_later(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 503", "console error: Response Status Error Code 503")
    page = result_of(context, "it will restart")
    with database_away():
        press(page, "Show step 1")
        expect(page.locator(".steps [role=status]")).to_have_text("The step could not be opened. Please try again.")

    press(page, "Show step 1")

    expect(page.locator("#step-1-title")).to_be_focused()


def test_double_click_opens_one_step(context: BrowserContext) -> None:
    page = result_of(context, "it will restart")

    page.get_by_role("button", name="Show step 1").dblclick()

    expect(page.locator("#step-1-title")).to_be_focused()
    expect(page.get_by_role("button", name="Show step 2")).to_be_visible()
    page.reload()
    expect(page.locator(".step-open")).to_have_count(1)


def test_open_steps_stay_open(context: BrowserContext) -> None:
    page = result_of(context, "it will restart")
    for number in (1, 2):
        press(page, f"Show step {number}")
        expect(page.locator(f"#step-{number}-title")).to_be_focused()

    page.reload()

    expect(page.locator(".step-open h3")).to_have_text([re.compile("Title of step 1"), re.compile("Title of step 2")])
    assert "Body of step 3" not in page.content()


def test_answer_can_be_given_again(context: BrowserContext) -> None:
    page = result_of(context, "it will restart")

    page.get_by_role("link", name="Answer again").click()

    expect(box(page)).to_have_value("")
    assert "Title of step" not in page.content()
