"""What the Markdown of a model answer makes stand out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from questions import limits
from questions.scoring.drafted.units import is_function

_HEAD = re.compile(r"\s*([^:：。！？!?;；,，\n]{1,40}?)\s*[:：](?!//)")
_LISTED = re.compile(r"[、/与及]|(?<!亲)和|\b(?:and|or)\b")
_SENTENCE = re.compile("[的了着是把被就也都在]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Marked:
    """Bold and code spans and what stands before a colon, each in the order of the text; prose is all but code blocks.

    A head such as `Job、CronJob:` counts as two; one with function words is part of a sentence and left out.
    """

    bold: Sequence[str]
    code: Sequence[str]
    heads: Sequence[str]
    prose: str


def read_markdown(text: str) -> Marked:
    """Takes any text."""
    inline = [token for token in _tokens(text) if token.type == "inline"]
    plain = [_plain(token) for token in inline]
    return Marked(
        bold=[span for token in inline for span in _bold(token)],
        code=[child.content for token in inline for child in token.children or () if child.type == "code_inline"],
        heads=[name for line in plain if (head := _HEAD.match(line)) for name in _names(head[1])],
        prose="\n".join(plain),
    )


def list_items(text: str) -> list[str]:
    """The Markdown of each entry of the outermost lists; [] where there is none."""
    lines = text.split("\n")
    items = [token for token in _tokens(text) if token.type == "list_item_open" and token.level == 1]
    return ["\n".join(lines[token.map[0] : token.map[1]]) for token in items if token.map]


def _names(head: str) -> list[str]:
    return [name for name in _LISTED.split(head) if not _is_sentence(name)]


def _is_sentence(text: str) -> bool:
    return _SENTENCE.search(text) is not None or any(map(is_function, text.lower().split()))


def _tokens(text: str) -> list[Token]:
    return _parser().parse(_SURROGATE.sub("\ufffd", text[: limits.BODY_BYTES]))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")


def _plain(token: Token) -> str:
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(breaks.get(child.type, child.content) for child in token.children or ())


def _bold(token: Token) -> Iterator[str]:
    depth, span = 0, ""
    for child in token.children or ():
        if child.type == "strong_open":
            depth += 1
        elif child.type == "strong_close":
            depth -= 1
            if not depth:
                yield span
                span = ""
        elif depth:
            span += child.content
