"""What a rubric says, as frozen data: the part of a question document that the engine reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from questions.languages import Translated

Role = Literal["required", "core", "bonus", "misconception"]
Polarity = Literal["affirm", "negate", "either"]
ROLES: tuple[Role, ...] = ("required", "core", "bonus", "misconception")
POLARITIES: tuple[Polarity, ...] = ("affirm", "negate", "either")

REQUIRED_CAP_PCT = 59
LIST_CAP_PCT = 25


@dataclass(frozen=True, slots=True)
class Mode:
    """How many of a criterion's concepts are needed: "all", "any" (one), or "at_least" `count` of them."""

    kind: Literal["all", "any", "at_least"] = "all"
    count: int = 0

    def needed(self, concepts: int) -> int:
        if self.kind == "all":
            return concepts
        return 1 if self.kind == "any" else min(self.count, concepts)


@dataclass(frozen=True, slots=True)
class Window:
    """How near each other the concepts must stand; `size` counts sentences or tokens for those two kinds."""

    kind: Literal["clause", "sentence", "sentences", "tokens", "answer"] = "answer"
    size: int = 0


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea, met by any one of its terms. `polarity` "negate" wants it denied, "either" takes both."""

    name: str
    terms: tuple[str, ...]
    polarity: Polarity = "affirm"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that a good answer mentions (or, as a misconception, should not believe), worth whole points."""

    key: str
    role: Role
    points: int
    title: Translated
    concepts: tuple[Concept, ...]
    step: str = ""
    group: str = ""
    mode: Mode = Mode()
    partial: bool = False
    window: Window = Window()
    ordered: bool = False
    stem_counts: bool = False
    contradicts: str = ""
    missed: Translated = field(default_factory=dict)
    correction: Translated = field(default_factory=dict)
    hints: tuple[Translated, ...] = ()

    @property
    def of(self) -> int:
        """What the criterion can add; a misconception can only take away."""
        return 0 if self.role == "misconception" else self.points


@dataclass(frozen=True, slots=True)
class Group:
    """Criteria that together pay at most `cap` points."""

    key: str
    cap: int


@dataclass(frozen=True, slots=True)
class RubricDocument:
    """All criteria of a question with its caps. `bonus_cap` None means: every bonus point counts."""

    criteria: tuple[Criterion, ...]
    groups: tuple[Group, ...] = ()
    required_cap_pct: int = REQUIRED_CAP_PCT
    bonus_cap: int | None = None
    list_cap_pct: int = LIST_CAP_PCT

    @property
    def max_points(self) -> int:
        """Full marks: required and core points after group caps, in whole points."""
        full = {c.key: float(c.points) for c in self.criteria if c.role in ("required", "core")}
        return int(self.sum_with_caps(full))

    def sum_with_caps(self, points: Mapping[str, float]) -> float:
        """Add `points` (criterion key → points) up, no group above its cap."""
        if not self.groups:
            return sum(points.values())
        caps = {group.key: float(group.cap) for group in self.groups}
        by_group: dict[str, float] = {}
        for criterion in self.criteria:
            by_group[criterion.group] = by_group.get(criterion.group, 0.0) + points.get(criterion.key, 0.0)
        return sum(min(total, caps.get(group, total)) for group, total in by_group.items())
