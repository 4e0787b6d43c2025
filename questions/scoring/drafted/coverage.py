"""How much of a reference an answer covers, leaving out what the question says itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from questions.scoring.drafted.units import Units, grams_of, is_function

FUNCTION_WORD = 0.05  # weights of units; any other weighs 1
SAID_BY_QUESTION = 0.15
ALONE = 0.85  # credit for a CJK character without its neighbours
ALIKE, LEAST_ALIKE = 0.7, 0.4  # credit for a similar word, times its likeness; below the least, none
UNITS_SHARE = 0.6  # of the coverage; the rest is that of grams

Pairs = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference answer with the question that it answers."""

    units: Units
    question: Units

    def coverage(self, answer: Units) -> float:
        """From 0 to 1."""
        return UNITS_SHARE * self._of_units(answer) + (1 - UNITS_SHARE) * self._of_grams(answer)

    def _of_units(self, answer: Units) -> float:
        latin = [(self._weight(word, stem), _credit(word, stem, answer)) for word, stem in self.units.latin.items()]
        cjk = [(1.0, _credit_of_character(place, character, answer)) for place, character in self._new_characters()]
        weights = sum(weight for weight, _ in (*latin, *cjk))
        return sum(weight * credit for weight, credit in (*latin, *cjk)) / weights if weights else 0.0

    def _weight(self, word: str, stem: str) -> float:
        said = SAID_BY_QUESTION if stem in self.question.stems else 1.0
        return said * FUNCTION_WORD if is_function(word) else said

    def _new_characters(self) -> Iterator[tuple[Pairs, str]]:
        """Those that the question does not say in the same surroundings, and that say something."""
        for pairs, character in self.units.characters.items():
            if not is_function(character) and self.question.pairs.isdisjoint(pairs):
                yield pairs, character

    def _of_grams(self, answer: Units) -> float:
        new = self.units.grams - self.question.grams or self.units.grams
        return len(new & answer.grams) / len(new) if new else 0.0


def _credit(word: str, stem: str, answer: Units) -> float:
    if stem in answer.stems:
        return 1.0
    if len(word) < 4 or is_function(word):
        return 0.0
    own = grams_of(word)
    best = max((_likeness(own, grams_of(other)) for other in answer.latin), default=0.0)
    return ALIKE * best if best > LEAST_ALIKE else 0.0


def _credit_of_character(pairs: Pairs, character: str, answer: Units) -> float:
    if not answer.pairs.isdisjoint(pairs):
        return 1.0
    return ALONE if character in answer.text else 0.0


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice coefficient, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
