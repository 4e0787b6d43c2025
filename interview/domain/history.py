"""What somebody has answered, newest first, page by page."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet

from interview.domain.showing import Words
from interview.models import Attempt
from questions.counting import count_words

PAGE = 50
COLUMNS = ("code", "text", "language", "created", "points", "max_points")


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """One row. `points` is None if the answer was not scored."""

    code: UUID
    slug: str
    title: Words
    created: datetime
    language: str
    words: int
    points: Decimal | None
    max_points: int | None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """`older` is the code of the last row if more follow."""

    rows: tuple[PastAttempt, ...]
    older: UUID | None


def attempts_by(person_id: int | None, slug: str = "") -> QuerySet[Attempt]:
    """A person's attempts, at questions of that slug if one is given; nobody has none."""
    if person_id is None:
        return Attempt.objects.none()
    attempts = Attempt.objects.filter(person_id=person_id)
    return attempts.filter(version__question__slug=slug) if slug else attempts


def history_page(attempts: QuerySet[Attempt], before: UUID | None, wanted: str) -> HistoryPage:
    """The newest of these attempts, or those older than `before`, if it is one of them; 1 query, 2 with `before`.

    Pages begin at a row and not at a number, so that the last one costs no more than the first.
    """
    if before and (place := attempts.filter(code=before).values_list("created", "pk").first()):
        created, pk = place
        attempts = attempts.filter(created__lte=created).exclude(created=created, pk__gte=pk)
    scored = FilteredRelation("results", condition=Q(results__current=True))
    found = attempts.annotate(
        scored=scored,
        points=F("scored__points"),
        max_points=F("scored__max_points"),
        title=F("version__title"),
        slug=F("version__question__slug"),
    ).order_by("-created", "-pk")
    rows = [_past(row, wanted) for row in found.values(*COLUMNS, "title", "slug")[: PAGE + 1]]
    return HistoryPage(tuple(rows[:PAGE]), rows[PAGE - 1].code if len(rows) > PAGE else None)


def _past(row: dict[str, Any], wanted: str) -> PastAttempt:
    return PastAttempt(
        code=row["code"],
        slug=row["slug"],
        title=Words.of(row["title"], wanted),
        created=row["created"],
        language=row["language"],
        words=count_words(row["text"]),
        points=row["points"],
        max_points=row["max_points"],
    )
