"""What is wrong with a document, said so that an author can mend it."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: `path` leads to the field, `line` counts from 1 (0 where there is no file)."""

    path: Path
    text: str
    line: int = 0

    @property
    def field(self) -> str:
        """The path as people write it: rubric.criteria[2].points."""
        return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path).lstrip(".")

    def __str__(self) -> str:
        where = f"line {self.line}, " if self.line else ""
        return f"{where}{self.field or 'document'}: {self.text}"


class InvalidDocument(ValueError):
    """Raised with every problem found, in the order of the file; `source` names the file where there is one."""

    def __init__(self, problems: list[Problem], source: str = "") -> None:
        super().__init__(problems)
        self.problems = sorted(problems, key=lambda problem: problem.line)
        self.source = source

    def __str__(self) -> str:
        """One problem a line: `file: line 12, rubric.criteria[2].points: must be …`."""
        prefix = f"{self.source}: " if self.source else ""
        return "\n".join(f"{prefix}{problem}" for problem in self.problems)
