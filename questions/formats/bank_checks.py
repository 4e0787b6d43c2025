"""Check question files: every problem with file, line and field, and every golden answer against the engine."""

from collections.abc import Iterator
from pathlib import Path

from questions.formats.bank_file import BankDocument, read_bank_file
from questions.formats.compiling import compile_document
from questions.formats.document import QuestionDocument
from questions.formats.files import BANK_FILE, question_files, read_question_file
from questions.formats.lexicon_file import lexicon_beside
from questions.formats.problems import InvalidDocument
from questions.scoring.lexicon import NO_LEXICON, Lexicon
from questions.scoring.score import score_answer


def check_bank(paths: list[Path]) -> tuple[int, list[str]]:
    """Count of questions and problems as lines `file: line 12, rubric.criteria[2].points: must be …`."""
    found = [_folder_problems(path) if path.is_dir() else (1, [*_file_problems(path)]) for path in paths]
    return sum(count for count, _ in found), [line for _, lines in found for line in lines]


def golden_problems(document: QuestionDocument, lexicon: Lexicon = NO_LEXICON) -> Iterator[str]:
    """What the engine answers otherwise than a golden says."""
    rubric = compile_document(document, lexicon)
    for index, golden in enumerate(document.goldens):
        result = score_answer(golden.text, rubric)
        got = {criterion.key: criterion.status for criterion in result.criteria}
        for key, status in golden.expect.items():
            if got[key] != status:
                yield f"goldens[{index}] ({golden.kind}): {key} is {got[key]}, not {status}"
        low, high = golden.score
        if not low <= result.score <= high:
            yield f"goldens[{index}] ({golden.kind}): scores {result.score}, not {low} to {high}"


def _file_problems(path: Path, **wanted: str) -> Iterator[str]:
    try:
        document = read_question_file(path, **wanted)
    except InvalidDocument as error:
        yield from str(error).splitlines()
    except OSError as error:
        yield f"{path}: {error.strerror}"
    else:
        yield from (f"{path}: {line}" for line in golden_problems(document, lexicon_beside(path.parent)))


def _folder_problems(folder: Path) -> tuple[int, list[str]]:
    files = question_files(folder)
    try:
        bank = read_bank_file(folder / BANK_FILE)
    except InvalidDocument as error:
        return len(files), [*str(error).splitlines(), *(line for file in files for line in _file_problems(file))]
    problems = [*_order_problems(folder / BANK_FILE, bank, {file.stem for file in files})]
    return len(files), [*problems, *(line for file in files for line in _file_problems(file, bank=bank.slug))]


def _order_problems(path: Path, bank: BankDocument, stems: set[str]) -> Iterator[str]:
    for index, slug in enumerate(bank.order):
        if slug not in stems:
            yield f"{path}: order[{index}]: there is no file {slug}.yaml"
    for slug in sorted(stems - set(bank.order)):
        yield f"{path}: order: {slug} is missing"
