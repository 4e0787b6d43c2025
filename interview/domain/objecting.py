"""Objections: somebody was right and the engine did not see it. Authors read them; nobody's points change here."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import OuterRef, QuerySet

from interview.domain.showing import ObjectionsView, ResultSheet
from interview.models import Objection, Result


class AlreadyTold(Exception):
    """There is an objection to this criterion with another text."""


@transaction.atomic
def object_to(result: Result, criterion: str, text: str) -> None:
    """Store an objection; the same again changes nothing. Raises AlreadyTold."""
    objection, made = Objection.objects.get_or_create(result=result, criterion=criterion, defaults={"text": text})
    if not made and objection.text != text:
        raise AlreadyTold


def with_objections(results: QuerySet[Result]) -> QuerySet[Any]:
    """Each result with what was objected to it, in order, in `told`; no query of its own."""
    told = Objection.objects.filter(result=OuterRef("pk")).order_by("pk")
    return results.annotate(told=ArraySubquery(told.values("criterion")))


def objections_view(told: Sequence[str], sheet: ResultSheet) -> ObjectionsView:
    """What was objected to, and the rows that still can be: those shown and not fully met."""
    return ObjectionsView(
        told=tuple(row.title for row in sheet.rows if row.key in told),
        open=tuple(row for row in sheet.rows if row.status != "hit" and row.key not in told),
    )
