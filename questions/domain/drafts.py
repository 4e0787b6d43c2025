"""Draft rows ↔ the one document: the rows are only the editing workspace."""

from typing import Any

from django.db import transaction
from django.db.models import F

from questions.domain.draft_data import draft_data, stored_draft
from questions.formats.document import QuestionDocument
from questions.formats.problems import InvalidDocument, Problem
from questions.formats.reading import read_document
from questions.formats.writing import document_data
from questions.models import AnswerStep, Bank, Criterion, Question, Tag

QUESTION_FIELDS = ("status", "difficulty", "minutes", "max_answer", "strictness")
QUESTION_LISTS = ("follow_ups", "goldens", "sources")
RUBRIC_FIELDS = ("required_cap_pct", "list_cap_pct", "bonus_cap", "groups")
CRITERION_FIELDS = ("key", "role", "points", "step", "group", "contradicts", "partial", "ordered", "stem_counts")


def draft_document(question: Question) -> QuestionDocument:
    """The document that the draft rows make. Raises InvalidDocument; 4 queries for a bare question."""
    return read_document(draft_data(stored_draft(question)))


def problems_of(data: dict[str, Any]) -> list[Problem]:
    """Everything that keeps the data of a draft from being a document."""
    try:
        read_document(data)
    except InvalidDocument as error:
        return error.problems
    return []


@transaction.atomic
def store_draft(bank: Bank, document: QuestionDocument, position: int) -> Question:
    """Write a document into the draft rows of its question, which is made if it is missing."""
    data = document_data(document)
    question, _ = Question.objects.update_or_create(
        bank=bank,
        slug=document.slug,
        defaults={
            "position": position,
            "title": dict(document.title),
            "body": dict(document.body),
            **{name: getattr(document, name) for name in QUESTION_FIELDS},
            **{name: data.get(name, []) for name in QUESTION_LISTS},
            **{name: getattr(document.rubric, name) for name in RUBRIC_FIELDS if name != "groups"},
            "groups": data["rubric"].get("groups", []),
        },
    )
    question.tags.set(
        [Tag.objects.get_or_create(slug=tag, defaults={"title": {"en": tag}})[0] for tag in document.tags]
    )
    _store_steps(question, document)
    _store_criteria(question, data["rubric"]["criteria"])
    Question.objects.filter(pk=question.pk).update(edited=F("edited") + 1)  # whoever edits it now has seen another
    return question


def _store_steps(question: Question, document: QuestionDocument) -> None:
    question.steps.all().delete()
    AnswerStep.objects.bulk_create(
        AnswerStep(
            question=question,
            position=position,
            key=step.key,
            kind=step.kind,
            title=dict(step.title),
            prompt=dict(step.prompt),
            body=dict(step.body),
        )
        for position, step in enumerate(document.steps, start=1)
    )


def _store_criteria(question: Question, criteria: list[dict[str, Any]]) -> None:
    question.criteria.all().delete()
    Criterion.objects.bulk_create(
        _criterion_row(question, position, data) for position, data in enumerate(criteria, start=1)
    )


def _criterion_row(question: Question, position: int, data: dict[str, Any]) -> Criterion:
    mode, window = data["mode"], data["window"]
    kind, size = next(iter(window.items())) if isinstance(window, dict) else (window, 0)
    return Criterion(
        question=question,
        position=position,
        mode="at_least" if isinstance(mode, dict) else mode,
        at_least=mode["at_least"] if isinstance(mode, dict) else 0,
        window=kind,
        window_size=size,
        title=data["title"],
        concepts=data["concepts"],
        missed=data.get("missed", {}),
        correction=data.get("correction", {}),
        hints=data.get("hints", []),
        **{name: data[name] for name in CRITERION_FIELDS if name in data},
    )
