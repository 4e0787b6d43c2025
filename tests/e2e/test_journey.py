"""The journey of DESIGN.md: open the site, answer without an account, see the score, open the model answer."""

import re
from collections.abc import Iterable

import pytest
from playwright.sync_api import Locator, Page, expect

from questions.formats.document import QuestionDocument, Step
from questions.models import Question
from tests.e2e.answering import expect_result
from tests.e2e.checks import assert_fits_everybody, assert_no_sideways_scroll
from tests.e2e.conftest import Browse
from tests.e2e.looks import EVERY_LOOK, LOCALES, NARROWEST, Language, Look
from tests.e2e.words import WORDS, Words

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

SLUG = "health-probes"
LEAST: dict[Language, int] = {"en": 20, "zh-Hans": 8}  # characters of a text that stands nowhere else by chance


@pytest.mark.parametrize("look", EVERY_LOOK, ids=str)
def test_guest_answers_a_question_and_opens_the_model_answer(look: Look, browse: Browse, bank: None) -> None:
    page = browse(look).new_page()
    words = WORDS[look.language]
    document = frozen(SLUG)

    find_the_question(page, words, document.title[look.language])
    write_an_answer(page, words)
    read_the_score(page, words)
    follow_the_evidence(page)
    open_every_step(page, words, document, look.language)
    find_the_score_in_the_list(page, words, document.title[look.language])


@pytest.mark.parametrize("language", LOCALES)
def test_every_page_of_the_journey_fits_the_narrowest_phone(language: Language, browse: Browse, bank: None) -> None:
    page = browse(Look(language, size=NARROWEST)).new_page()
    words = WORDS[language]

    for path in ("/", "/questions/"):
        page.goto(path)
        assert_no_sideways_scroll(page)
    page.goto(f"/questions/kubernetes/{SLUG}/")
    box(page, words).fill(words.answer)
    expect(page.locator("#save-status")).to_have_text(words.saved)
    assert_no_sideways_scroll(page)
    page.get_by_role("button", name=words.submit).click()
    expect_result(page)
    for number in range(1, len(frozen(SLUG).steps) + 1):
        page.get_by_role("button", name=words.show_step.format(number)).click()
        expect(page.locator(f"#step-{number}-title")).to_be_focused()
    assert_no_sideways_scroll(page)


def frozen(slug: str) -> QuestionDocument:
    version = Question.objects.get(slug=slug).current
    assert version is not None
    return version.frozen()


def box(page: Page, words: Words) -> Locator:
    return page.get_by_role("textbox", name=words.your_answer)


def row_of(page: Page, title: str) -> Locator:
    return page.locator(".list-row", has=page.get_by_role("link", name=title, exact=True))


def find_the_question(page: Page, words: Words, title: str) -> None:
    page.goto("/")
    expect(page).to_have_title(f"{words.today} · {words.brand}")
    assert_fits_everybody(page)
    page.get_by_role("navigation").get_by_role("link", name=words.practise, exact=True).click()
    expect(page).to_have_title(re.compile(rf"{words.practise} · {words.brand}$"))
    expect(row_of(page, title).locator(".list-state")).to_contain_text(words.new)
    assert_fits_everybody(page)
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def write_an_answer(page: Page, words: Words) -> None:
    assert_fits_everybody(page)
    box(page, words).press_sequentially(words.answer)
    expect(page.locator("#save-status")).to_have_text(words.saved)
    assert_fits_everybody(page)
    counted = page.locator("[data-count]").inner_text()
    page.get_by_role("button", name=words.submit).click()
    expect_result(page)
    expect(page.get_by_role("region", name=words.your_answer)).to_contain_text(f"{counted} · ")


def read_the_score(page: Page, words: Words) -> None:
    clauses = [line.rstrip(".。") for line in words.answer.splitlines()]
    expect(page.locator(".answer-text mark")).to_have_text(clauses)
    expect(page.locator(".score-total")).to_have_text("2 / 10")
    expect(page.locator(".score-sum-total")).to_have_text(re.compile(rf"{words.total}\s*2 / 10"))
    rows = page.locator(".score-row").all()
    told = {row.get_attribute("id"): texts(row, ".score-points", ".score-status") for row in rows}
    assert told == {f"c-{key}": status for key, status in words.statuses.items()}
    assert_fits_everybody(page)


def texts(place: Locator, *selectors: str) -> tuple[str, ...]:
    return tuple(" ".join(place.locator(selector).inner_text().split()) for selector in selectors)


def follow_the_evidence(page: Page) -> None:
    """From each row to the words that earned it, and back."""
    links = page.locator(".score-quote a.ref")
    expect(links).to_have_count(4)
    for link in links.all():
        row = link.locator("xpath=ancestor::li")
        mark = page.locator(f"mark{link.get_attribute('href')}")
        link.click()
        expect_seen(mark)
        assert mark.inner_text() == row.locator(".score-quote bdi").inner_text()
        mark.locator("xpath=following-sibling::a").first.click()
        expect_seen(row)


def expect_seen(target: Locator) -> None:
    """The address names it, and it stands in the window below the top bar."""
    expect(target.page).to_have_url(re.compile(f"#{target.get_attribute('id')}$"))
    expect(target).to_be_in_viewport()
    covered = "element => element.getBoundingClientRect().top < document.querySelector('.topbar').clientHeight"
    assert not target.evaluate(covered)


def open_every_step(page: Page, words: Words, document: QuestionDocument, language: Language) -> None:
    total = len(document.steps)
    known = {criterion.title[language] for criterion in document.rubric.criteria}
    readiness = page.locator("#c-readiness .score-note")
    correction = next(each for each in document.rubric.criteria if each.key == "readiness-restart").correction
    expect(readiness).to_have_text(words.compare)
    for number, step in enumerate(document.steps, start=1):
        assert told_of(page, document.steps[number - 1 :], language) <= known
        expect(page.locator(".step-prompt")).to_contain_text(step.prompt[language])
        page.get_by_role("button", name=words.show_step.format(number)).click()
        heading = page.locator(f"#step-{number}-title")
        expect(heading).to_be_focused()
        expect(heading).to_have_text(f"{words.step.format(number)} {step.title[language]}")
        expect(page.locator("#announce")).to_have_text(words.step_open.format(number))
        expect(page.locator(".steps .section-head p")).to_have_text(words.steps_seen.format(number, total))
        assert told_of(page, [step], language) == texts_of(step, language)
        if number == 2:
            expect(readiness).to_have_text(correction[language])
            assert_fits_everybody(page)
    expect(page.locator(".steps").get_by_role("button")).to_have_count(0)
    assert_fits_everybody(page)


def told_of(page: Page, steps: Iterable[Step], language: Language) -> set[str]:
    """Which texts of the steps are in the page, shown or not."""
    html = page.content()
    return {text for step in steps for text in texts_of(step, language) if text in html}


def texts_of(step: Step, language: Language) -> set[str]:
    """The title, and pieces of the body without their markup; code is cut up by its colours and left out."""
    prose = re.sub(r"```.*?```", "", step.body[language], flags=re.DOTALL)
    pieces = (piece.strip() for piece in re.split(r"[`*<>&\n]|^- ", prose))
    return {step.title[language], *(piece for piece in pieces if len(piece) >= LEAST[language])}


def find_the_score_in_the_list(page: Page, words: Words, title: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=words.practise, exact=True).click()
    row = row_of(page, title)
    expect(row.locator(".list-best")).to_have_text(words.best)
    expect(row.locator(".list-state")).to_have_text(words.tried)
    assert_fits_everybody(page)
