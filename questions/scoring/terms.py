"""What an author's term means: literal words, where `*` after a Latin word of 4 letters or more takes its endings."""

import re
from dataclasses import dataclass

from questions.scoring.words import CJK, squeeze

SHORTEST_PREFIX = 4
LEXICON = re.compile(r"@[a-z0-9][a-z0-9._-]*")
_WORD = re.compile(r"[^\W_]")
_LATIN = re.compile(rf"[^\W_{CJK}]")
_WORD_BEFORE_STAR = re.compile(rf"([^\W_{CJK}]*)\*")


@dataclass(frozen=True, slots=True)
class Literal:
    """A squeezed stretch of a term. `open_end`: the Latin word it ends in may go on."""

    text: str
    open_end: bool
    latin_start: bool
    latin_end: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A term as written and the literals that must follow one another; no literals for a lexicon reference."""

    written: str
    literals: tuple[Literal, ...]

    @property
    def how(self) -> str:
        return "prefix" if any(literal.open_end for literal in self.literals) else "exact"


def read_term(written: str) -> Term:
    """The term an author wrote. Any text gives a term; one with a problem may match nothing."""
    if LEXICON.fullmatch(written):
        return Term(written, ())
    parts = written.split("*")
    literals = [_literal(part, open_end=index < len(parts) - 1) for index, part in enumerate(parts)]
    return Term(written, tuple(literal for literal in literals if literal.text))


def term_problem(written: str) -> str:
    """Why a term cannot work, for its author; "" if it can."""
    if written.startswith("@"):
        return "" if LEXICON.fullmatch(written) else "a lexicon entry is written @ and its id, such as @k8s.pod"
    for stem in _WORD_BEFORE_STAR.findall(written):
        if len(stem) < SHORTEST_PREFIX:
            return f"* needs a Latin word of at least {SHORTEST_PREFIX} letters before it"
    if not any(_WORD.search(literal.text) for literal in read_term(written).literals):
        return "there is no word in it"
    return ""


def _literal(part: str, open_end: bool) -> Literal:
    text = squeeze(part).text.strip("\n")
    return Literal(text, open_end and bool(text), _is_latin(text[:1]), _is_latin(text[-1:]))


def _is_latin(character: str) -> bool:
    return bool(_LATIN.match(character))
