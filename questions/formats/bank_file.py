"""The file `bank.yaml` beside the questions of a bank: its name, their order, the words for its tags."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from questions import limits
from questions.formats.files import read_text
from questions.formats.nodes import Node
from questions.formats.problems import InvalidDocument, Problem
from questions.formats.yaml_text import load_yaml, with_lines
from questions.languages import Translated

QUESTIONS_AT_MOST = 3_000


@dataclass(frozen=True, slots=True)
class BankDocument:
    """`order` lists question slugs; `tags` maps tag slugs to what people read."""

    slug: str
    title: Translated
    public: bool
    order: tuple[str, ...]
    tags: Mapping[str, Translated]

    def position(self, slug: str) -> int:
        """From 1 in the order of the bank; questions that it does not list come last."""
        return self.order.index(slug) + 1 if slug in self.order else len(self.order) + 1


def read_bank_file(path: Path) -> BankDocument:
    """The bank a file describes. Raises InvalidDocument with lines, OSError."""
    problems: list[Problem] = []
    try:
        data, lines = load_yaml(read_text(path))
    except InvalidDocument as error:
        raise InvalidDocument(error.problems, str(path)) from error
    bank = _bank(Node(data, problems))
    if problems or bank is None:
        raise InvalidDocument(with_lines(problems, lines), str(path))
    return bank


def _bank(node: Node) -> BankDocument | None:
    if not node.only("slug", "title", "public", "order", "tags"):
        return None
    tags = node.field("tags")
    if not isinstance(tags.value, dict | None):
        tags.problem("must be a mapping of tags to their names")
    names = tags.value if isinstance(tags.value, dict) else {}
    return BankDocument(
        slug=node.field("slug").key(limits.SLUG_CHARACTERS),
        title=node.field("title").translated(limits.TITLE_CHARACTERS),
        public=node.field("public").flag(),
        order=tuple(entry.key() for entry in node.field("order").items(QUESTIONS_AT_MOST)),
        tags={_tag(name, tags): tags.field(name).translated() for name in names},
    )


def _tag(name: str, tags: Node) -> str:
    return Node(name, tags.problems, (*tags.path, name)).key(limits.SLUG_CHARACTERS)
