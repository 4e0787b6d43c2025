"""A guest's work becomes the user's at sign-in: once, whole, and none of it is lost."""

from contextlib import suppress
from uuid import uuid4

from django.db import IntegrityError, transaction

from interview.accounts.models import Person, User
from interview.models import Attempt, Context, Draft


@transaction.atomic
def claim_guest(guest_id: int, user: User) -> bool:
    """Give `user` all that a guest has done; False if that guest is somebody's already.

    A guest becomes the person of a user who has none; else the work moves and the guest is gone. Claims of one user
    and of one guest wait for each other; saving and submitting for the guest wait too, and then find the user's
    person or, if it had to move, nobody (PersonGone).
    """
    User.objects.select_for_update().get(pk=user.pk)
    guest = Person.objects.select_for_update().filter(pk=guest_id, user=None).first()
    if guest is None:
        return False
    own = Person.objects.filter(user=user).first()
    if own is None:
        guest.user = user
        guest.save(update_fields=["user"])
    else:
        _move_work(guest, own)
    return True


def _move_work(guest: Person, own: Person) -> None:
    for draft in guest.drafts.select_for_update():
        _move_draft(draft, own)
    submitted = own.attempts.values("submission")
    guest.attempts.exclude(submission__in=submitted).update(person=own)
    if not Attempt.objects.filter(person=guest).exists():  # only a forged form can leave one
        guest.delete()


def _move_draft(draft: Draft, own: Person) -> None:
    with suppress(IntegrityError), transaction.atomic():
        Draft.objects.filter(pk=draft.pk).update(person=own)
        return
    other = own.drafts.select_for_update().get(version=draft.version_id, context=draft.context)
    _settle(draft, other, own)


def _settle(guests: Draft, owns: Draft, own: Person) -> None:
    """Two drafts for one version: the newer text goes on, the other is kept beside it.

    The revision ends above both, so that no page which has seen only one of them can overwrite the other.
    """
    winner, loser = sorted((guests, owns), key=lambda draft: (_is_open(draft), draft.updated), reverse=True)
    if _is_open(loser) and loser.text != winner.text:
        keep_text(own, winner.version_id, loser.text)
    _move_hints(loser, winner)
    revision = max(guests.revision, owns.revision) + 1
    loser.delete()
    Draft.objects.filter(pk=winner.pk).update(person=own, revision=revision)


def _move_hints(loser: Draft, winner: Draft) -> None:
    """Help that was taken stays taken; the same hint counts once."""
    for hint in loser.hints.all():
        with suppress(IntegrityError), transaction.atomic():
            hint.draft = winner
            hint.save(update_fields=["draft"])


def _is_open(draft: Draft) -> bool:
    return not draft.closed and bool(draft.text)


def keep_text(person: Person, version_id: int, text: str) -> None:
    """Keep a text beside the draft of a version, below those kept before."""
    kept, made = Draft.objects.select_for_update().get_or_create(
        person=person, version_id=version_id, context=Context.KEPT, defaults={"text": text, "writer": uuid4()}
    )
    if not made:
        kept.text = f"{kept.text}\n\n{text}"
        kept.save(update_fields=["text", "updated"])
