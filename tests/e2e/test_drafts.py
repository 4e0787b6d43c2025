"""Nothing typed is lost: saved while typing, kept in the browser until the server has it, back after a reload."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from questions.models import Question
from tests.e2e.answering import (
    PAGE,
    SAVED,
    UNSAVED,
    answer_page,
    answer_page_at_rest,
    box,
    drafts,
    notice,
    press,
    status,
)
from tests.e2e.watching import Watch
from tests.factories import make_question
from tests.interview.away import database_away

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

BACK_FROM_SERVER = "Your draft from last time is back."
BACK_FROM_BROWSER = "This browser held text that was not saved."
OFFERED = "This browser holds another text for this question."


@pytest.fixture(autouse=True)
def question(transactional_db: None) -> Question:
    return make_question()


def kept_by(page: Page) -> int:
    """How many texts the browser keeps for itself."""
    count: int = page.evaluate("localStorage.length")
    return count


def test_reload_brings_the_text_back(context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).fill("It will restart\n  the container.")
    expect(status(page)).to_have_text(SAVED)
    assert kept_by(page) == 0

    page.reload()

    expect(notice(page, BACK_FROM_SERVER)).to_be_visible()
    expect(box(page)).to_have_value("It will restart\n  the container.")


def test_text_is_saved_within_two_seconds_of_typing_without_a_pause(context: BrowserContext) -> None:
    page = answer_page_at_rest(context)
    box(page).focus()

    with page.expect_response("**/draft/"):
        for letter in "abcde":
            page.keyboard.type(letter)
            page.clock.run_for(500)

    assert drafts() == ["abcd"]


def test_text_typed_before_the_scripts_have_come_is_saved_too(context: BrowserContext) -> None:
    page = context.new_page()
    late: list[Route] = []
    page.route("**/js/*.js", lambda route: late.append(route))
    page.goto(PAGE, wait_until="commit")
    box(page).fill("typed early")
    assert late
    page.unroute("**/js/*.js")  # lets them go

    expect(page.locator("[data-count]")).to_have_text("2 words")
    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["typed early"]


def test_text_is_saved_as_soon_as_the_database_is_back(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 503")
    page = answer_page(context)

    with database_away():
        box(page).fill("typed meanwhile")
        expect(status(page)).to_contain_text(UNSAVED)
        expect(box(page)).to_have_value("typed meanwhile")
        assert kept_by(page) == 1

    expect(status(page)).to_have_text(SAVED)
    assert (drafts(), kept_by(page)) == (["typed meanwhile"], 0)


def test_save_is_repeated_until_the_database_is_back(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 503")
    watch.tolerate("failed net::ERR_ABORTED")  # a refusal is never read to its end
    page = answer_page_at_rest(context)
    tries: list[int] = []
    page.on("response", lambda response: tries.append(response.status))

    with database_away():
        box(page).fill("typed meanwhile")
        for number in range(1, 5):
            let_time_pass(page, lambda number=number: len(tries) >= number)
    let_time_pass(page, lambda: tries[-1] == 200)

    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["typed meanwhile"]


def let_time_pass(page: Page, until: Callable[[], bool]) -> None:
    """Move the clock on by half a second at a time."""
    for _ in range(100):
        page.wait_for_timeout(50)  # for the server, which knows nothing of this clock
        if until():
            return
        page.clock.run_for(500)
    raise AssertionError("never happened")


def test_text_is_saved_as_soon_as_the_network_is_back(context: BrowserContext, watch: Watch) -> None:
    watch.announce("failed net::ERR_INTERNET_DISCONNECTED")
    page = answer_page(context)

    context.set_offline(True)
    box(page).fill("typed meanwhile")
    expect(status(page)).to_contain_text(UNSAVED)
    expect(box(page)).to_have_value("typed meanwhile")
    context.set_offline(False)

    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["typed meanwhile"]


def test_save_can_be_repeated_by_hand(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 503")
    page = answer_page_at_rest(context)
    with database_away():
        box(page).fill("typed meanwhile")
        page.clock.run_for(1000)
        expect(status(page)).to_contain_text(UNSAVED)

    press(page, "Retry now")

    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["typed meanwhile"]


def test_text_of_a_tab_closed_offline_is_back_in_the_box(context: BrowserContext, watch: Watch) -> None:
    watch.announce("failed net::ERR_INTERNET_DISCONNECTED")
    close_offline(context, saved="It will", unsaved="It will restart.")

    page = answer_page(context)

    expect(notice(page, BACK_FROM_BROWSER)).to_be_visible()
    expect(box(page)).to_have_value("It will restart.")
    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["It will restart."]


def test_text_that_differs_from_the_saved_one_is_offered(context: BrowserContext, watch: Watch) -> None:
    watch.announce("failed net::ERR_INTERNET_DISCONNECTED")
    close_offline(context, saved="It will restart.", unsaved="Something else.")

    page = answer_page(context)
    offer = notice(page, OFFERED)
    expect(offer.locator("pre")).to_have_text("Something else.")
    expect(box(page)).to_have_value("It will restart.")

    press(page, "Swap it with the box")
    expect(offer.locator("pre")).to_have_text("It will restart.")
    expect(box(page)).to_have_value("Something else.")
    expect(box(page)).to_be_focused()
    expect(status(page)).to_have_text(SAVED)

    page.reload()
    expect(offer.locator("pre")).to_have_text("It will restart.")
    press(page, "Discard it")
    expect(offer).to_be_hidden()
    assert (drafts(), kept_by(page)) == (["Something else."], 0)


def test_text_kept_by_the_browser_is_not_shown_to_the_next_person(context: BrowserContext, watch: Watch) -> None:
    watch.announce("failed net::ERR_INTERNET_DISCONNECTED")
    close_offline(context, saved="It will", unsaved="It will restart.")
    context.clear_cookies()

    page = answer_page(context)

    expect(page.locator("[data-count]")).to_have_text("0 words")  # the scripts have run
    expect(box(page)).to_have_value("")
    assert "restart" not in page.content()
    assert (kept_by(page), drafts()) == (0, ["It will"])


def test_text_of_a_tab_opened_before_the_first_save_is_back_too(context: BrowserContext, watch: Watch) -> None:
    watch.announce("failed net::ERR_INTERNET_DISCONNECTED")
    make_question("another", position=2)
    page, another = context.new_page(), answer_page(context)
    page.goto("/questions/demo/another/")
    box(another).fill("makes the guest a person")
    expect(status(another)).to_have_text(SAVED)
    context.set_offline(True)
    box(page).fill("typed meanwhile")
    expect(status(page)).to_contain_text(UNSAVED)
    page.close()
    context.set_offline(False)

    again = context.new_page()
    again.goto("/questions/demo/another/")
    expect(again.locator("[data-count]")).not_to_be_empty()  # the scripts have run
    assert box(again).input_value() == "typed meanwhile"


def close_offline(context: BrowserContext, saved: str, unsaved: str) -> None:
    """Type, lose the network, type on and close the tab."""
    page = answer_page(context)
    box(page).fill(saved)
    expect(status(page)).to_have_text(SAVED)
    context.set_offline(True)
    box(page).fill(unsaved)
    expect(status(page)).to_contain_text(UNSAVED)
    page.close()
    context.set_offline(False)


def test_text_that_is_too_long_is_kept_and_told(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 422")
    page = answer_page(context)

    box(page).fill("x" * 4_002)

    expect(page.locator("[data-count]")).to_have_text("2 characters too many")
    expect(status(page)).to_have_text("2 characters too many; the text is still in the box.")
    expect(box(page)).to_have_value("x" * 4_002)
    box(page).fill("x" * 4_000)
    expect(status(page)).to_have_text(SAVED)
    assert drafts() == ["x" * 4_000]
