"""Terms that do nothing, or too much."""

import re
from collections.abc import Iterator
from functools import cached_property

from questions.formats.problems import Problem
from questions.scoring.lexicon import Lexicon
from questions.scoring.match import Matcher
from questions.scoring.rubric import Criterion, RubricDocument
from questions.scoring.terms import read_term, term_problem
from questions.scoring.words import CJK, Words, squeeze

_SHORT_CJK = re.compile(f"[{CJK}]{{1,2}}")


def term_lints(rubric: RubricDocument, stem: str, lexicon: Lexicon) -> Iterator[Problem]:
    asked = squeeze(stem)
    for number, criterion in enumerate(rubric.criteria):
        path = ("rubric", "criteria", number, "concepts")
        finders = [[_Finder(term, lexicon) for term in concept.terms] for concept in criterion.concepts]
        for index, terms in enumerate(finders):
            for place, said in _concept_lints(terms, criterion):
                yield Problem((*path, index, "terms", place), said)
        if not criterion.stem_counts and all(term.is_in(asked) for terms in finders for term in terms):
            yield Problem(path, "every term stands in the question, which earns nothing; add others, or stem_counts")


class _Finder:
    """A term that looks for itself."""

    def __init__(self, written: str, lexicon: Lexicon) -> None:
        self.written = written
        self.forms = read_term(written, lexicon)
        self.is_known = lexicon.entry_of(written) is not None
        self._matcher = Matcher(self.forms, [0] * len(self.forms), lexicon)

    @cached_property
    def bare(self) -> Words:
        return squeeze(self.written.replace("*", ""))

    def is_in(self, words: Words) -> bool:
        return bool(self._matcher.find(words))

    def covers(self, other: "_Finder") -> bool:
        """Whether this term is found in the other one; a term without a star covers none with one."""
        return ("*" in self.written or "*" not in other.written) and self.is_in(other.bare)


def _concept_lints(terms: list[_Finder], criterion: Criterion) -> Iterator[tuple[int, str]]:
    for place, term in enumerate(terms):
        if said := term_problem(term.written):
            yield place, f"{term.written!r}: {said}"
        elif not term.forms:
            yield place, f"{term.written!r} is not in the lexicon"
        elif other := _found_anyway(place, terms):
            yield place, f"{term.written!r} does nothing: {other!r} is found wherever it is"
        elif not term.is_known and _pays_alone(criterion) and _SHORT_CJK.fullmatch(term.bare.text):
            yield place, f"{term.written!r} is so short that it turns up by chance: give it company and a window"


def _found_anyway(place: int, terms: list[_Finder]) -> str:
    """Another term of the concept that is found wherever this one is; "" if none is. Of two alike, the first works."""
    term = terms[place]
    for index, other in enumerate(terms):
        if index != place and other.covers(term) and (index < place or not term.covers(other)):
            return other.written
    return ""


def _pays_alone(criterion: Criterion) -> bool:
    """Whether one concept, anywhere in the answer, is enough for points."""
    one = criterion.partial or criterion.mode.needed(len(criterion.concepts)) == 1
    return one and criterion.window.kind == "answer"
