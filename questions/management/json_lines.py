"""JSON lines for commands: a file or standard input."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from django.core.management.base import CommandError

T = TypeVar("T")
BROKEN = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


def read_json_lines(file: str, form: str, parse: Callable[[Any], T]) -> Iterator[tuple[int, T]]:
    """(Line number, what `parse` makes of it) for every line that is not empty; `-` is standard input.

    `form` shows a right line. Raises CommandError with the number of a line that is none.
    """
    for number, line in enumerate(_lines(file), start=1):
        if line.strip():
            try:
                parsed = parse(json.loads(line))
            except BROKEN as error:
                raise CommandError(f"line {number}: must be {form} ({error})") from error
            yield number, parsed


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        yield from sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8") as lines:
            yield from lines
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{file}: {error}") from error
