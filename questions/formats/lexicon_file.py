"""The file `lexicon.yaml` beside the banks: entries and ordinary words."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from questions import limits
from questions.formats.files import read_text
from questions.formats.nodes import Node
from questions.formats.problems import InvalidDocument, Problem
from questions.formats.yaml_text import Lines, load_yaml, with_lines
from questions.scoring.lexicon import KINDS, NO_LEXICON, Entry, Lexicon, doubled_forms

LEXICON_FILE = "lexicon.yaml"
ENTRIES_AT_MOST = 5_000
WORDS_AT_MOST = 200_000  # characters


def read_lexicon_file(path: Path) -> Lexicon:
    """The lexicon a file holds. Raises InvalidDocument with lines, OSError."""
    lines: Lines = {}
    try:
        data, lines = load_yaml(read_text(path))
        return read_lexicon(data)
    except InvalidDocument as error:
        raise InvalidDocument(with_lines(error.problems, lines) if lines else error.problems, str(path)) from error


def read_lexicon(data: Any) -> Lexicon:
    """The lexicon in plain data. Raises InvalidDocument with all problems."""
    problems: list[Problem] = []
    node = Node(data, problems)
    node.only("revision", "entries", "words")
    entries = tuple(_entry(entry) for entry in node.field("entries").items(ENTRIES_AT_MOST, 1))
    words = node.field("words").text(WORDS_AT_MOST, default="")
    revision = node.field("revision").whole(1, limits.REVISION)
    for form, one, other in doubled_forms(entries):
        node.problem(f"{form!r} stands in {one} and in {other}; a form belongs to one entry", "entries")
    if problems:
        raise InvalidDocument(problems)
    return Lexicon(revision, entries, frozenset(words.split()))


def lexicon_data(lexicon: Lexicon) -> dict[str, Any]:
    """As plain data: what `read_lexicon` takes."""
    lists = ("zh", "en", "alias", "slips")
    flags = ("protected", "part_counts")
    return {
        "revision": lexicon.revision,
        "entries": [
            {"id": entry.id, "kind": entry.kind}
            | {name: list(getattr(entry, name)) for name in lists if getattr(entry, name)}
            | {name: True for name in flags if getattr(entry, name)}
            for entry in lexicon.entries
        ],
        "words": " ".join(sorted(lexicon.words)),
    }


@lru_cache(maxsize=8)
def lexicon_beside(folder: Path) -> Lexicon:
    """The lexicon of a folder of banks, or of the folder above; none if there is no file."""
    for place in (folder, folder.parent):
        if (place / LEXICON_FILE).exists():
            return read_lexicon_file(place / LEXICON_FILE)
    return NO_LEXICON


def _entry(node: Node) -> Entry:
    node.only(*Entry.__dataclass_fields__)
    return Entry(
        id=node.field("id").text(80),
        kind=node.field("kind").choice(KINDS),
        zh=_forms(node.field("zh")),
        en=_forms(node.field("en")),
        alias=_forms(node.field("alias")),
        slips=_forms(node.field("slips")),
        protected=node.field("protected").flag(),
        part_counts=node.field("part_counts").flag(),
    )


def _forms(node: Node) -> tuple[str, ...]:
    return tuple(entry.text(limits.TERM_CHARACTERS) for entry in node.items(limits.TERMS))
