"""Which ideas become the concepts of a part: those that stand out here and that other answers do not say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.drafting.ideas import Idea, ideas_of
from questions.drafting.parts import Part
from questions.scoring.lexicon import Lexicon
from questions.scoring.match import Finding, Matcher
from questions.scoring.terms import read_term
from questions.scoring.words import squeeze

AT_MOST, ENOUGH = 7, 3  # concepts of a part
COMMON = 0.34  # share of the other answers from which an idea tells nothing about this one
EVERYWHERE = 1.5  # weighs an idea that every language of the part has


@dataclass(frozen=True, slots=True)
class Candidate:
    """An idea of part `part`, as it is found: in these languages of the part, in this share of the other answers."""

    idea: Idea
    part: int
    value: float
    languages: frozenset[str]
    denied: bool
    share: float


def choose(parts: Sequence[Part], stem: str, lexicon: Lexicon, others: Sequence[str]) -> list[list[Candidate]]:
    """The candidates taken for each part, the best first: all that stand out; words and what is common to fill up."""
    candidates = sorted(_candidates(parts, stem, lexicon, others), key=lambda candidate: -candidate.value)
    chosen = _Chosen(len(parts))
    for candidate in candidates:
        if not candidate.idea.is_word and candidate.share <= COMMON:
            chosen.take(candidate, AT_MOST)
    for candidate in candidates:
        if candidate.share <= COMMON:
            chosen.take(candidate, ENOUGH)
    for candidate in candidates:
        chosen.take(candidate, 1, shared=True)
    return chosen.of_parts


class _Chosen:
    def __init__(self, parts: int) -> None:
        self.of_parts: list[list[Candidate]] = [[] for _ in range(parts)]
        self._taken: set[str] = set()

    def take(self, candidate: Candidate, wanted: int, shared: bool = False) -> None:
        """Add it if one of its languages has fewer than `wanted`; in two parts only if `shared`."""
        taken = self.of_parts[candidate.part]
        if len(taken) >= AT_MOST or any(_overlap(candidate.idea, other.idea) for other in taken):
            return
        if not shared and not self._taken.isdisjoint(candidate.idea.keys):
            return
        if any(sum(code in other.languages for other in taken) < wanted for code in candidate.languages):
            taken.append(candidate)
            self._taken |= candidate.idea.keys


def _overlap(idea: Idea, other: Idea) -> bool:
    """Whether a term of one lies in a term of the other: the same words would have to prove both."""
    return any(one in two or two in one for one in idea.keys for two in other.keys)


def _candidates(parts: Sequence[Part], stem: str, lexicon: Lexicon, others: Sequence[str]) -> Iterator[Candidate]:
    ideas = [(number, idea) for number, part in enumerate(parts) for idea in ideas_of(part, lexicon)]
    finder = _Finder([idea for _, idea in ideas], lexicon)
    asked = finder.find(stem)
    elsewhere = [finder.find(text) for text in others]
    own = [{code: finder.find(text) for code, text in part.text.items()} for part in parts]
    for index, (number, idea) in enumerate(ideas):
        said = {code: found[index] for code, found in own[number].items() if index in found}
        if index in asked or not said:
            continue
        share = sum(index in found for found in elsewhere) / max(1, len(elsewhere))
        value = idea.weight * (1 - share) ** 2 * (EVERYWHERE if len(said) == len(own[number]) else 1)
        denied = any(all(finding.denied for finding in findings) for findings in said.values())
        yield Candidate(idea, number, value, frozenset(said), denied, share)


class _Finder:
    """Finds ideas in texts, by their index."""

    def __init__(self, ideas: Sequence[Idea], lexicon: Lexicon) -> None:
        terms = [
            (term, index) for index, idea in enumerate(ideas) for one in idea.terms for term in read_term(one, lexicon)
        ]
        self._matcher = Matcher([term for term, _ in terms], [index for _, index in terms], lexicon)

    def find(self, text: str) -> dict[int, list[Finding]]:
        return self._matcher.find(squeeze(text))
