"""Freezing: a document becomes the next version of its question, and what everybody practises."""

from django.db import transaction
from django.db.models import Max

from interview.accounts.models import User
from questions.domain.search import search_text
from questions.formats.document import QuestionDocument
from questions.formats.files import document_sha256
from questions.formats.writing import document_data
from questions.models import Question, Version


@transaction.atomic
def publish(question: Question, document: QuestionDocument, note: str = "", author: User | None = None) -> Version:
    """Freeze `document` as the next version and make it current. Two at once get two numbers."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    last = question.versions.aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(
        question=question,
        number=last + 1,
        document=document_data(document),
        sha256=document_sha256(document),
        note=note,
        author=author,
        title=dict(document.title),
        difficulty=document.difficulty,
        minutes=document.minutes,
        max_points=document.rubric.max_points,
        tags=list(document.tags),
        search=search_text(document.title),
    )
    question.current = version
    question.save(update_fields=["current"])
    return version
