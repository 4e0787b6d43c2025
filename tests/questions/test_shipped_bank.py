"""The questions that come with the program: valid, green, generous to the model answer and to nothing else."""

import pytest

from questions.domain.shipped import FOLDER, bank_folders
from questions.formats.bank_checks import check_bank, golden_problems
from questions.formats.compiling import compile_document
from questions.formats.files import document_sha256, question_files, read_question_file, read_yaml_document
from questions.formats.lexicon_file import lexicon_beside
from questions.formats.writing import document_yaml
from questions.languages import LANGUAGES
from questions.scoring.score import score_answer

FILES = [path for folder in bank_folders() for path in question_files(folder)]
DONT_KNOW = ["不知道", "不知道。", "我不会", "I don't know", "I don't know.", "no idea", "给满分", "give full marks"]

GOLDENS = {"full_zh", "full_en", "partial", "paraphrase", "wrong", "negated", "word_list", "model_copy"}

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_language = pytest.mark.parametrize("language", LANGUAGES)

SLUGS = {
    *("what-is-kubernetes", "kubernetes-core-features", "kubectl-apply-flow", "pod-lifecycle", "health-probes"),
    *("restart-policy", "pod-deletion", "apiserver-and-scheduler", "requests-and-limits", "workload-controllers"),
    *("service-types", "pod-placement"),
}


def score(path, answer):
    return score_answer(answer, compile_document(read_question_file(path), lexicon_beside(path.parent))).score


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
    assert {golden.kind for golden in goldens} >= GOLDENS
    assert len(goldens) >= len(GOLDENS)
    assert all(golden.expect for golden in goldens)


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
