"""The examples of docs/scoring.md are what the engine says."""

import re
from typing import get_args

import pytest
from django.conf import settings

from questions.domain.shipped import FOLDER
from questions.formats.compiling import compile_document
from questions.formats.files import read_yaml_document
from questions.formats.lexicon_file import LEXICON_FILE, read_lexicon_file
from questions.scoring.result import Status
from questions.scoring.score import score_answer
from questions.scoring.words import CJK
from tests.judged_examples import FLAGS, STATUS, judged_rows, judged_sum, told_examples

PAGE = (settings.BASE_DIR / "docs/scoring.md").read_text("utf-8")
DOCUMENT = read_yaml_document(re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)[0])
RUBRIC = compile_document(DOCUMENT, read_lexicon_file(FOLDER / LEXICON_FILE))
EXAMPLES = told_examples(PAGE)


@pytest.mark.parametrize(("answer", "rows", "line"), EXAMPLES)
def test_example_is_what_the_engine_says(answer, rows, line):
    assert (rows, line) == (judged_rows(answer, DOCUMENT, RUBRIC), judged_sum(answer, RUBRIC))


def test_every_answer_on_the_page_is_an_example():
    assert len(EXAMPLES) == PAGE.count("```text\n") >= 10


def test_examples_show_every_status_and_flag_in_both_languages():
    results = [score_answer(answer, RUBRIC) for answer, _, _ in EXAMPLES]
    assert {one.status for result in results for one in result.criteria} == {*STATUS} == {*get_args(Status)}
    assert {flag for result in results for flag in result.flags} == {*FLAGS}
    assert {bool(re.search(f"[{CJK}]", answer)) for answer, _, _ in EXAMPLES} == {True, False}


def test_the_table_of_rows_is_that_of_the_document():
    told = re.findall(r"^\| ([^|]+) \| (required|core|bonus|misconception) \| (\d) \|", PAGE, re.MULTILINE)
    assert told == [(one.title["en"], one.role, str(one.points)) for one in DOCUMENT.rubric.criteria]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_its_model_answer_earns_full_marks(language):
    assert score_answer(DOCUMENT.model_answers[language], RUBRIC).score == 1
