"""The shipped rubrics: how long the worst text takes them, how large they are, how long it takes to compile them."""

from functools import cache, partial
from statistics import mean
from typing import Any

from bench.memory import own_bytes, resident_bytes
from bench.texts import NONSENSE, repeated
from bench.timing import best, judging
from questions.domain.shipped import FOLDER, bank_folders
from questions.formats.compiling import compile_document
from questions.formats.document import QuestionDocument
from questions.formats.files import question_files, read_question_file
from questions.formats.lexicon_file import LEXICON_FILE, read_lexicon_file
from questions.scoring.compile import CompiledRubric
from questions.scoring.lexicon import Lexicon
from questions.scoring.longer import LongerForms

LONGEST, TOO_SLOW = 20_000, 50  # characters, ms


@cache
def shipped_lexicon() -> Lexicon:
    return read_lexicon_file(FOLDER / LEXICON_FILE)


def slowest() -> dict[str, Any]:
    """The longest that the longest answer of anything takes, and how many of all rubrics × texts take too long."""
    costs = [
        (round(best(judging(repeated(stretch, LONGEST), rubric)) * 1000, 1), slug, stretch)
        for slug, rubric in _compiled().items()
        for stretch in NONSENSE
    ]
    ms, slug, stretch = max(costs)
    too_slow = sum(cost > TOO_SLOW for cost, *_ in costs)
    return {"ms": ms, "rubric": slug, "text": stretch, f"over_{TOO_SLOW}_ms": f"{too_slow} of {len(costs)}"}


def sizes() -> dict[str, int]:
    """In kB without the lexicon: `own` are Python objects, `resident` is all that the process grows by."""
    shared = shipped_lexicon(), LongerForms.of(shipped_lexicon())
    own = {slug: own_bytes(rubric, shared) for slug, rubric in _compiled().items()}
    largest = max(own, key=lambda slug: own[slug])
    return {
        "own_mean": round(mean(own.values()) / 1000),
        "own_most": round(own[largest] / 1000),
        "resident_most": round(resident_bytes(partial(_compile, _documents()[largest])) / 1000),
    }


def slowest_compile_ms() -> float:
    return round(max(best(partial(_compile, document)) for document in _documents().values()) * 1000, 1)


@cache
def _documents() -> dict[str, QuestionDocument]:
    paths = [path for folder in bank_folders() for path in question_files(folder)]
    return {path.stem: read_question_file(path) for path in paths}


def _compiled() -> dict[str, CompiledRubric]:
    return {slug: _compile(document) for slug, document in _documents().items()}


def _compile(document: QuestionDocument) -> CompiledRubric:
    return compile_document(document, shipped_lexicon())
