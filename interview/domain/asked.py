"""Questions as they were asked: of what their authors are drafting, nothing is loaded with a version or an attempt."""

from django.db.models import JSONField, QuerySet

from interview.models import Attempt
from questions.models import Question, Version

SEARCHED = ("search", "grams")
DRAFT = [field.name for field in Question._meta.concrete_fields if isinstance(field, JSONField)]


def asked_versions() -> QuerySet[Version]:
    """Versions with question and bank; their document stays in the database."""
    draft = (f"question__{name}" for name in DRAFT)
    return Version.objects.select_related("question__bank").defer("document", "note", *SEARCHED, *draft)


def submitted_attempts() -> QuerySet[Attempt]:
    """Attempts with their frozen version, its question and bank."""
    unread = [*(f"version__{name}" for name in SEARCHED), *(f"version__question__{name}" for name in DRAFT)]
    return Attempt.objects.select_related("version__question__bank").defer(*unread)
