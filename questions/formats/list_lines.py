"""The short lists of a document as an author edits them, one entry a line; any text gives data, right or wrong."""

import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Any

from questions.formats.lines import entries, escape, split, unescape
from questions.languages import CHINESE, ENGLISH, LANGUAGES
from questions.scoring.words import CJK

Data = dict[str, Any]
_WHOLE = re.compile(r"[0-9]{1,9}")
_CHINESE = re.compile(f"[{CJK}]")


def parse_sources(text: str) -> list[str]:
    """Each line is a source."""
    return [unescape(line) for _, line in entries(text)]


def write_sources(sources: Iterable[str]) -> str:
    return "\n".join(escape(str(source)) for source in sources)


def parse_groups(text: str) -> list[Data]:
    """`key: cap` a line; a cap that is no number stays as it was written."""
    return [_group(*split(line, ":", at_most=2)) for _, line in entries(text)]


def write_groups(groups: Iterable[Data]) -> str:
    return "\n".join(f"{escape(str(group['key']), ':')}: {escape(str(group['cap']))}".strip() for group in groups)


def parse_follow_ups(text: str) -> list[Data]:
    """`criterion: Chinese | English` a line; without a bar it is one of the two, by its characters."""
    return [_follow_up(*split(line, ":", at_most=2)) for _, line in entries(text)]


def write_follow_ups(follow_ups: Iterable[Data]) -> str:
    return "\n".join(_follow_up_line(follow_up) for follow_up in follow_ups)


def parse_hints(texts: Mapping[str, str]) -> list[Data]:
    """Text by language, one hint a line → hints. A line left empty leaves that language out."""
    columns = [[unescape(line.strip()) for line in texts.get(code, "").split("\n")] for code in LANGUAGES]
    rows = zip_longest(*columns, fillvalue="")
    hints = [{code: text for code, text in zip(LANGUAGES, row, strict=True) if text} for row in rows]
    return [hint for hint in hints if hint]


def write_hints(hints: Iterable[Data]) -> dict[str, str]:
    rows = list(hints)
    return {code: "\n".join(escape(str(row.get(code, ""))) for row in rows) for code in LANGUAGES}


def _group(key: str, cap: str = "") -> Data:
    return {"key": unescape(key), "cap": int(cap) if _WHOLE.fullmatch(cap) else unescape(cap)}


def _follow_up(key: str, said: str = "") -> Data:
    texts = [unescape(part) for part in split(said, "|", at_most=2)]
    if len(texts) == 1:
        texts = [texts[0], ""] if _CHINESE.search(texts[0]) else ["", texts[0]]
    languages = zip((CHINESE, ENGLISH), texts, strict=True)
    return {"for": unescape(key), "text": {code: text for code, text in languages if text}}


def _follow_up_line(follow_up: Data) -> str:
    sides = [escape(str(follow_up["text"].get(code, "")), "|") for code in (CHINESE, ENGLISH)]
    return f"{escape(str(follow_up['for']), ':')}: {' | '.join(sides)}"
