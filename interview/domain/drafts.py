"""Saving what somebody types: nothing confirmed is lost, nothing of another tab is overwritten unseen."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db import IntegrityError, connection

from interview.accounts.people import PersonGone
from interview.models import Draft

# One statement, so that two saves at once are put in order by the row they share. A save is accepted when the same page
# saves again with a higher revision, or when another page has seen the last revision (`base`). The first save is
# revision 1 or more, so that a page which has seen none (base 0) is told of it.
SAVE = """
INSERT INTO interview_draft AS draft (person_id, version_id, context, text, revision, writer, seconds,
                                      confidence, closed, updated)
VALUES (%(person)s, %(version)s, %(context)s, %(text)s, GREATEST(%(revision)s, 1), %(writer)s, %(seconds)s,
        %(confidence)s, false, now())
ON CONFLICT (person_id, version_id, context) DO UPDATE
SET text = excluded.text, revision = GREATEST(excluded.revision, draft.revision + 1), writer = excluded.writer,
    seconds = excluded.seconds, confidence = excluded.confidence, closed = false, updated = now()
WHERE (draft.writer = excluded.writer AND NOT draft.closed AND draft.revision < excluded.revision)
   OR (draft.writer <> excluded.writer AND draft.revision = %(base)s)
RETURNING revision, updated
"""


@dataclass(frozen=True, slots=True)
class Save:
    """A save as a page asks for it: its text, itself, the revision it started from and the one it wants."""

    text: str
    writer: UUID
    base: int
    revision: int
    seconds: int
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    revision: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Stale:
    """Not saved: another page saved `text` as `revision` meanwhile; `closed` when the answer was submitted."""

    text: str
    revision: int
    closed: bool


def save_draft(person_id: int, version_id: int, save: Save, context: str = "practice") -> Saved | Stale:
    """Store a draft unless something newer is there; 1 query, 2 when stale. Saving the same again is harmless.

    Raises PersonGone.
    """
    values = {
        "person": person_id,
        "version": version_id,
        "context": context,
        "text": save.text,
        "revision": save.revision,
        "writer": save.writer,
        "base": save.base,
        "seconds": save.seconds,
        "confidence": save.confidence,
    }
    if row := _stored(values):
        return Saved(*row)
    draft = Draft.objects.get(person_id=person_id, version_id=version_id, context=context)
    repeated = draft.writer == save.writer and draft.text == save.text and not draft.closed
    return Saved(draft.revision, draft.updated) if repeated else Stale(draft.text, draft.revision, draft.closed)


def _stored(values: dict[str, Any]) -> tuple[int, datetime] | None:
    """The new revision and its time, None if it was not accepted."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(SAVE, values)
            return cast("tuple[int, datetime] | None", cursor.fetchone())
    except IntegrityError as error:  # the person's key, checked when the statement is committed
        raise PersonGone from error
