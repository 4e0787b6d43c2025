"""Objections: somebody was right and the engine did not see it. Authors settle them; nobody's points change here."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from interview.domain.showing import ObjectionsView, ResultSheet, SettledObjection, Words
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
    """Each result with what was objected to it in `objected`; no query of its own."""
    objected = Objection.objects.filter(result=OuterRef("pk"))
    entry = JSONObject(criterion="criterion", status="status", reply="reply")
    return results.annotate(objected=ArraySubquery(objected.values(entry=entry)))


def objections_view(objected: Sequence[dict[str, str]], sheet: ResultSheet) -> ObjectionsView:
    """What was objected to, in the order of the rows, and the rows that still can be: shown and not fully met."""
    entries = {entry["criterion"]: entry for entry in objected}
    told = [(row.title, entries[row.key]) for row in sheet.rows if row.key in entries]
    return ObjectionsView(
        told=tuple(title for title, entry in told if entry["status"] == Objection.Status.NEW),
        settled=tuple(_settled(title, entry) for title, entry in told if entry["status"] != Objection.Status.NEW),
        open=tuple(row for row in sheet.rows if row.status != "hit" and row.key not in entries),
    )


def _settled(title: Words, entry: dict[str, str]) -> SettledObjection:
    return SettledObjection(title, entry["status"] == Objection.Status.ACCEPTED, entry["reply"])
