"""Who may. Every function returns the thing or raises Http404: strangers learn nothing, not even that it exists."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from interview.accounts.models import User
from interview.domain.asked import asked_versions, submitted_attempts
from interview.models import Attempt, Draft
from questions.models import Question, Version

Visitor = User | AnonymousUser


def question_to_answer(user: Visitor, person_id: int | None, bank: str, slug: str) -> Question:
    """A question that this user may practise, or whose answer this person has begun; 1 query.

    Of its draft nothing is loaded: what is asked stands in its versions.
    """
    asked = Question.objects.filter(bank__slug=bank, slug=slug).only("current")
    begun = Exists(_open_drafts(person_id).filter(version__question=OuterRef("pk")))
    return get_object_or_404(asked.filter(Q(pk__in=Question.objects.visible_to(user)) | begun))


def version_to_answer(user: Visitor, person_id: int | None, bank: str, slug: str, number: int) -> Version:
    """The published version that the page was made from, without its document; later ones do not disturb it. 1 query.

    An answer that was begun goes on when its question is retired, or its bank is no longer public.
    """
    asked = asked_versions().filter(question__bank__slug=bank, question__slug=slug, number=number)
    begun = Exists(_open_drafts(person_id).filter(version=OuterRef("pk")))
    visible = Q(question__in=Question.objects.visible_to(user))
    return get_object_or_404(asked.filter(visible | begun))


def _open_drafts(person_id: int | None) -> QuerySet[Draft]:
    return Draft.objects.filter(person=person_id, closed=False) if person_id else Draft.objects.none()


def attempt_to_read(person_id: int | None, code: UUID) -> Attempt:
    """An attempt of this person's own, with its frozen version; 1 query."""
    if person_id is None:
        raise Http404
    return get_object_or_404(submitted_attempts().filter(person_id=person_id), code=code)


def version_to_revise(user: Visitor, attempt: Attempt) -> int:
    """The version that an attempt is revised for: what can be practised now, else its own; 1 query."""
    visible = Question.objects.visible_to(user).filter(pk=attempt.version.question_id)
    return visible.values_list("current", flat=True).first() or attempt.version_id


def attempts_to_compare(person_id: int | None, code: UUID, other: UUID) -> tuple[Attempt, Attempt]:
    """Two scored attempts of this person's own at the same question, the older one first; 1 query."""
    if person_id is None:
        raise Http404
    scored = submitted_attempts().filter(results__current=True)
    found = list(scored.filter(person_id=person_id, code__in=(code, other)).order_by("created", "pk"))
    if len(found) != 2 or found[0].version.question_id != found[1].version.question_id:
        raise Http404
    return found[0], found[1]
