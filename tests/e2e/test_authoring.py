"""Authors at work: from a new criterion to the version that candidates get, two at once, and without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from questions.models import Question
from tests.e2e.authoring import open_draft, press, row, rows, sign_in, unfold
from tests.e2e.conftest import Browse
from tests.e2e.looks import DESKTOP, PHONE, Look
from tests.e2e.watching import Watch
from tests.factories import make_question
from tests.questions.admin.pages import address, member

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

FIRST_CONCEPTS = "[name=criteria-0-concepts]"


@pytest.fixture
def question(transactional_db: None) -> Question:
    """Steps step-1 to step-3, criteria `restart` and `traffic`."""
    return make_question()


@pytest.fixture
def author(browse: Browse, question: Question, live_server: LiveServer) -> Callable[..., BrowserContext]:
    """The browser of one more author of the bank."""

    def open_browser(name: str = "ann", **options: object) -> BrowserContext:
        context = browse(**options)
        sign_in(context, member(question.bank, "author", f"{name}@viva.test"), live_server)
        return context

    return open_browser


def order(page: Page, kind: str) -> list[str]:
    return [" ".join(text.split()) for text in rows(page, kind).locator(".row-title").all_inner_texts()]


def stored_order() -> list[str]:
    return list(Question.objects.get().criteria.values_list("key", flat=True))


def test_an_author_edits_publishes_and_a_candidate_gets_it(
    author: Callable[..., BrowserContext], browse: Browse, question: Question
) -> None:
    page = open_draft(author(), question)
    page.get_by_role("button", name="Add a criterion").click()
    new = rows(page, "criteria").last
    expect(new.locator("textarea").first).to_be_focused()
    new.get_by_label("English").first.fill("Pulls the image")
    new.get_by_label("Key", exact=True).fill("image")
    new.get_by_label("Concepts", exact=True).fill("pull: pull* | 拉取\nimage: *")
    new.get_by_role("button", name="Move up").click()
    expect(new := rows(page, "criteria").nth(1)).to_contain_text("A new criterion")
    expect(new.get_by_role("button", name="Move up")).to_be_focused()
    page.keyboard.press("Control+s")

    # The problem stands beside its field, with its line, which is tinted.
    expect(page.get_by_text("Check: 1 problem")).to_be_visible()
    new = row(page, "criteria", "Pulls the image")
    expect(new.locator(".field-concepts .problem")).to_have_text(
        "Line 2: '*': * needs a Latin word of at least 4 letters before it"
    )
    expect(new.locator(".lines-wrong")).to_have_text("image: *")
    assert stored_order() == ["restart", "image", "traffic"]
    new.get_by_label("Concepts", exact=True).fill("pull: pull* | 拉取")
    expect(new.locator(".lines-wrong")).to_have_count(0)

    page.locator("[name=body_en]").fill("Explain **each** of them.")
    page.get_by_role("button", name="Preview in English").first.click()
    expect(page.locator("[data-preview-here] strong")).to_have_text("each")

    press(page, "Publish version 2")
    expect(page.locator(".difference ins").filter(has_text="key: image")).to_be_visible()
    page.get_by_label("What is new, and why").fill("Asks for the image")
    press(page, "Publish version 2")
    expect(page.get_by_text("Version 2 is published.")).to_be_visible()
    page.get_by_role("link", name="Versions").first.click()
    expect(page.locator("#result_list tbody tr")).to_have_count(2)
    page.get_by_role("link", name="v2").first.click()
    expect(page.locator(".difference ins").filter(has_text="key: image")).to_be_visible()

    candidate = browse().new_page()
    candidate.goto("/questions/demo/probes/")
    candidate.get_by_role("textbox", name="Your answer").fill("It will pull the image.")
    press(candidate, "Submit answer")
    expect(candidate.get_by_text("Pulls the image").first).to_be_visible()


def test_of_two_authors_the_second_sees_the_difference_and_loses_nothing(
    author: Callable[..., BrowserContext], question: Question, watch: Watch
) -> None:
    watch.announce("status 409: POST")
    first, second = open_draft(author("ann"), question), open_draft(author("bo"), question)
    first.locator("[name=body_en]").fill("Of Ann.")
    press(first, "Save and continue editing")
    expect(first.locator(".success")).to_be_visible()

    unfold(rows(second, "criteria").first)
    second.locator("[name=body_en]").fill("Of Bo.")
    second.locator(FIRST_CONCEPTS).fill("mine: kill")
    press(second, "Save and continue editing")

    expect(second.locator(".conflict del").filter(has_text="Of Ann.")).to_be_visible()
    expect(second.locator(".conflict ins").filter(has_text="Of Bo.")).to_be_visible()
    expect(second.locator("[name=body_en]")).to_have_value("Of Bo.")
    expect(second.locator(FIRST_CONCEPTS)).to_have_value("mine: kill")
    assert Question.objects.get().body["en"] == "Of Ann."

    press(second, "Save mine over theirs")
    expect(second.locator(".success")).to_be_visible()
    stored = Question.objects.get()
    assert (stored.body["en"], stored.criteria.first().concepts[0]["terms"]) == ("Of Bo.", ["kill"])

    first.locator("[name=body_en]").fill("Of Ann again.")
    press(first, "Save and continue editing")
    first.get_by_role("link", name="Drop mine and take theirs").click()  # asks nothing: it says what it does
    expect(first.locator("[name=body_en]")).to_have_value("Of Bo.")


def test_leaving_with_something_typed_asks_and_saving_does_not(
    author: Callable[..., BrowserContext], question: Question
) -> None:
    asked: list[str] = []
    page = open_draft(author(), question)
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Questions").first.click()
    expect(page).not_to_have_url(re.compile("/change/"))
    assert asked == []

    page.goto(address("change", question))
    page.locator("[name=body_en]").fill("Typed.")
    page.get_by_role("link", name="Questions").first.click()
    expect(page.locator("[name=body_en]")).to_have_value("Typed.")
    assert asked == ["beforeunload"]
    page.keyboard.press("Meta+s")
    expect(page.locator(".success")).to_be_visible()
    assert asked == ["beforeunload"]
    assert Question.objects.get().body["en"] == "Typed."


def test_enter_in_a_field_saves(author: Callable[..., BrowserContext], question: Question) -> None:
    page = open_draft(author(), question)
    page.locator("[name=minutes]").fill("9")
    page.locator("[name=minutes]").press("Enter")
    expect(page.locator(".success")).to_be_visible()
    assert Question.objects.get().minutes == 9


def test_rows_fold_one_at_a_time_move_by_keys_and_are_removed(
    author: Callable[..., BrowserContext], question: Question
) -> None:
    page = open_draft(author(), question)
    steps = rows(page, "steps")
    for number in (0, 1):
        steps.nth(number).locator("summary").press("Enter")
    expect(page.locator("[name=steps-0-body_en]")).to_be_hidden()
    expect(page.locator("[name=steps-1-body_en]")).to_be_visible()

    down = steps.first.get_by_role("button", name="Move down")
    down.press("Enter")
    page.keyboard.press("Enter")
    assert order(page, "steps") == ["Title of step 2", "Title of step 3", "Title of step 1"]
    expect(steps.last.get_by_role("button", name="Move down")).to_be_focused()
    steps.first.get_by_role("checkbox", name="Remove").check()
    press(page, "Save and continue editing")
    expect(page.locator(".success")).to_be_visible()
    assert list(Question.objects.get().steps.values_list("key", flat=True)) == ["step-3", "step-1"]


def test_everything_works_without_scripts(author: Callable[..., BrowserContext], question: Question) -> None:
    context = author(java_script_enabled=False)
    page = open_draft(context, question)
    steps = rows(page, "steps")
    steps.nth(2).get_by_label("Place").fill("1")
    steps.nth(0).get_by_label("Place").fill("9")
    steps.nth(1).get_by_label("Remove").check()
    unfold(steps.nth(3)).get_by_label("English").first.fill("A fourth")
    page.locator("[name=body_en]").fill("Some *text*.")
    with context.expect_page() as opened:
        page.get_by_role("button", name="Preview in English").first.click()
    expect(opened.value.locator(".prose em")).to_have_text("text")
    press(page, "Save and continue editing")
    expect(page.locator(".success")).to_be_visible()
    assert list(Question.objects.get().steps.values_list("key", flat=True)) == ["step-3", "a-fourth", "step-1"]
    press(page, "Retire")
    press(page, "Bring back")
    expect(page.get_by_role("button", name="Retire")).to_be_visible()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=str)
def test_numbers_stay_beside_their_lines_however_long_they_are(
    size: tuple[int, int], author: Callable[..., BrowserContext], question: Question
) -> None:
    page = open_draft(author(look=Look(size=size)), question)
    unfold(rows(page, "criteria").first)
    box = page.locator(FIRST_CONCEPTS)
    box.fill("\n".join(["short", "long term | " * 60, "长" * 300, "", "x" * 400, "end", ""]))
    heights = "box => [box.scrollHeight, box.previousElementSibling.scrollHeight]"
    typed, mirrored = box.evaluate(heights)
    assert typed == mirrored
    box.evaluate("box => { box.style.height = '100px'; box.scrollTop = 150 }")
    typed, mirrored = box.evaluate(heights)
    assert typed == mirrored
    assert box.evaluate("box => box.previousElementSibling.scrollTop") == 150


UNDER_THE_BAR = """() => {
    const bar = document.querySelector(".save-bar");
    const focused = document.activeElement;
    if (bar.contains(focused)) return "bar";
    const [place, edge] = [focused.getBoundingClientRect(), bar.getBoundingClientRect().top];
    return place.bottom > edge && place.top > 0 ? focused.name || focused.textContent.trim() : "";
}"""


def test_the_bar_hides_nothing_that_takes_the_focus(author: Callable[..., BrowserContext], question: Question) -> None:
    page = open_draft(author(), question)
    unfold(rows(page, "criteria").first)
    page.locator("[name=title_en]").focus()
    hidden: list[str] = []
    while "bar" not in hidden:
        page.keyboard.press("Tab")
        hidden += [name for name in [page.evaluate(UNDER_THE_BAR)] if name]
    assert hidden == ["bar"]
