"""What the guides say is true: their links lead somewhere, their pictures are small, their example adds up."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from interview.domain.sheets import result_sheet
from interview.domain.showing import ResultSheet
from interview.models import Result
from interview.templatetags.viva import points
from questions.domain.shipped import FOLDER
from questions.formats.compiling import compile_document
from questions.formats.files import read_question_file
from questions.formats.lexicon_file import lexicon_beside
from questions.scoring.score import score_answer
from tests.judged_examples import STATUS

ROOT = Path(settings.BASE_DIR)
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r'\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"')
GUIDES = {"candidates.md": "en", "candidates.zh-Hans.md": "zh-Hans"}


def links(page: Path) -> list[str]:
    """Relative ones, without what follows a #."""
    found = [first or second for first, second in LINK.findall(page.read_text("utf-8"))]
    return [link.partition("#")[0] for link in found if not re.match(r"[a-z]+:|#", link)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_is_there(page: Path) -> None:
    assert [link for link in links(page) if not (page.parent / link).is_file()] == []


def test_every_page_and_picture_is_linked_and_small() -> None:
    linked = {(page.parent / link).resolve() for page in PAGES for link in links(page)}
    pictures = list((ROOT / "docs/pictures").iterdir())

    assert [path.name for path in [*PAGES, *pictures] if path not in linked and path.name != "README.md"] == []
    assert [path.name for path in pictures if path.stat().st_size >= 150_000] == []


def judged(answer: str, language: str) -> ResultSheet:
    """The answer as the page of its result shows it."""
    path = FOLDER / "kubernetes/restart-policy.yaml"
    document = read_question_file(path)
    result = score_answer(answer, compile_document(document, lexicon_beside(path.parent)))
    stored = Result(points=result.points, max_points=result.max_points, data=result.data())
    return result_sheet(answer, stored, document, opened=0, wanted=language)


@pytest.mark.parametrize(("guide", "language"), GUIDES.items())
def test_worked_example_is_what_the_engine_says(guide: str, language: str) -> None:
    text = (ROOT / "docs" / guide).read_text("utf-8")
    example = text[text.index("```text\n") :]
    sheet = judged(example[8 : example.index("\n```")], language)

    with translation.override(language.lower()):
        rows = [(row.title.text, gettext(STATUS[row.status]), f"{points(row.points)} / {row.of}") for row in sheet.rows]
    told = re.findall(r"^\| ([^|]+) \| ([^|]+) \| (\d[\d.]* / \d+) \|", example, re.MULTILINE)
    assert told == rows
    sums = re.search(r"((?:[\d.]+ \+ )+[\d.]+) = \*\*([\d.]+)\*\*", example)
    assert sums is not None
    assert (sums[1].split(" + "), sums[2]) == ([points(row.points) for row in sheet.rows], points(sheet.sum))
    told_sums = re.findall(r"\*\*(−?[\d.]+(?: / \d+)?)\*\*", example)
    cap, taken = points(sheet.cap or 0), points(sheet.deductions)
    assert told_sums == [sums[2], cap, f"−{taken}", f"{points(sheet.points)} / {sheet.max_points}"]
    assert f"{cap} − {taken} = " in example


@pytest.mark.parametrize(("guide", "language"), GUIDES.items())
def test_guide_calls_things_as_the_pages_do(guide: str, language: str) -> None:
    text = " ".join((ROOT / "docs" / guide).read_text("utf-8").split())
    words = [
        *STATUS.values(),
        *("Today", "Practise", "My answers", "Settings", "Sign in", "Create an account", "Submit answer"),
        *("Give me a hint", "How sure are you?", "Revise answer", "Answer again", "Compare", "I did get this right"),
        *("An interviewer may ask next", "Bonus"),
    ]

    with translation.override(language.lower()):
        assert [word for word in words if gettext(word) not in text] == []
