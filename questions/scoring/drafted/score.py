"""Coverage → a score from 0 to 1."""

from collections.abc import Sequence
from functools import lru_cache

from questions.scoring.drafted.coverage import Reference
from questions.scoring.drafted.units import Units
from questions.scoring.flags import DONT_KNOW

LONG = 70  # words and characters; from a longer reference, only a part is expected
CHANCE = 0.02  # coverage that any text reaches
ENOUGH, ENOUGH_OF_LONG = 1.0, 0.7  # coverage that is worth full marks
CURVE, CURVE_OF_LONG = 0.44, 0.36  # concave: the first points come easiest
SHORT_ANSWER = 0.8  # what an answer of no length keeps; one as long as the reference keeps all
DONT_KNOW_AT_MOST = 12  # words and characters


class DraftedQuestion:
    """A question with reference answers, ready to score any number of answers."""

    def __init__(self, question: str, references: Sequence[str]) -> None:
        asked = Units(question)
        self._references = [Reference(Units(reference), asked) for reference in references]

    def score(self, answer: str) -> float:
        """The best of the references, from 0 to 1, three decimals. Takes any text, never raises."""
        units = Units(answer)
        if units.length <= DONT_KNOW_AT_MOST and DONT_KNOW.match(units.text):
            return 0.0
        return round(max((_score(reference, units) for reference in self._references), default=0.0), 3)


@lru_cache(maxsize=256)
def drafted_question(question: str, references: tuple[str, ...]) -> DraftedQuestion:
    """The same, kept for the next answer."""
    return DraftedQuestion(question, references)


def _score(reference: Reference, answer: Units) -> float:
    length = reference.units.length
    if not length:
        return 0.0
    short = min(1.0, LONG / length)
    chance = CHANCE * short
    enough = ENOUGH * short + ENOUGH_OF_LONG * (1 - short)
    curve = CURVE * short + CURVE_OF_LONG * (1 - short)
    share = min(1.0, max(0.0, reference.coverage(answer) - chance) / (enough - chance))
    kept = SHORT_ANSWER + (1 - SHORT_ANSWER) * min(1.0, answer.length / length)
    return float(share**curve * kept)
