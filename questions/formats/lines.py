r"""Text edited one entry a line, with `\` before a sign that would otherwise separate."""

import re
from collections.abc import Iterator


def entries(text: str) -> Iterator[tuple[int, str]]:
    """(line number from 1, line) of every line that is not blank."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.strip()


def line_of(text: str, index: int) -> int:
    """The line on which the entry `index` (from 0) stands; 0 if there is none."""
    numbers = [number for number, _ in entries(text)]
    return numbers[index] if index < len(numbers) else 0


def escape(text: str, signs: str = "") -> str:
    r"""`text` for one line: `\` before itself and each of `signs`, a line end as `\n`."""
    marked = re.sub(rf"[\\{re.escape(signs)}]", lambda found: f"\\{found[0]}", text)
    return marked.replace("\n", "\\n")


def unescape(text: str) -> str:
    r"""What `escape` was given: `\n` is a line end, `\` and any other sign is that sign."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def split(line: str, sign: str, at_most: int = 0) -> list[str]:
    r"""The parts between the signs that have no `\` before them, stripped, still escaped; `at_most` so many."""
    parts = [""]
    for piece in re.findall(r"\\.|.", line):
        if piece == sign and len(parts) != at_most:
            parts.append("")
        else:
            parts[-1] += piece
    return [part.strip() for part in parts]
