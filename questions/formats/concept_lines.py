r"""Concepts as an author edits them: one a line, `name [polarity]: term | term | term`.

Without `name:` the first term is the name, without `[polarity]` it is affirm. A sign that belongs to the text is
written with a backslash: `\|`, `\:`, `\[`, `\\`.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from questions.formats.lines import entries, escape, line_of, split, unescape
from questions.formats.problems import Problem

Data = dict[str, Any]
_NAME_AND_POLARITY = re.compile(r"(.*?)\s*(?<!\\)\[([^\[\]]*)\]")


def parse_concepts(text: str) -> list[Data]:
    """The concepts of a document as data. Any text gives some: what is wrong with them, the document says."""
    return [_concept(line) for _, line in entries(text)]


def write_concepts(concepts: Iterable[Data]) -> str:
    """Lines that `parse_concepts` reads back as the same concepts."""
    return "\n".join(_line(concept) for concept in concepts)


def with_concept_lines(problems: Iterable[Problem], text: str) -> list[Problem]:
    """Problems whose path begins with the index of a concept, each with the line of that concept in `text`."""
    return [replace(problem, line=_line_of(problem, text)) for problem in problems]


def _concept(line: str) -> Data:
    head, *rest = split(line, ":", at_most=2)
    terms = [unescape(term) for term in split(rest[0] if rest else head, "|")]
    if not rest:
        return {"name": terms[0], "terms": terms}
    found = _NAME_AND_POLARITY.fullmatch(head)
    name, polarity = found.groups() if found else (head, "affirm")
    kept = {} if polarity.strip() == "affirm" else {"polarity": polarity.strip()}
    return {"name": unescape(name), **kept, "terms": terms if rest[0] else []}


def _line(concept: Data) -> str:
    polarity = concept.get("polarity", "affirm")
    marked = "" if polarity == "affirm" else f" [{polarity}]"
    terms = " | ".join(escape(str(term), "|") for term in concept.get("terms", []))
    return f"{escape(str(concept.get('name', '')), ':[')}{marked}: {terms}".strip()


def _line_of(problem: Problem, text: str) -> int:
    index = problem.path[0] if problem.path else None
    return line_of(text, index) if isinstance(index, int) else 0
