"""Rubrics drafted from the shipped model answers: generous to them, and to nothing else."""

from dataclasses import replace
from functools import cache
from statistics import mean

import pytest

from questions.domain.shipped import FOLDER, bank_folders
from questions.drafting.files import draft_rubric_of_file
from questions.formats.compiling import compile_document
from questions.formats.files import question_files, read_question_file
from questions.formats.lexicon_file import lexicon_beside
from questions.formats.reading import read_document
from questions.formats.writing import document_data
from questions.languages import LANGUAGES
from questions.linting.answers import DONT_KNOW
from questions.linting.terms import term_lints
from questions.scoring.score import score_answer

FILES = [path for folder in bank_folders(FOLDER) for path in question_files(folder)]
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def drafted(path):
    """The question with its drafted rubric instead of its own."""
    return replace(read_question_file(path), rubric=draft_rubric_of_file(path), goldens=(), follow_ups=())


def score(path, answer):
    return score_answer(answer, compile_document(drafted(path), lexicon_beside(path.parent))).score


@each_file
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_answer_earns_nearly_everything(path, language):
    assert score(path, drafted(path).model_answers[language]) >= 0.95


@each_file
def test_other_model_answers_earn_little_on_average(path):
    others = [text for other in FILES if other != path for text in drafted(other).model_answers.values()]
    assert mean(score(path, text) for text in others) <= 0.20


@each_file
def test_the_question_pasted_earns_nearly_nothing(path):
    document = drafted(path)
    assert max(score(path, text) for text in (document.stem, *document.title.values())) <= 0.10


@each_file
@pytest.mark.parametrize("answer", DONT_KNOW)
def test_not_knowing_earns_nothing(path, answer):
    assert score(path, answer) <= 0.02


@each_file
def test_the_drafted_document_is_valid_and_says_the_same_every_time(path):
    document = drafted(path)
    assert read_document(document_data(document)) == document
    assert draft_rubric_of_file(path) == document.rubric
    assert document.rubric.max_points == 10


@each_file
def test_no_drafted_term_stands_in_the_question_or_turns_up_by_chance(path):
    document = drafted(path)
    said = [problem.text for problem in term_lints(document.rubric, document.stem, lexicon_beside(path.parent))]
    assert [text for text in said if "does nothing" not in text] == []
