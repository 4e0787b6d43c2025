"""Two texts, word by word: which words of each are not in the other. Plain Python."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from questions.scoring.words import CJK

WORDS = re.compile(rf"[{CJK}]|[^\W_{CJK}]+|\s+|.", re.DOTALL)
SENTENCES = re.compile(r"[^。！？!?；;\n]*[。！？!?；;\n]|[^。！？!?；;\n]+$")
LONGEST = 8_000  # words of both texts together; above it whole sentences are compared
ISLAND = 3  # characters; less than that between two changes is read as changed too


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text; `changed` if the other text does not have it here."""

    text: str
    changed: bool


Pieces = tuple[Piece, ...]


def diff_words(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Both texts cut into runs that are changed and runs that are not; each has all of its text, in order.

    A Chinese character counts as a word. Python's difflib looks for the longest runs that the texts have in common.
    """
    pattern = WORDS if len(WORDS.findall(before)) + len(WORDS.findall(after)) <= LONGEST else SENTENCES
    old, new = pattern.findall(before), pattern.findall(after)
    common = list(_solid(SequenceMatcher(None, old, new).get_matching_blocks(), old, new))
    return _pieces(old, [(run.a, run.size) for run in common]), _pieces(new, [(run.b, run.size) for run in common])


def _solid(runs: Iterable[Match], old: Sequence[str], new: Sequence[str]) -> Iterable[Match]:
    """The common runs without small islands between two changes; those at both ends stay."""
    for run in runs:
        first = run.a == run.b == 0
        last = run.a + run.size == len(old) and run.b + run.size == len(new)
        said = "".join(old[run.a : run.a + run.size]).strip()
        if run.size and (first or last or len(said) >= ISLAND):
            yield run


def _pieces(words: Sequence[str], common: Iterable[tuple[int, int]]) -> Pieces:
    pieces, place = [], 0
    for start, size in common:
        pieces += [Piece("".join(words[place:start]), True), Piece("".join(words[start : start + size]), False)]
        place = start + size
    pieces.append(Piece("".join(words[place:]), True))
    return tuple(piece for piece in pieces if piece.text)
