"""The banks that come with the program, read from their files without a database."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from questions.formats.compiling import compile_document
from questions.formats.files import BANK_FILE, question_files, read_question_file
from questions.formats.lexicon_file import lexicon_beside
from questions.scoring.compile import CompiledRubric

FOLDER = Path(__file__).resolve().parent.parent / "bank"


def bank_folders(folder: Path = FOLDER) -> Iterator[Path]:
    """Folders that hold a `bank.yaml`: `folder` itself, or those in it."""
    if (folder / BANK_FILE).exists():
        yield folder
    else:
        yield from sorted(path.parent for path in folder.glob(f"*/{BANK_FILE}"))


@cache
def shipped_rubric(folder: Path, slug: str) -> CompiledRubric | None:
    """The rubric of a question in the banks of a folder, None if there is no such question. Raises InvalidDocument."""
    for bank in bank_folders(folder):
        path = bank / f"{slug}.yaml"
        if path in question_files(bank):
            return compile_document(read_question_file(path), lexicon_beside(bank))
    return None
