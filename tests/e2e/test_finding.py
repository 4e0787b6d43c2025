"""Finding a question in a browser: filters that answer at once, keys, phones, and no JavaScript at all."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from questions.models import Tag
from tests.factories import both, make_bank, make_question

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def questions(transactional_db: None) -> None:
    make_bank()
    Tag.objects.create(slug="network", title=both("网络", "Networking"))
    make_question("pods", position=1, title=both("Pod 怎么调度？", "How are Pods scheduled?"), difficulty=1)
    make_question("dns", position=2, title=both("集群内的域名", "Names in the cluster"), tags=["network"], difficulty=3)


@pytest.fixture
def site(page: Page, questions: None, live_server: object) -> Iterator[Page]:
    """The question list; whatever the console says fails the test."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{live_server}/questions/")
    yield page
    assert said == []


def titles(page: Page) -> object:
    return expect(page.locator(".list-row h2"))


def test_list_follows_what_is_typed_and_ticked(site: Page, live_server: object) -> None:
    site.keyboard.press("/")
    expect(site.locator("#search")).to_be_focused()
    site.keyboard.type("names")
    titles(site).to_have_text(["Names in the cluster"])
    expect(site).to_have_url(f"{live_server}/questions/?q=names")
    expect(site.locator("#announce")).to_contain_text("1 of 2 questions")
    expect(site.locator("#search")).to_be_focused()

    site.get_by_text("Any").first.click()
    site.get_by_label("lifecycle").check()
    expect(site.locator("#topic-words")).to_have_text("lifecycle")
    expect(site.get_by_role("heading", name="No question matches all of these filters")).to_be_visible()
    expect(site).to_have_url(f"{live_server}/questions/?q=names&topic=lifecycle")

    site.keyboard.press("Escape")
    site.get_by_role("link", name="Remove the filter: Search names").click()
    titles(site).to_have_text(["How are Pods scheduled?"])


def test_slash_is_left_alone_while_typing_and_when_shortcuts_are_off(site: Page) -> None:
    site.locator("#search").fill("a")
    site.locator("#search").press("/")
    expect(site.locator("#search")).to_have_value("a/")

    site.locator("#search").blur()
    site.evaluate("document.documentElement.dataset.shortcuts = 'off'")
    site.keyboard.press("/")
    expect(site.locator("#search")).not_to_be_focused()


def test_half_composed_chinese_asks_for_nothing(site: Page) -> None:
    asked: list[str] = []
    site.on("request", lambda request: asked.append(request.url))
    box = site.locator("#search")
    box.evaluate(
        "box => { box.value = 'ming'; box.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true})) }"
    )
    site.wait_for_timeout(500)
    assert asked == []

    box.evaluate(
        "box => { box.value = '域名'; box.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true})) }"
    )
    titles(site).to_have_text(["Names in the cluster"])


def test_filters_of_a_phone_open_from_below(site: Page) -> None:
    site.set_viewport_size(PHONE)
    expect(site.locator("#state")).to_be_hidden()
    site.get_by_role("button", name="Filters").click()
    site.locator("#state").select_option("tried")
    site.get_by_role("button", name="Show questions").click()

    expect(site.locator("#state")).to_be_hidden()
    expect(site.get_by_role("heading", name="No question matches this filter")).to_be_visible()


def test_bar_at_the_bottom_makes_room_for_typing(site: Page) -> None:
    site.set_viewport_size(PHONE)
    bar = site.get_by_role("navigation", name="Main")
    expect(bar).to_be_visible()
    site.locator("#search").focus()
    expect(bar).to_be_hidden()
    site.locator("#search").blur()
    bar.get_by_role("link", name="My answers").click()
    expect(site.get_by_role("heading", name="My answers")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, {"width": 1360, "height": 900}], ids=["phone", "desktop"])
def test_filters_work_without_javascript(
    size: dict[str, int], browser: Browser, questions: None, live_server: object
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{live_server}/questions/")
    if size is PHONE:
        page.get_by_role("button", name="Filters").click()
    page.locator(".filter-topic summary").click()
    page.get_by_label("Networking").check()
    page.get_by_role("button", name="Show questions").click()

    titles(page).to_have_text(["Names in the cluster"])
    context.close()
