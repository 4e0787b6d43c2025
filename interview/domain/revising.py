"""Revising: the text of an attempt comes back as a draft, and what is submitted then says what it revises."""

from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction

from interview.accounts.models import Person
from interview.accounts.people import PersonGone
from interview.domain.claims import keep_text
from interview.domain.drafts import Save, Stale, save_draft
from interview.domain.pages import open_draft
from interview.models import Attempt, Context, Draft


@dataclass(frozen=True, slots=True)
class OtherDraft:
    """A text that was begun and not submitted stands in the way, as of `revision`."""

    text: str
    revision: int


@transaction.atomic
def revise(attempt: Attempt, version_id: int, replace: int | None = None) -> OtherDraft | None:
    """Make the text of an attempt the draft for `version_id`; None when it is, else the other text in its place.

    That text is replaced only if `replace` is its revision, and then kept beside the new one. A draft that was begun
    for an older version goes on there. Raises PersonGone.
    """
    person = Person.objects.select_for_update(no_key=True).filter(pk=attempt.person_id).first()
    if person is None:
        raise PersonGone
    draft = open_draft(person.pk, attempt.version.question)
    begun = draft if draft and not draft.closed else None
    version_id = begun.version_id if begun else version_id
    other = begun if begun and begun.text not in ("", attempt.text) else None
    if other and other.revision != replace:
        return OtherDraft(other.text, other.revision)
    if stale := _fill(attempt, version_id, begun):
        return OtherDraft(stale.text, stale.revision)
    if other:
        keep_text(person, version_id, other.text)
    return None


def _fill(attempt: Attempt, version_id: int, begun: Draft | None) -> Stale | None:
    """Save the text unless it is there already; what somebody saves at this moment goes first, and is the answer."""
    drafts = Draft.objects.filter(person=attempt.person_id, version=version_id, context=Context.PRACTICE)
    if begun is None or begun.text != attempt.text:
        base = begun.revision if begun else drafts.values_list("revision", flat=True).first() or 0
        save = Save(attempt.text, uuid4(), base=base, revision=base + 1, seconds=0)
        saved = save_draft(attempt.person_id, version_id, save)
        if isinstance(saved, Stale):
            return saved
    drafts.update(revises=attempt)
    return None
