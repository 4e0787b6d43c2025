"""Two names for one thing: a Chinese and a Latin one, of which one stands in brackets, or an acronym spelled out."""

import re
from collections.abc import Iterator

from questions.drafting.terms import chunks
from questions.scoring.drafted.units import is_function
from questions.scoring.words import CJK

NAME_WORDS = 3  # of the Latin name before a bracket with Chinese in it
_BRACKETS = re.compile(r"([^\n()（）]{1,80})[(（]([^\n()（）]{2,60})[)）]")
_CHINESE_END = re.compile(f"[{CJK}]+$")
_LATIN_END = re.compile(r"[A-Za-z][\w./-]*(?: [A-Za-z][\w./-]*)*$")
_IS_CHINESE = re.compile(f"[{CJK}]")
_ACRONYM = re.compile(r"[A-Z]{2,6}s?")


def synonyms(text: str) -> Iterator[tuple[str, str]]:
    """(Name before the bracket, name in it), such as (预选, Predicates)."""
    for before, inside in _BRACKETS.findall(text):
        name = _name_before(before.strip(" `*_\"'“”"), inside)
        if name:
            yield name, inside


def _name_before(before: str, inside: str) -> str:
    latin, chinese = _LATIN_END.search(before), _CHINESE_END.search(before)
    if latin and _ACRONYM.fullmatch(inside):
        return _spelled_out(latin[0].split(), inside.rstrip("s"))
    if latin and _ACRONYM.fullmatch(latin[0].split()[-1]):
        acronym = latin[0].split()[-1]
        return acronym if _spelled_out(inside.split(), acronym) == inside else ""
    if chinese and not _IS_CHINESE.search(inside):
        return (chunks(chinese[0]) or [""])[-1]
    if latin and _IS_CHINESE.search(inside):
        return _last_words(latin[0].split())
    return ""


def _spelled_out(words: list[str], acronym: str) -> str:
    """The last words, if their first letters are the acronym."""
    last = words[-len(acronym) :]
    return " ".join(last) if "".join(word[0] for word in last).lower() == acronym.lower() else ""


def _last_words(words: list[str]) -> str:
    name: list[str] = []
    for word in reversed(words[-NAME_WORDS:]):
        if is_function(word.lower()):
            break
        name.insert(0, word)
    return " ".join(name)
