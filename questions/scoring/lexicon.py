"""The shared lexicon: one meaning with all its forms, in Chinese, English, identifiers and abbreviations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from questions.scoring.words import squeeze

Kind = Literal["identifier", "acronym", "word", "phrase"]
KINDS: tuple[Kind, ...] = ("identifier", "acronym", "word", "phrase")


@dataclass(frozen=True, slots=True)
class Entry:
    """Forms that mean the same. `protected`: a near word means something else, so no typo is mended into or out of it.

    `part_counts`: a shorter term inside one of these forms is still found, as 调度 in 调度器.
    """

    id: str
    kind: Kind
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    slips: tuple[str, ...] = ()
    protected: bool = False
    part_counts: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        return (*self.zh, *self.en, *self.alias, *self.slips)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All entries of one revision, with the ordinary English words that are never taken for a typo of a term."""

    revision: int
    entries: tuple[Entry, ...]
    words: frozenset[str] = frozenset()
    by_form: Mapping[str, Entry] = field(init=False)
    by_id: Mapping[str, Entry] = field(init=False)

    def __post_init__(self) -> None:
        by_form = {form_key(form): entry for entry in self.entries for form in entry.forms}
        object.__setattr__(self, "by_form", by_form)
        object.__setattr__(self, "by_id", {entry.id: entry for entry in self.entries})

    def entry_of(self, written: str) -> Entry | None:
        """The entry that a term names (`@id`) or is a form of."""
        if written.startswith("@"):
            return self.by_id.get(written[1:])
        return self.by_form.get(form_key(written))

    def knows(self, word: str) -> bool:
        """Whether a lower-case Latin word is one of the lexicon's forms or an ordinary English word."""
        return word in self.words or word in self.by_form


NO_LEXICON = Lexicon(0, ())


@lru_cache(maxsize=16_384)
def form_key(written: str) -> str:
    """What two spellings of a form have in common."""
    return squeeze(written).text


def doubled_forms(entries: Iterable[Entry]) -> list[tuple[str, str, str]]:
    """Forms that stand in two entries: (form, id, other id)."""
    seen: dict[str, str] = {}
    doubled = []
    for entry in entries:
        for form in entry.forms:
            other = seen.setdefault(form_key(form), entry.id)
            if other != entry.id:
                doubled.append((form, entry.id, other))
    return doubled
