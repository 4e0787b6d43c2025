"""Hints before the answer; follow-ups, objections, revising and comparing after it."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from interview.accounts.models import Person
from interview.models import Attempt, HintTaken, Objection
from questions.models import Question
from tests.e2e.answering import PAGE, SAVED, answer_page, attempts, box, drafts, expect_result, press, status
from tests.e2e.conftest import Browse
from tests.e2e.looks import PHONE, Look
from tests.e2e.watching import Watch
from tests.factories import both, criterion_data, make_question
from tests.interview.away import database_away

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def question(transactional_db: None) -> Question:
    hints = [both(f"提示{n}", f"Hint text {n}") for n in (1, 2, 3)]
    rows = [
        criterion_data("restart", hints=hints),
        criterion_data("traffic", hints=[both("流量", "Think of requests")]),
    ]
    return make_question(rubric={"criteria": rows}, follow_ups=[{"for": "traffic", "text": both("追问", "And then?")}])


def answered(context: BrowserContext, text: str = "it will restart") -> Page:
    page = answer_page(context)
    box(page).fill(text)
    press(page, "Submit answer")
    expect_result(page)
    return page


def test_guest_takes_hints_while_typing(context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).press_sequentially("it will")
    press(page, "Give me a hint")

    expect(page.locator("#hint-1")).to_be_focused()
    expect(page.locator("#announce")).to_contain_text("Hint text 1")
    expect(status(page)).to_have_text(SAVED)
    press(page, "Another point")
    expect(page.locator("#hint-2")).to_have_text(re.compile("Think of requests"))
    press(page, "More on this point")
    expect(page.locator("#hint-3")).to_have_text(re.compile("Hint text 2"))
    expect(page.locator("#hints button")).to_have_count(0)
    box(page).press_sequentially(" restart")
    expect(status(page)).to_have_text(SAVED)

    press(page, "Submit answer")
    expect_result(page)
    expect(page.get_by_text("after 3 hints")).to_be_visible()
    assert (Person.objects.count(), attempts()) == (1, ["it will restart"])


def test_double_click_takes_one_hint(context: BrowserContext) -> None:
    page = answer_page(context)

    page.get_by_role("button", name="Give me a hint").dblclick()

    expect(page.locator("#hint-1")).to_be_visible()
    page.reload()
    expect(page.locator(".hint-list li")).to_have_count(1)


def test_enter_on_the_scale_takes_no_hint(context: BrowserContext) -> None:
    page = answer_page(context)
    box(page).fill("it will restart")
    page.locator("[name=confidence]").first.press("Enter")

    expect_result(page)
    assert HintTaken.objects.count() == 0


def test_hint_that_cannot_be_fetched_says_so_and_comes_later(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 503", "console error: Response Status Error Code 503")
    page = answer_page(context)
    with database_away():
        press(page, "Give me a hint")
        expect(page.locator(".hint-failed")).to_have_text("The hint could not be fetched. Please try again.")

    press(page, "Give me a hint")

    expect(page.locator("#hint-1")).to_be_focused()


def test_half_written_objection_survives_a_step(context: BrowserContext) -> None:
    page = answered(context)
    expect(page.get_by_role("region", name="An interviewer may ask next")).to_contain_text("And then?")
    page.get_by_text("I did get this right").click()
    page.get_by_label("How did you say it?").fill("It goes elsewhere")
    press(page, "Show step 1")
    expect(page.locator("#step-1-title")).to_be_focused()

    page.get_by_label("Which point did you make?").select_option("Point traffic")
    press(page, "Tell the authors")

    expect(page.locator(".objection-told")).to_be_focused()
    expect(page.locator(".objection-told")).to_contain_text("Point traffic")
    assert list(Objection.objects.values_list("criterion", "text")) == [("traffic", "It goes elsewhere")]


def test_revised_answer_is_compared_on_a_phone(browse: Browse) -> None:
    page = answered(browse(Look(size=PHONE)))
    press(page, "Revise answer")
    expect(page).to_have_url(PAGE)
    expect(box(page)).to_have_value("it will restart")
    box(page).press("Control+End")
    box(page).press_sequentially(" the traffic")
    press(page, "Submit answer")
    expect_result(page)

    page.get_by_role("link", name="See what you gained").click()

    expect(page.locator(".compare-gained")).to_have_text(re.compile(r"Gained\s+Point traffic\s+0 → 2 / 2"))
    expect(page.locator(".compare-after ins")).to_have_text(" the traffic")
    expect(page.locator(".compare-before")).to_be_hidden()
    page.get_by_role("radio", name="The earlier one").check()
    expect(page.locator(".compare-before")).to_be_visible()
    expect(page.locator(".compare-after")).to_be_hidden()


def test_begun_answer_is_kept_when_another_is_revised(context: BrowserContext, watch: Watch) -> None:
    watch.announce("status 409")
    page = answered(context)
    result = page.url
    page.goto(PAGE)
    box(page).press_sequentially("begun anew")
    expect(status(page)).to_have_text(SAVED)
    page.goto(result)

    press(page, "Revise answer")
    press(page, "Revise this one")

    expect(box(page)).to_have_value("it will restart")
    page.get_by_text("Another text of yours for this question").click()
    expect(page.get_by_text("begun anew")).to_be_visible()


def test_everything_works_without_scripts(browse: Browse) -> None:
    page = answer_page(browse(java_script_enabled=False))
    box(page).fill("it will restart")
    press(page, "Give me a hint")
    expect(page.locator("#hint-1")).to_be_in_viewport()
    assert drafts() == ["it will restart"]
    press(page, "Submit answer")
    expect_result(page)
    page.get_by_text("I did get this right").click()
    page.get_by_label("Which point did you make?").select_option("Point traffic")
    press(page, "Tell the authors")
    expect(page.locator(".objection-told")).to_be_visible()
    press(page, "Revise answer")
    box(page).fill("traffic")
    press(page, "Submit answer")
    page.get_by_role("link", name="See what you gained").click()
    expect(page.locator(".compare-lost")).to_contain_text("Point restart")
    assert Attempt.objects.latest("pk").revises == Attempt.objects.earliest("pk")
