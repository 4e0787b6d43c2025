"""A text as units that can be covered: Latin words by their stems, CJK characters with their neighbours."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from questions.scoring.flags import FUNCTION_CHARACTERS, FUNCTION_WORDS
from questions.scoring.inflection import endings_of
from questions.scoring.words import is_latin, squeeze

GRAM_LATIN, GRAM_CJK = 4, 2  # characters of a gram: about a syllable in English, a word in Chinese
GRAM_OF_WORD = 3
SUFFIXES = ("ation", "ment", "ness", "ity", "ive", "ly", "al", "e", "y")
SHORTEST_STEM = 4


class Units:
    """The units of one text."""

    def __init__(self, text: str) -> None:
        self._words = squeeze(text)

    @cached_property
    def latin(self) -> dict[str, str]:
        """Word → stem of every Latin word, in the order of the text."""
        return {word: stem(word) for word in self._words.spelled if is_latin(word[0])}

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.latin.values())

    @cached_property
    def characters(self) -> dict[tuple[str, str], str]:
        """(Pair with the character before, pair with the one behind) → CJK character, in the order of the text."""
        found = {}
        for run in self._cjk_runs():
            for place, character in enumerate(run):
                found[run[max(place - 1, 0) : place + 1], run[place : place + 2]] = character
        return found

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every two CJK characters side by side."""
        return frozenset(run[place : place + 2] for run in self._cjk_runs() for place in range(len(run) - 1))

    @cached_property
    def grams(self) -> frozenset[str]:
        """Overlapping stretches of the squeezed text."""
        text = self._words.text
        size = GRAM_CJK if len(self.characters) > len(self.latin) else GRAM_LATIN
        return frozenset(text[place : place + size] for place in range(len(text) - size + 1))

    @property
    def text(self) -> str:
        """Squeezed."""
        return self._words.text

    @property
    def length(self) -> int:
        """In Latin words and CJK characters."""
        return self._words.length

    def _cjk_runs(self) -> Iterator[str]:
        return (piece for piece in self._words.spelled if piece[0].isalnum() and not is_latin(piece[0]))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What is left of an English word without its ending, the same for most forms of a word."""
    if not (word.isascii() and word.isalpha()) or len(word) < SHORTEST_STEM:
        return word
    base = min((stem + min(endings, key=len) for stem, endings in endings_of(word, plain=True)), key=len)
    for suffix in SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) >= SHORTEST_STEM:
            return base[: -len(suffix)]
    return base


@lru_cache(maxsize=20_000)
def grams_of(word: str) -> frozenset[str]:
    return frozenset(word[place : place + GRAM_OF_WORD] for place in range(len(word) - GRAM_OF_WORD + 1))


def is_function(unit: str) -> bool:
    """Whether a word or character only holds a sentence together."""
    return unit in FUNCTION_WORDS or unit in FUNCTION_CHARACTERS
