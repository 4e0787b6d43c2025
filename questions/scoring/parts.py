"""What a term is made of: literals and numbers, and where they end in a text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from questions.scoring.inflection import ITSELF
from questions.scoring.numbers import Found, Number, numbers_of_term
from questions.scoring.words import Words, is_latin


@dataclass(frozen=True, slots=True)
class Literal:
    """A squeezed stretch of a term. What may follow it inside its last Latin word: `endings`, or anything if None."""

    text: str
    endings: frozenset[str] | None
    latin_start: bool
    latin_end: bool


Part = Literal | Number


def parts_of(words: Words, is_open: bool) -> Iterator[Part]:
    """Numbers and the literals around them; anything may follow the last word if it `is_open`."""
    text, place = words.text.rstrip("\n"), 0
    for start, end, number in numbers_of_term(words):
        if is_open and end == len(text) and number.is_bare:
            break
        if start > place:
            yield replace(literal(text[place:start], ITSELF), latin_end=False)  # ends where the number begins
        yield number
        place = end
    if place < len(text):
        yield literal(text[place:], None if is_open else ITSELF)


def literal(text: str, endings: frozenset[str] | None) -> Literal:
    text = text.strip("\n")
    return Literal(text, endings, is_latin(text[:1]), is_latin(text[-1:]))


def end_of(parts: tuple[Part, ...], words: Words, numbers: Mapping[int, Found], place: int) -> int:
    """Where these parts of a term end that must follow one another from `place` on; 0 if they do not."""
    for part in parts:
        if isinstance(part, Number):
            place = numbers[place].end(part) if place in numbers else 0
        elif words.text.startswith(part.text, place):
            place = _end_of_word(part, words, place + len(part.text))
        else:
            return 0
        if not place:
            return 0
    return place


def _end_of_word(literal: Literal, words: Words, place: int) -> int:
    """Where the last word of a literal ends that was found up to `place`; 0 if its ending is none of the term's."""
    if not literal.latin_end:
        return place
    edge = words.word_end(place)
    return edge if literal.endings is None or words.text[place:edge] in literal.endings else 0
