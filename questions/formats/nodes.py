"""Reading untrusted plain data (YAML, JSON) field by field, keeping every problem with its path."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from questions import limits
from questions.formats.problems import Path, Problem
from questions.languages import LANGUAGES, Translated

KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
# Also what turns the text around it: in the title of a window nothing could hold that in.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
Choice = TypeVar("Choice", bound=str)


class Node:
    """One value of the data with the path to it; wrong values add a Problem and give something harmless back."""

    def __init__(self, value: Any, problems: list[Problem], path: Path = ()) -> None:
        self.value = value
        self.path = path
        self.problems = problems

    def problem(self, text: str, *path: str | int) -> None:
        self.problems.append(Problem((*self.path, *path), text))

    def field(self, name: str) -> "Node":
        value = self.value.get(name) if isinstance(self.value, dict) else None
        return Node(value, self.problems, (*self.path, name))

    @property
    def missing(self) -> bool:
        return self.value is None

    def only(self, *names: str) -> bool:
        """Whether this is a mapping; fields that nobody knows are named."""
        if not isinstance(self.value, dict):
            self.problem(f"must be a mapping with the fields {', '.join(names)}")
            return False
        for name in self.value:
            if name not in names:
                comma = " (text with a comma inside { } needs quotes)" if self.value[name] is None else ""
                self.problem(f"unknown field; known are {', '.join(names)}{comma}", str(name))
        return True

    def items(self, at_most: int, at_least: int = 0) -> Iterator["Node"]:
        """The entries of a list of allowed length; a missing list is an empty one."""
        entries = [] if self.missing else self.value
        if not isinstance(entries, list):
            self.problem("must be a list")
            return
        if not at_least <= len(entries) <= at_most:
            self.problem(f"has {len(entries)} entries, allowed are {at_least} to {at_most}")
        for index, entry in enumerate(entries[:at_most]):
            yield Node(entry, self.problems, (*self.path, index))

    def text(self, at_most: int = limits.LINE_CHARACTERS, default: str | None = None) -> str:
        if self.missing and default is not None:
            return default
        value = self.value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)  # YAML reads 304 as a number, authors mean the text
        if not isinstance(value, str) or not value.strip():
            self.problem("text is missing" if self.missing or value == "" else "must be text")
            return ""
        if len(value) > at_most:
            self.problem(f"has {len(value)} characters, at most {at_most} are allowed")
        if bad := FORBIDDEN.search(value):
            self.problem(f"holds a control character (U+{ord(bad[0]):04X}); remove it")
        return value.strip()

    def key(self, at_most: int = 80) -> str:
        value = self.text(at_most)
        if value and not KEY.fullmatch(value):
            self.problem(f"{value!r} may only hold lower-case letters, digits, - and _ (at most 80)")
        return value

    def whole(self, low: int, high: int, default: int | None = None) -> int:
        if self.missing and default is not None:
            return default
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not low <= self.value <= high:
            self.problem(f"must be a whole number from {low} to {high}")
            return low
        return self.value

    def flag(self) -> bool:
        if not isinstance(self.value, bool | None):
            self.problem("must be true or false")
        return self.value is True

    def choice(self, known: tuple[Choice, ...], default: Choice | None = None) -> Choice:
        if self.missing and default is not None:
            return default
        if self.value not in known:
            self.problem(f"{self.value!r} is unknown; known are {', '.join(known)}")
            return known[0]
        return known[known.index(self.value)]

    def translated(self, at_most: int = limits.LINE_CHARACTERS, optional: bool = False) -> Translated:
        if self.missing and optional:
            return {}
        if not self.only(*LANGUAGES):
            return {}
        given = [code for code in LANGUAGES if code in self.value]
        if not given:
            self.problem(f"needs at least one language of {', '.join(LANGUAGES)}")
        return {code: self.field(code).text(at_most) for code in given}
