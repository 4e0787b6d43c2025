"""Make text comparable without losing where each character came from (SCORING.md, step 1)."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

LONGEST = 80_000  # folded characters; one sign such as U+FDFA becomes 18
MARKS = 30  # combining marks kept on one letter: normalising a run of 100,000 takes seconds

LOOK_ALIKES = (  # Cyrillic and Greek letters that pass for Latin ones
    "АВЕКМНОРСТУХІЅЈаеорсухіѕјԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEKMHOPCTYXISJaeopcyxisjqwhABEZHIKMNOPTYXo",
)
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_TAGS = (
    "a|b|blockquote|br|code|del|div|em|h[1-6]|hr|i|ins|li|ol|p|pre|s|span|strong|su[bp]|table|tbody|t[dhr]|thead|u|ul"
)
REMOVED = re.compile(rf"[{INVISIBLE}]+|</?(?:{_TAGS})(?:\s[^<>]{{0,200}})?/?>", re.IGNORECASE)
_CLUSTER = re.compile(rf"({REMOVED.pattern})|.", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text. `starts` and `ends` give each character's place in the text as typed; None: the same place."""

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """[start, end) of the folded text (not empty) as code-point offsets into the text as typed."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Case, width, script and typography evened out; zero-width characters and HTML tags dropped."""
    if text.isascii() and "<" not in text and "\r" not in text:
        return Folded(text.lower())
    if not REMOVED.search(text):
        even = text.translate(_one_to_one())
        folded = even.casefold()
        if len(folded) == len(text) and unicodedata.is_normalized("NFKC", folded):
            return Folded(folded)
    return _fold_slowly(text)


def _fold_slowly(text: str) -> Folded:
    """The same where characters appear, vanish or merge: cluster by cluster, noting the places."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        folded = _fold_cluster(text[start : min(end, start + MARKS + 1)])
        out.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
        if len(starts) > LONGEST:
            break
    return Folded("".join(out), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of each base character with its combining marks; removed stretches are left out."""
    start = end = 0
    for match in _CLUSTER.finditer(text):
        joins = match[1] is None and end == match.start() and end > start and unicodedata.combining(match[0])
        if not joins:
            if end > start:
                yield start, end
            start = match.start()
        end = match.end() if match[1] is None else start
    if end > start:
        yield start, end


@lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    even = unicodedata.normalize("NFKC", cluster.translate(_one_to_one())).casefold()
    return unicodedata.normalize("NFKC", even).translate(_one_to_one())


@lru_cache(maxsize=1)
def _one_to_one() -> dict[int, str]:
    """Characters that fold to exactly one other: offsets stay as they are."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width ASCII
    table.update(dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c\ufe58\ufe63"), "-"))
    table.update(dict.fromkeys(map(ord, "‘’‚‛′´"), "'"))
    table.update(dict.fromkeys(map(ord, "“”„‟″"), '"'))
    table.update(dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000\t"), " "))
    table.update(dict.fromkeys(map(ord, "\u0085\u2028\u2029\r"), "\n"))
    table.update(zip(map(ord, LOOK_ALIKES[0]), LOOK_ALIKES[1], strict=True))
    table.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))  # lone surrogates: the matcher takes none
    table[ord("…")] = ","  # a pause; as three dots it would end a sentence
    table.update({ord(pair[0]): pair[1] for pair in _traditional_pairs()})
    return table


def _traditional_pairs() -> Iterator[str]:
    path = Path(__file__).parent / "data" / "traditional.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line
