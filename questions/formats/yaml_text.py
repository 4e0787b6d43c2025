"""YAML text → plain data and the line of every field, refusing what a question document never needs."""

from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from questions import limits
from questions.formats.problems import InvalidDocument, Path, Problem

Lines = dict[Path, int]
DEPTH = 20


def load_yaml(text: str) -> tuple[Any, Lines]:
    """Data of one YAML document and the line (from 1) of every path in it.

    Raises InvalidDocument for broken YAML, tabs as indentation, duplicate keys, aliases, tags and deep nesting.
    """
    if len(text.encode("utf-8", "surrogatepass")) > limits.DOCUMENT_BYTES:
        raise InvalidDocument([Problem((), f"the file is larger than {limits.DOCUMENT_BYTES} bytes")])
    lines: Lines = {}
    problems: list[Problem] = []
    try:
        _refuse_aliases(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = None if node is None else _plain(node, (), lines, problems)
    except (yaml.YAMLError, RecursionError) as error:
        raise InvalidDocument([_syntax_problem(error)]) from error
    if problems:
        raise InvalidDocument(problems)
    return data, lines


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
    if len(path) > DEPTH:
        raise RecursionError
    if isinstance(node, MappingNode):
        return _mapping(node, path, lines, problems)
    if isinstance(node, SequenceNode):
        return [_plain(child, (*path, index), lines, problems) for index, child in enumerate(node.value)]
    return _scalar(node, path, problems)


def _mapping(node: MappingNode, path: Path, lines: Lines, problems: list[Problem]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in data:
            problems.append(Problem((*path, key), "stands here twice; remove one of the two", line))
        lines[(*path, key)] = line
        data[key] = _plain(value_node, (*path, key), lines, problems)
    return data


def _scalar(node: Node, path: Path, problems: list[Problem]) -> Any:
    line = node.start_mark.line + 1
    if not isinstance(node, ScalarNode):
        problems.append(Problem(path, "this kind of value is not allowed", line))
        return None
    if node.tag.removeprefix("tag:yaml.org,2002:") not in ("str", "int", "float", "bool", "null", "timestamp"):
        problems.append(Problem(path, f"the YAML tag {node.tag} is not allowed", line))
        return None
    if node.tag.endswith(":timestamp"):
        return node.value
    try:
        return yaml.SafeLoader("").construct_object(node)
    except ValueError:  # such as a number of 5,000 digits
        return node.value


def _refuse_aliases(text: str) -> None:
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise InvalidDocument([Problem((), "aliases (*name) are not allowed", line)])


def _syntax_problem(error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or (
        "nested too deeply" if isinstance(error, RecursionError) else "not readable as YAML"
    )
    if "\\t" in said or "'\t'" in said:
        said = "a tab is used as indentation; use spaces"
    return Problem((), said, mark.line + 1 if mark else 1)
