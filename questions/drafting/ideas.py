"""Candidates for concepts: what a part of a model answer names, marks or explains in brackets."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from questions.drafting.marked import Marked, read_markdown
from questions.drafting.parts import Part
from questions.drafting.synonyms import synonyms
from questions.drafting.terms import SHORTEST_CHINESE, SHORTEST_NAME, chunks, term_of
from questions.scoring.drafted.units import is_function, stem
from questions.scoring.lexicon import Lexicon
from questions.scoring.match import Matcher
from questions.scoring.terms import read_term
from questions.scoring.words import squeeze

BOLD, HEAD, SYNONYM, CODE, LEXICON, NAME, TITLE = 3.0, 3.0, 3.0, 2.5, 2.0, 2.0, 1.0
AGAIN = 0.25  # of its weight, for each time that something stands there once more
WORD, ORDINARY_WORD = 0.5, 0.25  # only taken where there is nothing better

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_./][A-Za-z0-9]+)*(?:\+\+|#)?")
_IDENTIFIER = re.compile(r"[a-z0-9][A-Z]|[A-Z]{2}|[0-9_./]")
_WORD = re.compile(r"[a-z]{4,}")


@dataclass(slots=True)
class Idea:
    """Terms that mean the same; `weight` tells how much they stand out, `is_word` that they are ordinary words."""

    terms: list[str]
    weight: float = 0.0
    is_word: bool = True
    keys: set[str] = field(default_factory=set)


class _Collection:
    """Ideas of one part; terms met together once belong together from then on."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_key: dict[str, Idea] = {}

    def add(self, weight: float, *written: str) -> None:
        names = self._terms(written, SHORTEST_NAME)
        terms = names if len(names) > 1 else self._terms(written, SHORTEST_CHINESE)
        if sum(key.startswith("@") for key in terms) > 1:  # two entries of the lexicon do not mean the same
            for term in terms.values():
                self.add(weight, term)
            return
        if terms:
            self._join(weight, terms)

    def _terms(self, written: Sequence[str], shortest: int) -> dict[str, str]:
        return {_key(term): term for text in written if (term := term_of(text, self._lexicon, shortest))}

    def _join(self, weight: float, terms: dict[str, str]) -> None:
        met = list({id(idea): idea for key in terms if (idea := self._by_key.get(key))}.values())
        idea = met[0] if met else Idea([])
        for other in met[1:]:
            terms = {**dict(zip(map(_key, other.terms), other.terms, strict=True)), **terms}
            idea.weight += other.weight
        idea.terms.extend(term for key, term in terms.items() if key not in idea.keys)
        idea.keys.update(terms)
        idea.weight = max(idea.weight, weight) + AGAIN * min(idea.weight, weight)
        idea.is_word = idea.is_word and weight <= WORD
        self._by_key.update(dict.fromkeys(idea.keys, idea))

    def ideas(self) -> list[Idea]:
        return list({id(idea): idea for idea in self._by_key.values()}.values())


def ideas_of(part: Part, lexicon: Lexicon) -> list[Idea]:
    """In the order of the text, the title first."""
    collection = _Collection(lexicon)
    for written in part.title.values():
        for weight, term in chain(_names(written, lexicon), _words(written, lexicon)):
            collection.add(min(weight, TITLE), term)
    marked = {code: read_markdown(text) for code, text in part.text.items()}
    for text in marked.values():
        for pair in synonyms(text.prose):
            collection.add(SYNONYM, *pair)
        for weight, term in chain(_spans(text), _names(text.prose, lexicon), _words(text.prose, lexicon)):
            collection.add(weight, term)
    for pair in _translations(list(marked.values())):
        collection.add(SYNONYM, *pair)
    return collection.ideas()


def _spans(text: Marked) -> Iterator[tuple[float, str]]:
    for weight, spans in ((BOLD, text.bold), (HEAD, text.heads), (CODE, text.code)):
        yield from ((weight, span) for span in spans)


def _names(text: str, lexicon: Lexicon) -> Iterator[tuple[float, str]]:
    """What the lexicon knows, identifiers, and any Latin word in a Chinese sentence."""
    words = squeeze(text)
    for entry, findings in _finder(lexicon).find(words).items():
        reference = f"@{lexicon.entries[entry].id}"
        yield from ((LEXICON, reference) for finding in findings if not finding.mended)
    is_chinese = words.length > 2 * len(words.word_starts)
    for match in _NAME.finditer(text):
        if (is_chinese or _IDENTIFIER.search(match[0])) and not is_function(match[0].lower()):
            yield NAME, match[0]


def _words(text: str, lexicon: Lexicon) -> Iterator[tuple[float, str]]:
    """English words, one form of each, the frequent ones first; Chinese between two function characters."""
    english = Counter(word for word in _WORD.findall(text.lower()) if not is_function(word))
    seen: set[str] = set()
    for word, _ in english.most_common():
        if stem(word) not in seen:
            seen.add(stem(word))
            yield ORDINARY_WORD if word in lexicon.words else WORD, word
    yield from ((WORD, chunk) for chunk in chunks(text))


def _translations(texts: Sequence[Marked]) -> Iterator[tuple[str, str]]:
    """Marks of two languages that are as many in both, taken in their order."""
    if len(texts) == 2:
        for one, other in ((texts[0].bold, texts[1].bold), (texts[0].heads, texts[1].heads)):
            if len(one) == len(other):
                yield from zip(one, other, strict=True)


def _key(term: str) -> str:
    return term if term.startswith("@") else squeeze(term).text


@lru_cache(maxsize=4)
def _finder(lexicon: Lexicon) -> Matcher:
    """Finds every entry, by its place in the lexicon."""
    terms = [
        (term, place) for place, entry in enumerate(lexicon.entries) for term in read_term(f"@{entry.id}", lexicon)
    ]
    return Matcher([term for term, _ in terms], [place for _, place in terms], lexicon)
