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
        finders = [[_Finder(term, lexicon, asked) for term in concept.terms] for concept in criterion.concepts]
        for index, terms in enumerate(finders):
            for place, said in _concept_lints(terms, criterion):
                yield Problem((*path, index, "terms", place), said)
        if not criterion.stem_counts and all(term.is_asked for terms in finders for term in terms):
            yield Problem(path, "every term stands in the question, which earns nothing; add others, or stem_counts")


class _Finder:
    """A term that looks for itself."""

    def __init__(self, written: str, lexicon: Lexicon, asked: Words) -> None:
        self.written = written
        self.forms = read_term(written, lexicon)
        entry = lexicon.entry_of(written)
        self.is_known = entry is not None
        self.texts = [self.bare, *map(squeeze, entry.forms)] if entry else [self.bare]
        self._matcher = Matcher(self.forms, [0] * len(self.forms), lexicon)
        self.is_asked = self.is_in(asked)

    @cached_property
    def bare(self) -> Words:
        return squeeze(self.written.replace("*", ""))

    def is_in(self, words: Words) -> bool:
        return bool(self._matcher.find(words))

    def covers(self, other: "_Finder") -> bool:
        """Whether this term does what the other one does, wherever any form of that is found."""
        is_narrow = "*" in other.written and "*" not in self.written
        pays_less = self.is_asked and not other.is_asked
        return not is_narrow and not pays_less and all(map(self._is_affirmed_in, other.texts))

    def _is_affirmed_in(self, words: Words) -> bool:
        """Not so where the rest of a longer term denies the shorter: "more than" in "no more than"."""
        return any(not finding.denied for found in self._matcher.find(words).values() for finding in found)


def _concept_lints(terms: list[_Finder], criterion: Criterion) -> Iterator[tuple[int, str]]:
    found_anyway = _found_anyway(terms)
    for place, term in enumerate(terms):
        if said := term_problem(term.written):
            yield place, f"{term.written!r}: {said}"
        elif not term.forms:
            yield place, f"{term.written!r} is not in the lexicon"
        elif place in found_anyway:
            yield place, f"{term.written!r} does nothing: {found_anyway[place]!r} is found wherever it is"
        elif not term.is_known and _pays_alone(criterion) and _SHORT_CJK.fullmatch(term.bare.text):
            yield place, f"{term.written!r} is so short that it turns up by chance: give it company and a window"


def _found_anyway(terms: list[_Finder]) -> dict[int, str]:
    """Terms that can all be taken away together, by place, each with one that stays and does the same."""
    staying, gone = dict(enumerate(terms)), dict[int, _Finder]()
    for place in reversed(range(len(terms))):
        term = staying.pop(place)
        if all(any(other.covers(one) for other in staying.values()) for one in (term, *gone.values())):
            gone[place] = term
        else:
            staying[place] = term
    return {
        place: next(other.written for other in staying.values() if other.covers(term)) for place, term in gone.items()
    }


def _pays_alone(criterion: Criterion) -> bool:
    """Whether one concept, anywhere in the answer, is enough for points."""
    one = criterion.partial or criterion.mode.needed(len(criterion.concepts)) == 1
    return one and criterion.window.kind == "answer"
