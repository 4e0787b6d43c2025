"""Chinese terms typed with one wrong character of the same sound, as pinyin input methods offer them (step 5)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

import ahocorasick_rs

from questions.scoring.flags import FUNCTION_CHARACTERS
from questions.scoring.words import Words, is_latin

SHORTEST = 3  # characters
READINGS_AT_MOST = 8  # of a term whose characters have several
NEVER_SLIPS = FUNCTION_CHARACTERS | {"之", "一"}  # 一步 is not 异步
COMPLEMENTS = frozenset("起")  # behind a verb: 启动起来


class Slip(NamedTuple):
    """A term heard at [start, end), with the place of the wrong character."""

    term: int
    start: int
    end: int
    wrong: int


class Homophones:
    """The Chinese terms of a rubric by their sound, each as (index, squeezed text, whether the lexicon has it)."""

    def __init__(self, terms: Iterable[tuple[int, str, bool]]) -> None:
        by_sound: dict[str, list[tuple[int, str, bool]]] = defaultdict(list)
        for term in terms:
            if len(term[1]) >= SHORTEST and not any(map(is_latin, term[1])):
                for sound in islice(product(*map(_sounds, term[1])), READINGS_AT_MOST):
                    by_sound["".join(sound)].append(term)
        self._terms = list(by_sound.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_sound)) if by_sound else None

    def find(self, words: Words) -> Iterator[Slip]:
        """Everything that sounds like a term and differs from it in one character."""
        if self._automaton is None or words.text.isascii():
            return
        text = words.text
        for pattern, start, end in self._automaton.find_matches_as_indexes(text.translate(_heard()), overlapping=True):
            typed = text[start:end]
            for index, term, is_known in self._terms[pattern]:
                if typed != term and (slip := _slip(text, start, index, term, is_known)):
                    yield slip


def _slip(text: str, start: int, index: int, term: str, is_known: bool) -> Slip | None:
    """The slip at `start`, unless its wrong character is a word of its own or the edge of another one.

    Function characters such as 在 and 再 say something else. Three characters are a slip if the outer two are right, or
    if they are a word of the lexicon and nothing goes on from the wrong one (操作复杂 is not 操作符).
    """
    wrong = [place for place in range(len(term)) if text[start + place] != term[place]]
    if len(wrong) != 1 or not NEVER_SLIPS.isdisjoint((text[start + wrong[0]], term[wrong[0]])):
        return None
    if len(term) == SHORTEST and wrong[0] != 1:
        beside = start - 1 if wrong[0] == 0 else start + len(term)
        goes_on = 0 <= beside < len(text) and text[beside].isalpha() and text[beside] not in FUNCTION_CHARACTERS
        if goes_on or not is_known or text[start + wrong[0]] in COMPLEMENTS:
            return None
    return Slip(index, start, start + len(term), start + wrong[0])


def _sounds(character: str) -> list[str]:
    """One character for each reading, the same for all characters that are read so."""
    return list(dict.fromkeys(_readings().get(character, (character,))))


@lru_cache(maxsize=1)
def _heard() -> dict[int, str]:
    """Each character → the one that stands for its first reading."""
    return {ord(character): sounds[0] for character, sounds in _readings().items() if character != sounds[0]}


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[str, ...]]:
    """Character → for each of its readings, the first character of the list of that reading."""
    first: dict[str, str] = {}
    found: dict[str, list[str]] = defaultdict(list)
    second: list[tuple[str, str]] = []
    for line in (Path(__file__).parent / "data" / "pinyin.txt").read_text(encoding="utf-8").splitlines():
        reading, _, characters = line.partition(" ")
        if reading.endswith("+"):
            second.extend((character, reading[:-1]) for character in characters)
        elif reading != "#":
            first[reading] = characters[0]
            for character in characters:
                found[character].append(characters[0])
    for character, reading in second:
        if reading in first:
            found[character].append(first[reading])
    return {character: tuple(sounds) for character, sounds in found.items()}
