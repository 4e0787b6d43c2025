"""Numbers by their value and unit: 三十秒 = 30s = "thirty seconds" = half a minute (SCORING.md, step 4).

A decimal fraction without a unit (1.30) may be a version or an address: it stays text, as do 007 and very long runs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from questions.scoring.quantities import COUNTERS, Quantity, quantities
from questions.scoring.units import UNITS
from questions.scoring.words import Words

Key = tuple[str, object]  # family of the unit ("" for none, 第 for an ordinal) and value; for a range both its ends
_SPACE = r"[ \t*`\"']{0,4}"
_TO = re.compile(rf"{_SPACE}(?:--?|~~?|至|到|to){_SPACE}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a term: any of its readings will do. `strict`: what may be another word (一, 三 in 三方) will not."""

    keys: frozenset[Key]
    strict: bool

    @property
    def is_bare(self) -> bool:
        """Whether it has no unit."""
        return not any(family for family, _ in self.keys)


class Found(NamedTuple):
    """A number in a text: where it ends for each of its readings. `loose`: it may be a part of another word."""

    ends: dict[Key, int]
    loose: bool

    def end(self, number: Number) -> int:
        """Where it ends if it is that number; else 0."""
        if self.loose and number.strict:
            return 0
        return next((end for key, end in self.ends.items() if key in number.keys), 0)


def find_numbers(words: Words) -> dict[int, Found]:
    """All numbers by the place in the squeezed text where they begin."""
    found: dict[int, Found] = {}
    all_of_them = list(quantities(words))
    for one in all_of_them:
        for start, ends in _readings(one):
            squeezed = {key: words.place(end - 1) + 1 for key, end in ends.items()}
            found.setdefault(words.place(start), Found({}, one.loose)).ends.update(squeezed)
    for low, high in pairwise(all_of_them):
        if low.value < high.value and _is_range(words.folded.text, low, high):
            found[words.place(low.start)].ends.update(_range(low, high, words))
    return found


def numbers_of_term(words: Words) -> Iterator[tuple[int, int, Number]]:
    """The numbers of a term with their [start, end) in its squeezed text, in order."""
    last = 0
    for start, found in sorted(find_numbers(words).items()):
        end = max(found.ends.values(), default=0)
        is_word = not words.text[start].isascii() or start in words.starts_of_words
        if start >= last < end and is_word and not found.loose:
            keys = frozenset(key for key, place in found.ends.items() if place == end)
            rest = words.text[end:].lstrip(COUNTERS)
            yield start, end, Number(keys, strict=not rest and (not start or ("", 1) in keys))
            last = end


def _readings(one: Quantity) -> Iterator[tuple[int, dict[Key, int]]]:
    """Where a number begins and where each reading ends; then the parts of 80,443, which may be two numbers."""
    if one.kind:
        yield one.start, {(one.kind, one.value): one.end}
        return
    units = UNITS.get(one.unit, ())
    ends: dict[Key, int] = {(family, one.value * factor): one.stop for family, factor in units}
    is_word = one.unit.isascii() and one.unit.isalpha() and one.stop - one.end == len(one.unit)  # 304s is not 304
    if "." not in one.digits and not is_word:
        ends["", one.value] = one.end
    yield one.start, ends
    parts = one.digits.split(",")
    if len(parts) > 1 and not any(part.startswith("0") for part in parts):
        place = one.start
        for part in parts:
            yield place, {("", int(part)): place + len(part)}
            place += len(part) + 1


def _is_range(text: str, low: Quantity, high: Quantity) -> bool:
    """Whether two numbers in a row are the ends of a range, and no part of a name such as CVE-2024-3094."""
    return _TO.fullmatch(text, low.stop, high.start) is not None and text[max(low.start - 1, 0) : low.start] != "-"


def _range(low: Quantity, high: Quantity, words: Words) -> dict[Key, int]:
    """How a range can be read; a unit behind it holds for both its ends: 10 到 30 秒."""
    ends: dict[Key, int] = {("", (low.value, high.value)): words.place(high.end - 1) + 1}
    for family, factor in UNITS.get(low.unit or high.unit, ()):
        for other, other_factor in UNITS.get(high.unit, ()):
            if family == other:
                both = (low.value * factor, high.value * other_factor)
                ends[family, both] = words.place(high.stop - 1) + 1
    return ends
