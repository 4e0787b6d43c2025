"""Two tabs with the same question: no text of either is overwritten unseen."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from interview.models import Draft
from questions.models import Question
from tests.e2e.answering import PAGE, SAVED, answer_page, attempts, box, drafts, expect_result, notice, press, status
from tests.e2e.checks import assert_fits_everybody
from tests.e2e.watching import Watch
from tests.factories import make_question

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

OTHER = "Another tab or device has saved a different text"


@pytest.fixture(autouse=True)
def question(transactional_db: None) -> Question:
    return make_question()


@pytest.fixture
def tabs(context: BrowserContext) -> tuple[Page, Page]:
    """Two tabs of a guest who has saved something before."""
    first = answer_page(context)
    box(first).fill("at first")
    expect(status(first)).to_have_text(SAVED)
    return first, answer_page(context)


@pytest.fixture
def behind(tabs: tuple[Page, Page], watch: Watch) -> Page:
    """The second tab, whose text differs from what the first has saved meanwhile."""
    watch.announce("status 409")
    save_in_first_and_type_in_second(*tabs)
    return tabs[1]


def save_in_first_and_type_in_second(first: Page, second: Page) -> None:
    with first.expect_response("**/draft/"):
        box(first).fill("from the first tab")
    expect(status(first)).to_have_text(SAVED)
    box(second).fill("from the second tab")
    expect(status(second)).to_have_text("Not saved: choose a text above")


def kept(page: Page) -> str:
    """What stands on the page beside the box."""
    return page.locator(".messages pre:visible").inner_text()


def test_second_tab_sees_both_texts(behind: Page) -> None:
    expect(notice(behind, OTHER)).to_be_in_viewport()
    expect(box(behind)).to_have_value("from the second tab")
    assert (kept(behind), drafts()) == ("from the first tab", ["from the first tab"])
    assert_fits_everybody(behind)


def test_own_text_can_be_kept(behind: Page) -> None:
    press(behind, "Keep mine")

    expect(status(behind)).to_have_text(SAVED)
    expect(box(behind)).to_be_focused()
    expect(box(behind)).to_have_value("from the second tab")
    assert (kept(behind), drafts()) == ("from the first tab", ["from the second tab"])


def test_other_text_can_be_taken(behind: Page) -> None:
    press(behind, "Take the other one")

    expect(status(behind)).to_have_text(SAVED)
    expect(box(behind)).to_be_focused()
    expect(box(behind)).to_have_value("from the first tab")
    assert (kept(behind), drafts()) == ("from the second tab", ["from the first tab"])
    assert_fits_everybody(behind)


def test_text_not_yet_chosen_is_still_there_after_a_reload(behind: Page) -> None:
    behind.reload()

    expect(box(behind)).to_have_value("from the first tab")
    assert kept(behind) == "from the second tab"


def test_text_not_yet_chosen_of_a_new_guest_is_still_there_after_a_reload(
    context: BrowserContext, watch: Watch
) -> None:
    watch.announce("status 409")
    first, second = answer_page(context), answer_page(context)
    save_in_first_and_type_in_second(first, second)

    second.reload()

    expect(second.locator("[data-copy-offer] pre")).to_have_text("from the second tab")


def test_submit_of_one_tab_leaves_the_text_of_the_other(tabs: tuple[Page, Page], watch: Watch) -> None:
    watch.tolerate("failed net::ERR_FAILED")
    first, second = tabs
    with first.expect_response("**/draft/"):
        box(first).fill("from the first tab")
    second.route("**/draft/", lambda route: route.abort())  # submit before any save
    box(second).fill("it will restart, says the second")
    second.keyboard.press("Control+Enter")

    expect_result(second)
    assert (attempts(), drafts()) == (["it will restart, says the second"], ["from the first tab"])


def test_save_that_comes_after_the_submit_does_not_bring_the_draft_back(context: BrowserContext) -> None:
    page = answer_page(context)
    with page.expect_request("**/draft/") as save:
        box(page).fill("it will restart")
    expect(status(page)).to_have_text(SAVED)
    press(page, "Submit answer")
    expect_result(page)

    late = (save.value.post_data or "").replace("revision=1", "revision=9")
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert context.request.post(f"{PAGE}draft/", data=late, headers=headers).status == 409

    expect(box(answer_page(context))).to_have_value("")
    assert list(Draft.objects.values_list("text", "closed")) == [("", True)]


def test_tab_that_is_behind_a_submit_is_told_and_keeps_its_text(tabs: tuple[Page, Page], watch: Watch) -> None:
    watch.announce("status 409")
    watch.tolerate("failed net::ERR_ABORTED")  # the answer to the save is never read, and leaving drops it
    first, second = tabs
    with first.expect_response("**/draft/"):
        box(first).fill("it will restart")
    press(first, "Submit answer")
    expect_result(first)

    box(second).fill("from the second tab")

    expect(status(second)).to_contain_text("Already submitted in another tab.")
    expect(box(second)).to_have_value("from the second tab")
    second.get_by_role("link", name="See the result").click()
    expect(second.get_by_role("region", name="Your answer")).to_contain_text("it will restart")
    assert (attempts(), drafts()) == (["it will restart"], [])

    second.goto(PAGE)
    expect(box(second)).to_have_value("from the second tab")
