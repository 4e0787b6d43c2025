"""Language and theme are chosen in the menus of every page, and stay chosen."""

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from questions.models import Question
from tests.e2e.answering import PAGE
from tests.e2e.checks import assert_fits_everybody
from tests.e2e.conftest import Browse
from tests.e2e.looks import FOUR_LOOKS, Look
from tests.factories import make_question

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

PAPER = {"light": "rgb(244, 246, 244)", "dark": "rgb(16, 21, 26)"}  # --paper of the tokens


@pytest.fixture(autouse=True)
def question(transactional_db: None) -> Question:
    return make_question()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The list, in English and light."""
    page = context.new_page()
    page.goto("/questions/")
    return page


def menu(page: Page, name: str) -> Locator:
    """A menu of the top bar by the name of its button."""
    return page.locator("details.menu").filter(has=page.locator(f"summary[aria-label='{name}']"))


def choose(page: Page, name: str, choice: str, part: int = 0) -> None:
    """In part `part` of a menu, press a choice."""
    menu(page, name).locator("summary").click()
    menu(page, name).locator("form").nth(part).get_by_role("button", name=choice).click()


def expect_language(page: Page, lang: str, practise: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.get_by_role("navigation").first.get_by_role("link").first).to_have_text(practise)


def test_language_of_the_pages_is_kept(page: Page) -> None:
    expect_language(page, "en", "Practise")

    choose(page, "Language", "简体中文")
    expect(page).to_have_url("/questions/")
    expect_language(page, "zh-Hans", "练习")
    page.reload()
    expect_language(page, "zh-Hans", "练习")
    page.get_by_role("link", name="探针有哪些？").click()
    expect_language(page, "zh-Hans", "练习")

    choose(page, "语言", "English")
    expect(page).to_have_url(PAGE)
    expect_language(page, "en", "Practise")


def test_first_visit_is_in_the_language_of_the_browser(browse: Browse) -> None:
    page = browse(Look("zh-Hans")).new_page()
    page.goto("/questions/")

    expect_language(page, "zh-Hans", "练习")
    expect(page.get_by_role("link", name="探针有哪些？")).to_be_visible()


def test_language_of_the_questions_is_chosen_apart(page: Page) -> None:
    choose(page, "Language", "简体中文", part=1)

    expect_language(page, "en", "Practise")
    title = page.get_by_role("link", name="探针有哪些？")
    expect(title).to_have_attribute("lang", "zh-Hans")
    title.click()
    expect_language(page, "en", "Practise")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "zh-Hans")
    expect(page.locator(".question-body")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator(".question-body")).to_have_text("请逐一说明。")
    assert_fits_everybody(page)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("探针有哪些？")

    choose(page, "Language", "Same as the pages", part=1)
    expect(page.get_by_role("heading", level=1)).to_have_text("Which probes are there?")


@pytest.mark.parametrize("scheme", PAPER)
@pytest.mark.parametrize(("choice", "chosen"), [("Light", "light"), ("Dark", "dark"), ("Same as the device", None)])
def test_theme_is_kept(choice: str, chosen: str | None, scheme: str, browse: Browse) -> None:
    page = browse(Look(scheme=scheme)).new_page()
    page.goto("/questions/")
    paper = PAPER[chosen or scheme]

    choose(page, "Theme", "Dark" if chosen == "light" else "Light")
    choose(page, "Theme", choice)

    expect(page.locator("body")).to_have_css("background-color", paper)
    page.reload()
    expect(page.locator("body")).to_have_css("background-color", paper)
    page.goto(PAGE)
    expect(page.locator("body")).to_have_css("background-color", paper)


def test_menu_says_what_is_chosen(page: Page) -> None:
    choose(page, "Theme", "Dark")
    menu(page, "Theme").locator("summary").click()

    chosen = menu(page, "Theme").locator("[aria-current=true]")
    expect(chosen).to_have_text("Dark")


@pytest.mark.parametrize("name", ["Language", "Theme"])
def test_menu_opens_and_closes_by_key(name: str, page: Page) -> None:
    button, panel = menu(page, name).locator("summary"), menu(page, name).locator(".menu-panel")
    button.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button").first).to_be_focused()

    page.keyboard.press("Escape")

    expect(panel).to_be_hidden()
    expect(button).to_be_focused()


def test_menu_closes_when_something_else_is_used(page: Page) -> None:
    language, theme = (menu(page, name) for name in ("Language", "Theme"))
    language.locator("summary").click()
    theme.locator("summary").click()
    expect(language.locator(".menu-panel")).to_be_hidden()

    page.get_by_role("heading", level=1).click()
    expect(theme.locator(".menu-panel")).to_be_hidden()


def test_choice_is_made_by_key(page: Page) -> None:
    menu(page, "Theme").locator("summary").focus()
    for keys in ("Enter", "Tab", "Tab", "Tab", "Enter"):
        page.keyboard.press(keys)

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("look", FOUR_LOOKS, ids=str)
def test_open_menus_fit_everybody(look: Look, browse: Browse) -> None:
    page = browse(look).new_page()
    page.goto("/questions/")

    for button in page.locator(".topbar summary").all():
        button.click()
        expect(page.locator("details[open] .menu-panel")).to_be_in_viewport(ratio=1)
        assert_fits_everybody(page)
