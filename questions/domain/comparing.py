"""Two documents line by line: what a reader must see before one replaces the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import Literal

from questions.domain.draft_data import Draft, draft_data
from questions.formats.writing import data_yaml

Kind = Literal["same", "added", "removed", "gap"]
_KINDS: dict[str, Kind] = {"+": "added", "-": "removed", "@": "gap"}
CONTEXT_LINES = 3


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line of a comparison without its sign; a gap stands where lines were left out."""

    kind: Kind
    text: str = ""


def draft_yaml(draft: Draft) -> str:
    """The draft as an author would write it into a file, right or wrong."""
    return data_yaml(draft_data(draft))


def difference(old: str, new: str) -> list[DiffLine]:
    """What changed from `old` to `new`; empty if they are equal."""
    return list(_lines(old, new))


def _lines(old: str, new: str) -> Iterator[DiffLine]:
    diff = unified_diff(old.splitlines(), new.splitlines(), n=CONTEXT_LINES, lineterm="")
    for number, line in enumerate(diff):
        kind = _KINDS.get(line[:1], "same")
        if number > 2 and kind == "gap":
            yield DiffLine("gap")
        elif number > 2:  # before stand the names of two files
            yield DiffLine(kind, line[1:])
