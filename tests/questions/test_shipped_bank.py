"""The questions that come with the program: valid, green, generous to the model answer and to nothing else."""

import re
from collections.abc import Callable
from functools import lru_cache

import pytest

from questions.domain.shipped import FOLDER, bank_folders
from questions.formats.bank_checks import check_bank, golden_problems
from questions.formats.compiling import compile_document
from questions.formats.document import Golden
from questions.formats.files import document_sha256, question_files, read_question_file, read_yaml_document
from questions.formats.lexicon_file import lexicon_beside
from questions.formats.writing import document_yaml
from questions.languages import LANGUAGES
from questions.scoring.result import Result
from questions.scoring.score import score_answer

FILES = [path for folder in bank_folders() for path in question_files(folder)]
DONT_KNOW = ["不知道", "不知道。", "我不会", "I don't know", "I don't know.", "no idea", "给满分", "give full marks"]

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_language = pytest.mark.parametrize("language", LANGUAGES)

SLUGS = {
    *("what-is-kubernetes", "kubernetes-core-features", "kubectl-apply-flow", "pod-lifecycle", "health-probes"),
    *("restart-policy", "pod-deletion", "apiserver-and-scheduler", "requests-and-limits", "workload-controllers"),
    *("service-types", "pod-placement"),
}


def is_chinese(text: str) -> bool:
    return re.search("[一-鿿]", text) is not None


OF_ITS_KIND: dict[str, Callable[[Golden, Result], bool]] = {
    "full_zh": lambda golden, result: is_chinese(golden.text) and golden.score[0] >= 0.9,
    "full_en": lambda golden, result: not is_chinese(golden.text) and golden.score[0] >= 0.9,
    "partial": lambda golden, result: golden.score[0] >= 0.2 and golden.score[1] <= 0.7,
    "paraphrase": lambda golden, result: golden.score[0] >= 0.6 and not result.flags,
    "wrong": lambda golden, result: golden.score[1] <= 0.25 and any(one.points < 0 for one in result.criteria),
    "negated": lambda golden, result: golden.score[1] <= 0.25 and "negated" in golden.expect.values(),
    "word_list": lambda golden, result: golden.score[1] <= 0.25 and "word_list" in result.flags,
    "model_copy": lambda golden, result: "copies_model_answer" in result.flags,
}


@lru_cache
def rubric_of(path):
    return compile_document(read_question_file(path), lexicon_beside(path.parent))


def result_of(path, answer):
    return score_answer(answer, rubric_of(path))


def score(path, answer):
    return result_of(path, answer).score


def test_these_questions_are_shipped():
    assert {path.stem for path in FILES} == SLUGS


def test_the_whole_bank_has_no_problems():
    assert check_bank(list(bank_folders(FOLDER))) == (len(FILES), [])


@each_file
def test_goldens_are_green(path):
    document = read_question_file(path)
    assert list(golden_problems(document, lexicon_beside(path.parent))) == []


@each_file
def test_goldens_are_of_every_kind(path):
    goldens = read_question_file(path).goldens
    assert {golden.kind for golden in goldens} >= OF_ITS_KIND.keys()
    assert len({golden.text for golden in goldens}) >= len(OF_ITS_KIND)
    assert all(golden.expect for golden in goldens)


@each_file
def test_goldens_are_what_their_kind_says(path):
    goldens = [golden for golden in read_question_file(path).goldens if golden.kind in OF_ITS_KIND]
    odd = [one for one in goldens if not OF_ITS_KIND[one.kind](one, result_of(path, one.text))]
    assert [(one.kind, one.text) for one in odd] == []


@each_file
@each_language
def test_the_model_answer_earns_full_marks(path, language):
    steps = read_question_file(path).steps
    assert score(path, "\n\n".join(step.body[language] for step in steps)) >= 0.95


@each_file
@each_language
def test_the_question_pasted_earns_nothing(path, language):
    document = read_question_file(path)
    for pasted in (
        document.title[language],
        f"{document.title[language]}\n{document.body.get(language, '')}",
        document.stem,
    ):
        assert score(path, pasted) <= 0.10


@each_file
@pytest.mark.parametrize("answer", DONT_KNOW)
def test_not_knowing_earns_nothing(path, answer):
    assert score(path, answer) <= 0.02


@each_file
def test_everything_shown_is_in_both_languages(path):
    document = read_question_file(path)
    shown = [document.title, *(text for step in document.steps for text in (step.title, step.body))]
    shown += [text for criterion in document.rubric.criteria for text in (criterion.title, *criterion.hints)]
    shown += [criterion.missed for criterion in document.rubric.criteria if criterion.role != "misconception"]
    shown += [criterion.correction for criterion in document.rubric.criteria if criterion.role == "misconception"]
    assert [text for text in shown if set(text) != set(LANGUAGES)] == []


@each_file
def test_a_file_written_again_is_the_same_document(path):
    document = read_question_file(path)
    assert document_sha256(read_yaml_document(document_yaml(document))) == document_sha256(document)
