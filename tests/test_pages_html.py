"""Every page in both languages: valid HTML, and nothing inline that the policy forbids."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import html5lib
import pytest

from interview.models import Draft
from tests.conftest import HtmlClient
from tests.factories import both, criterion_data, form_of, make_question, step_data
from tests.interview.away import database_away
from tests.interview.people import browser_of
from tests.test_translations import TEMPLATES, catalogue

LANGUAGES = ("zh-Hans", "en")
PAGE = "/questions/demo/probes/"
TEXT = "It will restart.\n\n<b>omega</b>, deletes & extra.\n" + "More of it.\n" * 40
FORBIDDEN = {
    "inline style": r"""\sstyle\s*=|<style""",
    "inline script": r"""<script(?![^>]*\ssrc=)""",
    "inline handler": r"""\son[a-z]+\s*=""",
    "htmx handler": r"""hx-on""",
    "htmx script values": r"""hx-(?:vals|headers)\s*=\s*["']\s*(?:js|javascript):""",
    "htmx trigger filter": r"""hx-trigger\s*=\s*["'][^"']*\[""",
    "address that runs": r"""(?:href|src|action)\s*=\s*["']\s*(?:javascript|data):""",
    "foreign address": r"""(?:href|src|action)\s*=\s*["']\s*(?:https?:)?//""",
}


def make_rich() -> Any:
    """A question whose result shows a row of every kind."""
    belief = {"role": "misconception", "points": 1, "correction": both("不对。", "Not so."), "step": "step-2"}
    pair = [{"name": "one", "terms": ["alpha"]}, {"name": "two", "terms": ["omega"]}]
    follow_ups = [{"for": "missing", "text": both("还有呢？", "What else?")}]
    criteria = [
        criterion_data(
            "restart", role="required", step="step-1", hints=[both("提示", "Hint"), both("提示二", "Hint 2")]
        ),
        criterion_data("pair", mode="all", partial=True, concepts=pair),
        criterion_data("traffic", step="step-2"),
        criterion_data("missing", role="required"),
        criterion_data("extra", role="bonus"),
        criterion_data("deletes", contradicts="traffic", **belief),
        criterion_data("more", **belief),
    ]
    return make_question(rubric={"criteria": criteria}, follow_ups=follow_ups, sources=[step_data(1)["key"]])


def pages(browser: HtmlClient) -> Iterator[tuple[str, str]]:
    """(what it is, HTML) of every page and fragment that people can meet."""
    yield "empty list", _html(browser.get("/questions/"))
    yield "today without questions", _html(browser.get("/"))
    yield "no answers", _html(browser.get("/attempts/"))
    question = make_rich()
    for position in range(2, 53):
        make_question(f"question-{position}", position=position)
    form = form_of(question, TEXT)
    yield "list", _html(browser.get("/questions/"))
    yield "second page", _html(browser.get("/questions/?page=2"))
    yield "found", _html(browser.get("/questions/?q=%22%3Cp&topic=lifecycle&difficulty=1&difficulty=2&state=new"))
    yield "second page of found", _html(browser.get("/questions/?topic=lifecycle&difficulty=2&page=2"))
    yield "nothing found", _html(browser.get("/questions/?q=%22%3Cb%3E&topic=lifecycle&difficulty=1&state=draft"))
    yield "today", _html(browser.get("/"))
    yield "question", _html(browser.get(PAGE))
    yield "saved", _html(browser.script("post", f"{PAGE}draft/", form))
    yield "question with draft", _html(browser.get(PAGE))
    yield "today with a draft", _html(browser.get("/"))
    yield "first hint", _html(browser.post(f"{PAGE}hint/", form | {"other": 1}, headers={"HX-Request": "true"}))
    yield "question with a hint", _html(browser.get(PAGE))
    yield "last hint", _html(browser.post(f"{PAGE}hint/", form | {"deeper": 2}, headers={"HX-Request": "true"}))
    yield "no more hints", _html(browser.post(f"{PAGE}hint/", form | {"other": 3}))
    yield "conflict", _html(browser.script("post", f"{PAGE}draft/", form_of(question, "other")), 409)
    yield "conflict page", _html(browser.post(f"{PAGE}draft/", form_of(question, "other")), 409)
    yield "refused", _html(browser.script("post", f"{PAGE}draft/", form | {"writer": ""}), 422)
    yield "refused page", _html(browser.post(f"{PAGE}submit/", form | {"text": ""}), 422)
    result = browser.post(f"{PAGE}submit/", form).url
    yield "result", _html(browser.get(result))
    yield (
        "objection",
        _html(browser.post(f"{result}objections/", {"criterion": "missing"}, headers={"HX-Request": "true"})),
    )
    yield "wrong objection", _html(browser.post(f"{result}objections/", {"criterion": "<b>"}), 422)
    yield "step", _html(browser.post(f"{result}steps/1/reveal/", headers={"HX-Request": "true"}))
    yield "step out of order", _html(browser.post(f"{result}steps/3/reveal/"), 409)
    browser.post(f"{result}steps/2/reveal/")
    browser.post(f"{result}steps/3/reveal/")
    yield "all steps", _html(browser.get(result))
    nothing = browser.post(f"{PAGE}submit/", form_of(question, "nothing of it")).url
    yield "result without evidence", _html(browser.get(nothing))
    browser.post(f"{nothing}revise/")
    yield "question with an earlier answer", _html(browser.get(PAGE))
    yield "two texts", _html(browser.post(f"{result}revise/"), 409)
    revised = browser.post(
        f"{PAGE}submit/", form_of(question, f"nothing of it. {TEXT}", base=Draft.objects.get().revision)
    ).url
    yield "revised answer", _html(browser.get(revised))
    yield "comparison", _html(browser.get(f"{nothing}compare/{revised.split('/')[2]}/"))
    given_up = browser.post(f"{PAGE}give-up/", form_of(question, "half of it")).url
    yield "given up", _html(browser.get(given_up))
    yield "today with a given up one", _html(browser.get("/"))
    yield "my answers", _html(browser.get("/attempts/"))
    yield "answers to one question", _html(browser.get("/attempts/?question=probes"))
    yield "no answers to this question", _html(browser.get("/attempts/?question=none"))
    yield "missing", _html(browser.get(f"/attempts/{uuid4()}/"), 404)
    yield "token", _html(_without_token(browser).post("/preferences/theme/"), 403)
    browser.raise_request_exception = False
    with database_away():
        yield "database away", _html(browser.get("/questions/"), 503)
    with patch("interview.views.bank.listed_questions", side_effect=RuntimeError):
        yield "error", _html(browser.get("/questions/"), 500)


def _html(response: Any, status: int = 200) -> str:
    assert response.status_code == status
    html: str = response.content.decode()
    return html


def _without_token(browser: HtmlClient) -> HtmlClient:
    strict = HtmlClient(enforce_csrf_checks=True)
    strict.cookies["django_language"] = browser.cookies["django_language"].value
    return strict


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", ["candidate", "admin"])
def test_every_page_is_valid_and_has_nothing_inline(person: str, language: str, request: pytest.FixtureRequest) -> None:
    for name, html in pages(browser_of(request, person, language)):
        parser = html5lib.HTMLParser(strict=False)
        whole = html.lstrip().startswith("<!doctype html>")
        (parser.parse if whole else parser.parseFragment)(html)
        assert (name, [(place, code) for place, code, _ in parser.errors]) == (name, [])
        assert (name, [rule for rule, pattern in FORBIDDEN.items() if re.search(pattern, html)]) == (name, [])
        ids = re.findall(r'\sid="([^"]*)"', html)
        assert (name, [one for one in ids if ids.count(one) > 1]) == (name, [])
        if whole:
            assert f'<html lang="{language}"' in html


@pytest.mark.django_db
def test_no_sentence_of_a_template_is_left_in_english_on_a_chinese_page(
    candidate: HtmlClient, request: pytest.FixtureRequest
) -> None:
    sentences = {entry.msgid for entry in catalogue("zh_Hans") if " " in entry.msgid and "%(" not in entry.msgid}
    assert len(sentences) > 40

    for name, html in pages(browser_of(request, "candidate", "zh-Hans")):
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
        assert (name, [sentence for sentence in sentences if sentence in text]) == (name, [])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_has_nothing_inline(path: Path) -> None:
    source = path.read_text()

    assert [rule for rule, pattern in FORBIDDEN.items() if re.search(pattern, source)] == []
    assert [word for word in ("|safe", "autoescape off", "{% debug") if word in source] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_text_of_the_bank_does_not_turn_the_words_beside_it(path: Path) -> None:
    """In a line of ours it stands in a bdi element; headings, paragraphs and items hold their text in by themselves."""
    assert re.findall(r"""<(?:span|a|b|i|em|small) lang="{{[^>]*>{{[^<]*""", path.read_text()) == []
