"""The banks that come with the program, read from their files without a database."""

from collections.abc import Iterator
from pathlib import Path

from questions.formats.files import BANK_FILE

FOLDER = Path(__file__).resolve().parent.parent / "bank"


def bank_folders(folder: Path = FOLDER) -> Iterator[Path]:
    """Folders that hold a `bank.yaml`: `folder` itself, or those in it."""
    if (folder / BANK_FILE).exists():
        yield folder
    else:
        yield from sorted(path.parent for path in folder.glob(f"*/{BANK_FILE}"))
