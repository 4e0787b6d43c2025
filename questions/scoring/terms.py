"""What an author's term means: its words, every form the lexicon gives them, English endings, `*` for any ending.

Its numbers are compared by value and unit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from questions.scoring.inflection import endings_of
from questions.scoring.lexicon import NO_LEXICON, Entry, Lexicon, form_key
from questions.scoring.parts import Literal, Part, parts_of
from questions.scoring.words import CJK, is_latin, squeeze

SHORTEST_PREFIX = 4
REFERENCE = re.compile(r"@[a-z0-9][a-z0-9._-]*")
_A_WORD = re.compile(rf"[{CJK}]|[^\W_]")
_WORD_BEFORE_STAR = re.compile(rf"([^\W_{CJK}]*)\*")
_IDENTIFIER = re.compile(r"[a-z0-9][A-Z]|[A-Z]{2}|[0-9]")


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a term: the term as written, and the parts that must follow one another."""

    written: str
    parts: tuple[Part, ...]
    how: str = "exact"  # exact, prefix, or form: another form of the same lexicon entry
    entry: str = ""


def read_term(written: str, lexicon: Lexicon = NO_LEXICON) -> list[Term]:
    """Every form of a term that an author wrote; none for a reference that the lexicon does not know."""
    entry = lexicon.entry_of(written)
    if entry is None:
        return [] if written.startswith("@") else list(_forms(written, written, None))
    own = [] if written.startswith("@") else list(_forms(written, written, entry))
    others = (form for form in entry.forms if form_key(form) != form_key(written))
    return [*own, *(term for form in others for term in _forms(written, form, entry))]


def term_problem(written: str) -> str:
    """Why a term cannot work, for its author; "" if it can."""
    if written.startswith("@"):
        return "" if REFERENCE.fullmatch(written) else "a lexicon entry is written @ and its id, such as @k8s.pod"
    for stem in _WORD_BEFORE_STAR.findall(written):
        if len(stem) < SHORTEST_PREFIX:
            return f"* needs a Latin word of at least {SHORTEST_PREFIX} letters before it"
    if not _A_WORD.search(squeeze(written).text):
        return "there is no word in it"
    return ""


def _forms(written: str, form: str, entry: Entry | None) -> Iterator[Term]:
    """One Term for each way in which the last word of a form may be inflected."""
    how = "prefix" if "*" in form else "exact" if form == written else "form"
    for parts in _variants(form, entry is None or entry.kind in ("word", "phrase")):
        yield Term(written, parts, how, entry.id if entry else "")


@lru_cache(maxsize=16_384)
def _variants(form: str, plain: bool) -> tuple[tuple[Part, ...], ...]:
    """The parts of a form, once for each way in which its last word may be inflected: fully if it is `plain`.

    Remembered, because rubrics share the forms of the lexicon.
    """
    *first, last = form.split("*")
    is_open = not squeeze(last).text  # the star is the last character
    if is_open:
        first, last = first[:-1], first[-1] if first else ""
    before = tuple(part for stretch in first for part in parts_of(squeeze(stretch), is_open=True))
    tails = _tails(last, is_open, plain and not _IDENTIFIER.search(last))
    return tuple(parts for tail in tails if (parts := (*before, *tail)))


def _tails(stretch: str, is_open: bool, plain: bool) -> Iterator[tuple[Part, ...]]:
    """What a term ends with, once for each way in which its last word may be inflected."""
    words = squeeze(stretch.strip())
    parts = list(parts_of(words, is_open))
    end = parts[-1] if parts else None
    if is_open or not isinstance(end, Literal) or not end.latin_end:
        yield tuple(parts)
        return
    for stem, endings in endings_of(words.spelled[-1], plain):
        text = end.text[: len(end.text) - len(words.spelled[-1])] + stem
        yield (*parts[:-1], Literal(text, endings, is_latin(text[:1]), latin_end=True))
