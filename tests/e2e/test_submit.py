"""An answer is submitted once, whatever the person, the network or the server does meanwhile."""

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from interview.accounts.models import Person
from questions.models import Question
from tests.e2e.answering import PAGE, SAVED, answer_page, attempts, box, drafts, expect_result, notice, press, status
from tests.e2e.checks import assert_fits_everybody
from tests.e2e.watching import Watch
from tests.factories import make_question
from tests.interview.away import database_away

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

SUBMIT = "Submit answer"
UNSENT = "Not submitted, retrying. Your text is kept."


@pytest.fixture(autouse=True)
def question(transactional_db: None) -> Question:
    return make_question()


def test_answer_submitted_before_it_was_ever_saved_stays_with_its_guest(context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).fill("it will restart")
    press(page, SUBMIT)
    expect_result(page)

    response = page.reload()

    assert response is not None
    assert (response.status, Person.objects.count(), drafts()) == (200, 1, [])


def test_answer_is_submitted_as_soon_as_the_database_is_back(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 503")
    page = answer_page(context)
    box(page).fill("it will restart")
    expect(status(page)).to_have_text(SAVED)

    with database_away():
        press(page, SUBMIT)
        expect(status(page)).to_contain_text(UNSENT)
        expect(box(page)).to_have_value("it will restart")
        assert_fits_everybody(page)

    expect_result(page)
    assert attempts() == ["it will restart"]


def test_answer_is_submitted_as_soon_as_the_network_is_back(context: BrowserContext, watch: Watch) -> None:
    watch.announce("failed net::ERR_INTERNET_DISCONNECTED")
    page = answer_page(context)

    context.set_offline(True)
    box(page).fill("it will restart")
    press(page, SUBMIT)
    expect(status(page)).to_contain_text(UNSENT)
    context.set_offline(False)

    expect_result(page)
    assert attempts() == ["it will restart"]


def test_submit_whose_answer_got_lost_makes_one_attempt(context: BrowserContext, watch: Watch) -> None:
    watch.announce("failed net::ERR_FAILED")
    page = answer_page(context)

    def lose(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort()

    page.route("**/submit/", lose, times=1)
    box(page).fill("it will restart")
    expect(status(page)).to_have_text(SAVED)
    press(page, SUBMIT)
    expect(status(page)).to_contain_text(UNSENT)

    expect_result(page)
    assert attempts() == ["it will restart"]


def test_double_click_makes_one_attempt(context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).fill("it will restart")
    page.get_by_role("button", name=SUBMIT).dblclick()

    expect_result(page)
    page.goto(PAGE)
    assert (attempts(), drafts()) == (["it will restart"], [])


def test_way_back_from_the_result_leads_to_an_empty_box(context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).fill("it will restart")
    press(page, SUBMIT)
    expect_result(page)

    page.go_back()

    expect(box(page)).to_have_value("")
    assert (attempts(), drafts()) == (["it will restart"], [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" \n", "There is no answer yet. Write one, or choose “I don’t know, show me”."),
        ("x" * 4_001, "1 character too many; the text is still in the box."),
    ],
    ids=["empty", "too long"],
)
def test_answer_that_cannot_be_judged_is_told_with_focus(
    text: str, message: str, context: BrowserContext, watch: Watch
) -> None:
    watch.announce("status 422")
    page = answer_page(context)
    box(page).fill(text)
    press(page, SUBMIT)

    expect(page.get_by_role("alert")).to_have_text(message)
    expect(page.get_by_role("alert")).to_be_focused()
    expect(box(page)).to_have_value(text)
    expect(box(page)).to_have_attribute("aria-invalid", "true")
    expect(box(page)).to_have_accessible_description(f"In your own words, Chinese or English {message}")
    assert_fits_everybody(page)

    box(page).fill("it will restart")
    press(page, SUBMIT)
    expect_result(page)
    assert attempts() == ["it will restart"]


def test_answer_survives_that_cookies_were_deleted(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 403")  # with a new token, which the next request brings back
    watch.tolerate("failed net::ERR_ABORTED")  # what refused a save is never read, and leaving drops it
    page = answer_page(context)
    context.clear_cookies()
    box(page).fill("it will restart")
    press(page, SUBMIT)

    expect_result(page)
    assert attempts() == ["it will restart"]


def test_giving_up_shows_the_steps_without_a_score_and_keeps_the_text(context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).fill("it will")
    press(page, "I don’t know, show me")

    expect_result(page)
    expect(notice(page, "Not scored: you asked to see the answer.")).to_be_visible()
    expect(page.locator(".answer-text")).to_have_text("it will")
    expect(page.locator("#score")).to_have_count(0)
    press(page, "Show step 1")
    expect(page.locator("#step-1-title")).to_be_focused()
    assert attempts() == ["it will"]
