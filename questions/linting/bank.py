"""All lints of a folder of questions, with files and lines."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from questions.formats.compiling import compile_document
from questions.formats.document import QuestionDocument
from questions.formats.files import question_files, read_question_file, read_text
from questions.formats.lexicon_file import lexicon_beside
from questions.formats.problems import InvalidDocument, Problem
from questions.formats.yaml_text import load_yaml, with_lines
from questions.linting.answers import answer_lints, other_lints
from questions.linting.points import point_lints
from questions.linting.terms import term_lints
from questions.scoring.lexicon import Lexicon


def lint_bank(folder: Path) -> tuple[int, list[str]]:
    """Count of questions and lints as lines `file: line 12, rubric.criteria[2]: …`. Raises InvalidDocument, OSError."""
    lexicon = lexicon_beside(folder)
    documents = {path: read_question_file(path) for path in question_files(folder)}
    found = [
        str(InvalidDocument(with_lines(problems, load_yaml(read_text(path))[1]), str(path)))
        for path, document in documents.items()
        if (problems := list(lint(document, lexicon, list(documents.values()))))
    ]
    return len(documents), [line for text in found for line in text.splitlines()]


def lint(document: QuestionDocument, lexicon: Lexicon, others: Sequence[QuestionDocument] = ()) -> Iterator[Problem]:
    """What to change in a valid document; `others` are the questions of its bank."""
    rubric = compile_document(document, lexicon)
    yield from term_lints(document.rubric, document.stem, lexicon)
    yield from point_lints(document)
    yield from answer_lints(document, rubric)
    yield from other_lints(document, rubric, others)
