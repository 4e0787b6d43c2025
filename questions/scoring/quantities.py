"""Find numbers with their units in a text, in digits or in words: 30s, 三十秒, "thirty seconds", 百分之十, 1.5 万."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from questions.scoring.numerals import CHINESE, ENGLISH, ENGLISH_WORDS, MANY, chinese_number, english_number
from questions.scoring.units import PERCENT, TIMES, UNITS, Factor
from questions.scoring.words import CJK, Words

ORDINAL = "第"
COUNTERS = "个种台份层档步条类项组块批轮倍年月号级位代副节"
ARTICLES = frozenset(("一", "二", "one"))  # seldom numbers: 一个, 二次开发, no one

_GAP = r"[ \t*`\"'-]{0,4}"
_LATIN_END = "(?![a-z0-9])"
_DIGITS = (
    r"(?<![0-9])(?<![0-9]\.)(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+(?!,?[0-9])|[1-9][0-9]{0,14})"
    r"(?:\.[0-9]{1,9})?(?!\.?[0-9])"
)
_CHINESE = f"(?<!几)(?<![{CHINESE}])(?!(?<=数)[十百千])[{CHINESE}]{{1,15}}(?![{CHINESE}])"
_HALF = (
    "(?<![个一点])半(?=个?(?:秒|分钟|小时|天))|(?<![a-z0-9])half(?: an?)?(?=[ -](?:second|minute|hour|day|core|cpu))"
)
_UNIT = "|".join(f"{unit}{_LATIN_END if unit.isalpha() else ''}" for unit in sorted(UNITS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?:(?P<ordinal>第(?!三方){_GAP})|(?P<percent>百分之{_GAP}))?"
    rf"(?:(?P<digits>{_DIGITS})(?:{_GAP}(?P<many>[{''.join(MANY)}](?!分)))?|(?P<chinese>{_CHINESE})"
    rf"|(?P<english>(?<![a-z0-9])(?:{ENGLISH}){_LATIN_END})|(?P<half>{_HALF}))"
    rf"(?:{_GAP}(?:个{_GAP})?(?P<unit>{_UNIT})|{_LATIN_END})"
)
_FIRST = re.compile(f"[{CHINESE}第半0-9]")
_FIRST_WORDS = ENGLISH_WORDS.keys() | {"half"}
_COUNTED = re.compile(rf"{_GAP}(?:[{COUNTERS}]|[^{CJK}]|$)")


class Quantity(NamedTuple):
    """A number at [start, end) of the folded text, with its unit at [start, stop).

    `digits` as typed, "" if it is in words; `unit` as it stands in UNITS or ""; `kind` is ORDINAL, PERCENT or "".
    `loose`: it may be a part of another word (一, 三 in 三方).
    """

    start: int
    end: int
    stop: int
    value: Factor
    digits: str
    unit: str
    kind: str
    loose: bool


def quantities(words: Words) -> Iterator[Quantity]:
    """All numbers of a text, in order."""
    text, stop = words.folded.text, 0
    places = [match.start() for match in _FIRST.finditer(text)]
    if not _FIRST_WORDS.isdisjoint(words.spelled):
        places += [words.origins[index] for index, word in enumerate(words.spelled) if word in _FIRST_WORDS]
        places.sort()
    for place in places:
        match = _NUMBER.match(text, place) if place >= stop else None
        if match and (value := _value(match)) is not None:
            yield _quantity(match, value)
            stop = match.end()


def _value(match: re.Match[str]) -> Factor | None:
    if digits := match["digits"]:
        plain = digits.replace(",", "")
        return (Fraction(plain) if "." in plain else int(plain)) * MANY.get(match["many"], 1)
    if match["chinese"]:
        return chinese_number(match["chinese"])
    return english_number(match["english"]) if match["english"] else Fraction(1, 2)


def _quantity(match: re.Match[str], value: Factor) -> Quantity:
    ordinal, percent, digits, many, chinese, english, _, unit = match.groups("")
    number = "many" if many else "digits" if digits else "chinese" if chinese else "english" if english else "half"
    return Quantity(
        *(match.start(), match.end(number), match.end(), value),
        digits="" if many else digits,
        unit=unit,
        kind=ORDINAL if ordinal else PERCENT if percent else "",
        loose=_is_loose(match),
    )


def _is_loose(match: re.Match[str]) -> bool:
    spelled, unit = match["chinese"] or match["english"], match["unit"]
    if not spelled or match["ordinal"] or match["percent"] or (unit and UNITS[unit][0][0] != TIMES):
        return False
    if spelled in ARTICLES:
        return True
    return len(spelled) == 1 and not unit and not _COUNTED.match(match.string, match.end("chinese"))
