"""No byte that a browser gets before the submit holds anything of the model answer or the rubric."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from questions.formats.writing import document_data
from questions.models import Question
from tests.e2e.answering import expect_result
from tests.e2e.conftest import Browse
from tests.e2e.looks import Language, Look
from tests.e2e.watching import Watch
from tests.e2e.words import WORDS, Words
from tests.factories import make_question

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

HIDDEN = ("steps", "rubric", "follow_ups", "goldens", "sources")
OF_THE_FORMAT = {"kind", "role", "mode", "window", "polarity"}  # their values are words of ours
UNLIKE_EACH_TIME = re.compile(r"[0-9a-f-]{36}|\w{32,}")  # ids and tokens, which may hold a short term by chance
UNLIKE_HEADERS = {"date", "content-length", "set-cookie"}
Record = Callable[[str, Callable[[Page], None]], str]


@pytest.mark.parametrize(("language", "slug"), [("en", "health-probes"), ("zh-Hans", "service-types")])
def test_nothing_hidden_is_received_before_the_submit(
    language: Language, slug: str, browse: Browse, bank: None, watch: Watch, tmp_path: Path
) -> None:
    watch.announce("status 409", "status 422")
    words = WORDS[language]
    question = Question.objects.get(slug=slug)
    document = document_data(question.current.frozen())
    # What everybody may read, with other steps and another rubric: what comes with this one is no leak.
    make_question("twin", title=document["title"], body=document["body"])

    def receive(path: str, more: Callable[[Page, Words], None] = lambda page, words: None) -> str:
        har = tmp_path / "received.har"
        context = browse(Look(language), record_har_path=har, record_har_content="embed")
        page = context.new_page()
        read_and_write(page, path, words)
        more(page, words)
        context.close()
        return "\n".join(received(json.loads(har.read_text())))

    hidden = {text for name in HIDDEN for text in texts(document.get(name, ()))}
    allowed = found(hidden, receive("/questions/demo/twin/"))

    assert found(hidden, receive(f"/questions/kubernetes/{slug}/")) <= allowed
    assert document["steps"][0]["title"][language] in found(hidden, receive(f"/questions/kubernetes/{slug}/", give_up))


def read_and_write(page: Page, path: str, words: Words) -> None:
    """All that can be done with a question short of submitting: save, reload, another tab, an empty answer."""
    for start in ("/", "/questions/"):
        page.goto(start)
    page.locator(f"a[href='{path}']").click()
    page.wait_for_load_state()
    save(page, "…", words)
    page.reload()
    other = page.context.new_page()
    other.goto(path)
    save(other, "… …", words)
    page.get_by_role("textbox").fill("… … …")
    page.keyboard.press("Control+s")
    expect(page.locator("#conflict")).to_be_visible()
    page.reload()
    page.get_by_role("textbox").fill("")
    page.get_by_role("button", name=words.submit).click()
    expect(page.locator("#answer-error")).to_be_visible()


def save(page: Page, text: str, words: Words) -> None:
    page.get_by_role("textbox").fill(text)
    page.keyboard.press("Control+s")
    expect(page.locator("#save-status")).to_have_text(words.saved)


def give_up(page: Page, words: Words) -> None:
    page.locator(".button-ghost[formaction]").click()
    expect_result(page)
    page.get_by_role("button", name=words.show_step.format(1)).click()
    expect(page.locator("#step-1-title")).to_be_visible()


def received(har: Any) -> Iterator[str]:
    """Addresses, headers and bodies of every response; fonts and pictures are left out."""
    for entry in har["log"]["entries"]:
        yield entry["request"]["url"]
        yield from (header["value"] for header in entry["response"]["headers"] if is_steady(header["name"]))
        content = entry["response"]["content"]
        if content.get("encoding") != "base64":
            yield UNLIKE_EACH_TIME.sub(" ", content.get("text", ""))


def is_steady(header: str) -> bool:
    return header.lower() not in UNLIKE_HEADERS


def texts(value: Any) -> set[str]:
    """All text in a part of a document, cut where its markup could be."""
    if isinstance(value, str):
        return {piece for part in re.split(r"[`*<>&\n]", value) if (piece := part.strip())}
    if isinstance(value, dict):
        value = [part for name, part in value.items() if name not in OF_THE_FORMAT]
    return set().union(*map(texts, value)) if isinstance(value, list | tuple) else set()


def found(hidden: set[str], everything: str) -> set[str]:
    """Those that stand in it, as whole words where they are in Latin letters."""
    everything = everything.lower()
    return {text for text in hidden if text.lower() in everything and is_whole(text.lower(), everything)}


def is_whole(text: str, everything: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){re.escape(text)}(?![a-z0-9])", everything) is not None
