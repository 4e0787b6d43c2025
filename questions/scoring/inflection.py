"""English endings: which forms of a term's last word mean the same (SCORING.md, step 4)."""

from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

LONG = 4  # letters from which -ed and -ing are tried; shorter words only take a plural
VOWELS = frozenset("aeiou")
NO_PLURALS = ("ss", "us", "is", "os")
ITSELF, PLURAL = frozenset(("",)), frozenset(("", "s"))
BEHIND_E, BEHIND_Y = frozenset(("e", "es", "ed", "ing")), frozenset(("y", "ies", "ied", "ying"))
REGULAR = frozenset(("", "s", "es", "ed", "ing"))
DOUBLED = {letter: REGULAR | {letter + "ed", letter + "ing"} for letter in ascii_lowercase}


class Endings(NamedTuple):
    """A stem and what may stand behind it, e.g. schedul + e, es, ed, ing."""

    stem: str
    endings: frozenset[str]


@lru_cache(maxsize=16_384)
def endings_of(word: str, plain: bool) -> tuple[Endings, ...]:
    """The forms of a lower-case Latin word, as one or more stems with their endings; the word itself is among them.

    A `plain` word is ordinary English; identifiers and acronyms (not plain) only take a plural s.
    """
    if not word.isalpha() or not word.isascii() or len(word) < 2:
        return (Endings(word, ITSELF),)
    if not plain or len(word) < LONG:
        return (Endings(word, PLURAL),)
    return (_inflected(word), *(_inflected(base) for base in _bases(word)))


def _inflected(base: str) -> Endings:
    """All forms of a base word: restart(s, ed, ing), schedul(e, es, ed, ing), polic(y, ies, ied, ying)."""
    if base.endswith("e"):
        return Endings(base[:-1], BEHIND_E)
    if base.endswith("y") and base[-2] not in VOWELS:
        return Endings(base[:-1], BEHIND_Y)
    return Endings(base, DOUBLED[base[-1]] if _doubles(base) else REGULAR)


def _doubles(base: str) -> bool:
    """Whether the last letter may be doubled: stop, stopped."""
    return base[-1] not in VOWELS | set("wxy") and base[-2] in VOWELS


def _bases(word: str) -> list[str]:
    """What an inflected word may come from: restarted → restart, scheduling → schedule, policies → policy."""
    if word.endswith("ies") and len(word) > 5:
        return [word[:-3] + "y"]
    for ending, shortest in (("ing", 7), ("ed", 6)):
        if word.endswith(ending) and len(word) >= shortest:
            root = word[: -len(ending)]
            single = root[:-1] if root[-1] == root[-2] and root[-1] not in "ls" else root
            return [single] if single != root else [root, root + "e"]
    if word.endswith("es") and word[-3] in "sxzh":
        return [word[:-2]]
    if word.endswith("s") and not word.endswith(NO_PLURALS):
        return [word[:-1]]
    return []
