"""YAML text → plain data and the line of every field, refusing what a question document never needs."""

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from questions import limits
from questions.formats.problems import InvalidDocument, Path, Problem

Lines = dict[Path, int]
DEPTH = 20
FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml, where the wheel has it: five times as fast
TAG = "tag:yaml.org,2002:"
KINDS = ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")
WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")


class Written(float):
    """A number that prints as it was written: the term 1.30 is not 1.3."""

    written: str

    def __new__(cls, written: str) -> "Written":
        number = super().__new__(cls, written)
        number.written = written
        return number

    def __str__(self) -> str:
        return self.written


def load_yaml(text: str) -> tuple[Any, Lines]:
    """Data of one YAML document and the line (from 1) of every path in it.

    Raises InvalidDocument for broken YAML, tabs as indentation, duplicate keys, aliases, tags and deep nesting.
    """
    if len(text.encode("utf-8", "surrogatepass")) > limits.DOCUMENT_BYTES:
        raise InvalidDocument([Problem((), f"the file is larger than {limits.DOCUMENT_BYTES} bytes")])
    lines: Lines = {}
    problems: list[Problem] = []
    try:
        node = _compose(text)
        data = None if node is None else _plain(node, (), lines, problems)
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        said = f"holds a control character (U+{ord(text[error.position]):04X}); remove it"
        raise InvalidDocument([Problem((), said, line)]) from error
    except yaml.YAMLError as error:
        raise InvalidDocument([_syntax_problem(error)]) from error
    if problems:
        raise InvalidDocument(problems)
    return data, lines


def _compose(text: str) -> Node | None:
    """The nodes of the text. What libyaml refuses is read again in Python, which says better what is wrong."""
    try:
        _refuse_aliases_and_depth(text, FAST)
        return yaml.compose(text, Loader=FAST)
    except (yaml.YAMLError, InvalidDocument, UnicodeError):
        _refuse_aliases_and_depth(text, yaml.SafeLoader)
        return yaml.compose(text, Loader=yaml.SafeLoader)


def with_lines(problems: list[Problem], lines: Lines) -> list[Problem]:
    """The problems with the line of their field, or of the nearest thing around it that has one."""
    return [Problem(problem.path, problem.text, _line(problem.path, lines)) for problem in problems]


def _line(path: Path, lines: Lines) -> int:
    for end in range(len(path), -1, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return 1


def _plain(node: Node, path: Path, lines: Lines, problems: list[Problem]) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if node.tag.removeprefix(TAG) not in KINDS:
        problems.append(Problem(path, f"the YAML tag {node.tag} is not allowed", node.start_mark.line + 1))
        return None
    if isinstance(node, MappingNode):
        return _mapping(node, path, lines, problems)
    if isinstance(node, SequenceNode):
        return [_plain(child, (*path, index), lines, problems) for index, child in enumerate(node.value)]
    return _scalar(node.tag.removeprefix(TAG), str(node.value))


def _mapping(node: MappingNode, path: Path, lines: Lines, problems: list[Problem]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, ScalarNode):
            problems.append(Problem(path, "the name of a field must be a word", line))
            continue
        key = str(key_node.value)
        if key in data:
            problems.append(Problem((*path, key), "stands here twice; remove one of the two", line))
        lines[(*path, key)] = line
        data[key] = _plain(value_node, (*path, key), lines, problems)
    return data


def _scalar(kind: str, written: str) -> Any:
    """What a scalar means. Numbers in a spelling that only YAML knows (010, 0x1F, 1_000, 1:30) are text."""
    if kind == "null":
        return None
    if kind == "bool":
        return WORDS.get(written.lower(), written)
    if kind == "int" and _WHOLE.fullmatch(written):
        return int(written)
    if kind == "float":
        try:
            return Written(written)
        except ValueError:
            return written
    return written


def _refuse_aliases_and_depth(text: str, loader: Any) -> None:
    """Event by event, before anything is built: 50,000 open brackets would take minutes."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEPTH:
            raise _refusal("nested too deeply", event)
        if isinstance(event, yaml.AliasEvent):
            raise _refusal("aliases (*name) are not allowed", event)


def _refusal(said: str, event: Any) -> InvalidDocument:
    return InvalidDocument([Problem((), said, event.start_mark.line + 1)])


def _syntax_problem(error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or "not readable as YAML"
    if "\\t" in said or "'\t'" in said:
        said = "a tab is used as indentation; use spaces"
    return Problem((), said, mark.line + 1 if mark else 1)
