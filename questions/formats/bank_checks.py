"""Check question files: every problem with file, line and field, and every golden answer against the engine."""

from collections.abc import Iterator
from pathlib import Path

from questions.formats.bank_file import read_bank_file
from questions.formats.document import QuestionDocument
from questions.formats.files import BANK_FILE, question_files, read_question_file
from questions.formats.problems import InvalidDocument
from questions.scoring.compile import compile_rubric
from questions.scoring.score import score_answer


def check_bank(paths: list[Path]) -> tuple[int, list[str]]:
    """Count of questions and problems as lines `file: line 12, rubric.criteria[2].points: must be …`."""
    files = [file for path in paths for file in (question_files(path) if path.is_dir() else [path])]
    problems = [line for path in paths if path.is_dir() for line in _bank_problems(path)]
    return len(files), [*problems, *(line for file in files for line in _file_problems(file))]


def golden_problems(document: QuestionDocument) -> Iterator[str]:
    """What the engine answers otherwise than a golden says."""
    rubric = compile_rubric(document.rubric, document.stem)
    for index, golden in enumerate(document.goldens):
        result = score_answer(golden.text, rubric)
        got = {criterion.key: criterion.status for criterion in result.criteria}
        for key, status in golden.expect.items():
            if got[key] != status:
                yield f"goldens[{index}] ({golden.kind}): {key} is {got[key]}, not {status}"
        low, high = golden.score
        if not low <= result.score <= high:
            yield f"goldens[{index}] ({golden.kind}): scores {result.score}, not {low} to {high}"


def _file_problems(path: Path) -> Iterator[str]:
    try:
        document = read_question_file(path)
    except InvalidDocument as error:
        yield from str(error).splitlines()
    except OSError as error:
        yield f"{path}: {error.strerror}"
    else:
        yield from (f"{path}: {line}" for line in golden_problems(document))


def _bank_problems(folder: Path) -> Iterator[str]:
    try:
        bank = read_bank_file(folder / BANK_FILE)
    except InvalidDocument as error:
        yield from str(error).splitlines()
        return
    stems = {path.stem for path in question_files(folder)}
    for index, slug in enumerate(bank.order):
        if slug not in stems:
            yield f"{folder / BANK_FILE}: order[{index}]: there is no file {slug}.yaml"
    for slug in sorted(stems - set(bank.order)):
        yield f"{folder / BANK_FILE}: order: {slug} is missing"
