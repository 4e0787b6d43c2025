"""What an author's term means: its words, every form the lexicon gives them, English endings, `*` for any ending."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from questions.scoring.inflection import endings_of
from questions.scoring.lexicon import NO_LEXICON, Entry, Lexicon
from questions.scoring.words import CJK, is_latin, squeeze

SHORTEST_PREFIX = 4
REFERENCE = re.compile(r"@[a-z0-9][a-z0-9._-]*")
_A_WORD = re.compile(rf"[{CJK}]|[^\W_]")
_WORD_BEFORE_STAR = re.compile(rf"([^\W_{CJK}]*)\*")
_IDENTIFIER = re.compile(r"[a-z0-9][A-Z]|[A-Z]{2}|[0-9]")


@dataclass(frozen=True, slots=True)
class Literal:
    """A squeezed stretch of a term. What may follow it inside its last Latin word: `endings`, or anything if None."""

    text: str
    endings: frozenset[str] | None
    latin_start: bool
    latin_end: bool


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a term: the term as written, and the literals that must follow one another."""

    written: str
    literals: tuple[Literal, ...]
    how: str = "exact"  # exact, prefix, or form: another form of the same lexicon entry
    entry: str = ""


def read_term(written: str, lexicon: Lexicon = NO_LEXICON) -> list[Term]:
    """Every form of a term that an author wrote; none for a reference that the lexicon does not know."""
    entry = lexicon.entry_of(written)
    if entry is None:
        return [] if written.startswith("@") else list(_forms(written, written, None))
    own = [] if written.startswith("@") else list(_forms(written, written, entry))
    others = (form for form in entry.forms if squeeze(form).text != squeeze(written).text)
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
    *first, last = form.split("*")
    if not squeeze(last).text:  # the star is the last character
        first, last = first[:-1], first[-1] if first else ""
        ends: list[Literal] = [_literal(last, None)]
    else:
        plain = not _IDENTIFIER.search(last) and (entry is None or entry.kind in ("word", "phrase"))
        ends = list(_inflected(last, plain))
    how = "prefix" if "*" in form else "exact" if form == written else "form"
    before = tuple(literal for part in first if (literal := _literal(part, None)).text)
    for end in ends:
        if end.text or before:
            yield Term(written, (*before, end) if end.text else before, how, entry.id if entry else "")


def _inflected(part: str, plain: bool) -> Iterator[Literal]:
    words = squeeze(part)
    text = words.text.strip("\n")
    if not text or not is_latin(text[-1]) or not words.spelled:
        yield Literal(text, frozenset(("",)), is_latin(text[:1]), False)
        return
    word = words.spelled[-1]
    for stem, endings in endings_of(word, plain):
        whole = text[: len(text) - len(word)] + stem
        yield Literal(whole, endings, is_latin(whole[:1]), latin_end=True)


def _literal(part: str, endings: frozenset[str] | None) -> Literal:
    text = squeeze(part).text.strip("\n")
    return Literal(text, endings, is_latin(text[:1]), is_latin(text[-1:]))
