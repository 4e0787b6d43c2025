"""Text of authors, candidates and strangers that tries to run, on every page that shows it: it is shown as text."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from interview.models import Attempt, Draft, Objection
from questions.domain.drafts import store_draft
from questions.domain.publishing import publish
from questions.formats.reading import read_document
from questions.models import Bank, Question, Tag
from tests.conftest import HtmlClient, answering_guest, signed_in
from tests.e2e.answering import drafts
from tests.e2e.conftest import Browse
from tests.e2e.watching import Watch
from tests.factories import both, form_of, make_bank, make_question, question_data

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

PAGE = "/questions/demo/probes/"
ATTACKS = (
    "<script>ran=1</script>",
    "\"'><img src=x onerror=ran=1>",
    "</textarea></title></script><svg onload=ran=1>",
    "<div id=main hx-get=/health/ hx-trigger=load hx-swap-oob=true hx-on::load=ran=1>",
    "<a href=javascript:ran=1 data-hx-get=/health/>x</a><iframe><base href=//evil.test/>",
    "{{7*7}}{% now 'Y' %}",
)
HOSTILE = " ".join(ATTACKS)
MARKDOWN = f"{HOSTILE}\n\n[x](javascript:ran=1) ![x](//evil.test/x.png) <javascript:ran=1>\n\n```html\n{HOSTILE}\n```"
# Everything that the texts would make, were they more than text.
MADE = "img, iframe, base, svg[onload], [onerror], [hx-swap-oob], [hx-trigger=load], [href^=javascript], div#main"


def hostile(text: str = HOSTILE) -> dict[str, str]:
    return both(text, text)


def make_hostile() -> Question:
    """A question with the attacks in every text that somebody may see."""
    make_bank()
    Bank.objects.update(title=hostile())
    Tag.objects.update(title=hostile())
    steps = [
        {"key": f"s{n}", "kind": "core", "title": hostile(), "prompt": hostile(), "body": hostile(MARKDOWN)}
        for n in (1, 2)
    ]
    shared = {"title": hostile(), "missed": hostile(), "correction": hostile(), "hints": [hostile()], "points": 2}
    concepts = [{"name": HOSTILE[:80], "terms": ["restart"]}]
    criteria: list[dict[str, Any]] = [
        {"key": "met", "role": "core", "concepts": concepts, "step": "s1", **shared},
        {"key": "missing", "role": "required", "concepts": [{"name": "x", "terms": ["nowhere"]}], **shared},
        {
            "key": "belief",
            "role": "misconception",
            "concepts": [{"name": "y", "terms": ["omega"]}],
            "step": "s1",
            **shared,
        },
    ]
    texts = {"title": hostile(), "body": hostile(MARKDOWN), "steps": steps, "sources": [HOSTILE]}
    more = {"rubric": {"criteria": criteria}, "follow_ups": [{"for": "missing", "text": hostile()}]}
    document = read_document(question_data() | texts | more)
    question = store_draft(Bank.objects.get(), document, position=1)
    publish(question, document)
    question.refresh_from_db()
    return question


def answered(browser: HtmlClient, question: Question) -> Iterator[str]:
    """The addresses of two results, with everything said that can be said about them."""
    for number in (1, 2):
        text = f"{HOSTILE}\nIt will restart.\n{HOSTILE}\nomega {number}\n```html\n{HOSTILE}"
        address = browser.post(f"{PAGE}submit/", form_of(question, text)).url
        assert browser.post(f"{address}objections/", {"criterion": "missing", "text": HOSTILE[:500]}).status_code == 302
        browser.post(f"{address}steps/1/reveal/")
        yield address
    base = Draft.objects.get().revision
    browser.script("post", f"{PAGE}draft/", form_of(question, HOSTILE, base=base, revision=base + 1))


def take_over(page: Page, browser: HtmlClient, site: str) -> None:
    page.context.add_cookies([{"name": "sessionid", "value": browser.cookies["sessionid"].value, "url": site}])


def assert_shown_as_text(page: Page) -> None:
    """The console, which the fixtures watch, has no violation of the policy in it either."""
    page.wait_for_load_state("networkidle")
    assert page.evaluate("typeof ran") == "undefined"
    assert page.locator(MADE).count() == 0
    assert ATTACKS[0] in (page.locator("body").text_content() or "") + page.title()


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_nothing_runs_on_any_page(language: str, browse: Browse, live_server: Any, watch: Watch) -> None:
    question, guest = make_hostile(), answering_guest()
    first, second = answered(guest, question)
    page = browse().new_page()
    take_over(page, guest, live_server.url)
    page.context.add_cookies([{"name": "content_language", "value": language, "url": live_server.url}])
    assert len(drafts()) == 1

    for address in (
        "/",
        "/questions/",
        f"/questions/?q={ATTACKS[0]}",
        PAGE,
        "/attempts/",
        "/attempts/?question=probes",
    ):
        page.goto(address)
        assert_shown_as_text(page)
    page.goto(PAGE)
    page.get_by_role("button", name="Give me a hint").click()
    expect(page.locator("#hint-1")).to_contain_text(ATTACKS[0])
    assert_shown_as_text(page)
    page.goto(first)
    page.get_by_role("button", name="Show step 2").click()
    expect(page.locator("#step-2-title")).to_be_visible()
    assert_shown_as_text(page)
    page.goto(f"{first}compare/{second.split('/')[2]}/")
    assert_shown_as_text(page)
    watch.announce("status 409: POST")
    page.goto(first)
    with page.expect_navigation():
        page.evaluate(f"() => document.querySelector(`form[action='{first}revise/']`).submit()")
    assert_shown_as_text(page)


def test_nothing_runs_in_the_admin(browse: Browse, live_server: Any) -> None:
    question = make_hostile()
    list(answered(answering_guest(), question))
    page = browse().new_page()
    take_over(page, signed_in("admin@viva.test", is_staff=True, is_superuser=True), live_server.url)
    pages = {"question": question.pk, "version": question.current_id, "tag": question.tags.get().pk}
    addresses = [reverse(f"admin:questions_{model}_change", args=[pk]) for model, pk in pages.items()]
    addresses += [
        reverse("admin:interview_objection_change", args=[objection.pk]) for objection in Objection.objects.all()
    ]
    addresses += [reverse("admin:questions_tag_changelist"), reverse("admin:interview_objection_changelist")]

    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("typeof ran") == "undefined"
        assert page.locator("#content").locator(MADE).count() == 0
        assert "ran=1" in (page.locator("#content").text_content() or "")


def test_way_back_after_signing_out_shows_nothing(browse: Browse, live_server: Any, watch: Watch) -> None:
    """On a shared computer: neither the page before, nor what the browser has stored, holds anything of theirs."""
    watch.announce("status 404: GET")
    question, user = make_question(), signed_in("xiaoyu@viva.test")
    address = user.post(f"{PAGE}submit/", form_of(question, "covert restart")).url
    page = browse().new_page()
    take_over(page, user, live_server.url)
    page.goto(PAGE)
    page.get_by_role("textbox").fill("covert draft")
    expect(page.locator("#save-status")).to_contain_text("Saved")
    page.goto(address)
    page.get_by_role("button", name="Show step 1").click()
    expect(page.get_by_text("Body of step 1")).to_be_visible()
    page.locator("summary[aria-label='Account']").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("You are signed out.")).to_be_visible()
    page.wait_for_load_state("networkidle")

    page.go_back(wait_until="networkidle")
    expect(page.get_by_role("heading", name="There is nothing at this address")).to_be_visible()
    page.go_back(wait_until="networkidle")
    expect(page.get_by_role("textbox")).to_have_value("")

    stored = page.evaluate("async () => [{...localStorage}, {...sessionStorage}, await caches.keys()]")
    assert [word for word in ("covert", "step 1", "restart") if word in json.dumps(stored) + page.content()] == []
    assert Attempt.objects.count() == 1
