"""Who may. Every function returns the thing or raises Http404: strangers learn nothing, not even that it exists."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.shortcuts import get_object_or_404

from interview.accounts.models import User
from interview.models import Attempt
from questions.models import Question, Version

Visitor = User | AnonymousUser


def question_to_answer(user: Visitor, bank: str, slug: str) -> Question:
    """A question that this user may practise, with its bank; 1 query."""
    return get_object_or_404(Question.objects.visible_to(user).select_related("bank"), bank__slug=bank, slug=slug)


def version_to_answer(user: Visitor, bank: str, slug: str, number: int) -> Version:
    """The published version that the page was made from; later ones do not disturb it. 1 query."""
    visible = Question.objects.visible_to(user).filter(bank__slug=bank, slug=slug)
    versions = Version.objects.select_related("question__bank").filter(question__in=visible, number=number)
    return get_object_or_404(versions)


def attempt_to_read(person_id: int | None, code: UUID) -> Attempt:
    """An attempt of this person's own, with its frozen version; 1 query."""
    if person_id is None:
        raise Http404
    attempts = Attempt.objects.select_related("version__question__bank").filter(person_id=person_id)
    return get_object_or_404(attempts, code=code)
