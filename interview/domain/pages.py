"""What the pages of a question show, asked of the database so that nothing hidden is even loaded."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Count,
    DecimalField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    SlugField,
    Subquery,
    Value,
)
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import JSONObject

from interview.domain.asked import asked_versions
from interview.domain.finding import drafts_of, scores_of
from interview.domain.showing import DraftView, ListedQuestion, QuestionHead, Words
from interview.models import Context, Draft
from questions.languages import best_language
from questions.markdown import render_markdown
from questions.models import PUBLISHED, Question, Tag

SCORES = ArrayField(DecimalField(max_digits=6, decimal_places=1))


def with_progress(questions: QuerySet[Question, Any], person_id: int | None) -> QuerySet[Any]:
    """Each question with `scores` (see `scores_of`) and `drafted` of a person; no query of its own."""
    if person_id is None:
        return questions.annotate(scores=Value([], SCORES), drafted=Value(False))
    return questions.annotate(scores=scores_of(person_id), drafted=Exists(drafts_of(person_id)))


def listed_questions(questions: Sequence[Any], tags: Sequence[Tag], wanted: str) -> list[ListedQuestion]:
    """Rows of the list, from `listed()` questions with progress; `tags` are all that they name."""
    titles = {tag.slug: Words.of(tag.title, wanted) for tag in tags}
    return [
        ListedQuestion(
            bank=question["bank__slug"],
            slug=question["slug"],
            title=Words.of(question["current__title"], wanted),
            tags=tuple(titles[slug] for slug in question["current__tags"] if slug in titles),
            difficulty=question["current__difficulty"],
            minutes=question["current__minutes"],
            best=max(question["scores"], default=None),
            max_points=question["current__max_points"],
            state="draft" if question["drafted"] else "tried" if question["scores"] else "new",
        )
        for question in questions
    ]


def question_head(version: Any, wanted: str) -> QuestionHead:
    """The printed question from `head_versions()`; no query."""
    question = version.question
    body = version.body or {}
    titles = {topic["slug"]: topic["title"] for topic in version.topics}
    language = best_language(body, wanted)
    return QuestionHead(
        bank=question.bank.slug,
        bank_title=Words.of(question.bank.title, wanted),
        slug=question.slug,
        version=version.number,
        number=version.place,
        total=version.total,
        title=Words.of(version.title, wanted),
        body=Words(render_markdown(body[language]) if language else "", language),
        tags=tuple(Words.of(titles[slug], wanted) for slug in version.tags if slug in titles),
        difficulty=version.difficulty,
        minutes=version.minutes,
        max_answer=question.max_answer,
    )


def head_versions() -> QuerySet[Any]:
    """Versions with what may be shown before an answer: all of the document but `body` stays in the database."""
    return (
        asked_versions()
        .annotate(body=KeyTransform("body", "document"), topics=_topics())
        .annotate(place=_count(before=True), total=_count(before=False))
    )


def _count(before: bool) -> Subquery:
    """How many published questions its bank has, in all or up to and with this one; a retired one counts itself."""
    questions = Question.objects.filter(PUBLISHED | Q(pk=OuterRef("question")), bank=OuterRef("question__bank"))
    if before:
        questions = questions.filter(position__lte=OuterRef("question__position"))
    counted = questions.order_by().values("bank").annotate(count=Count("pk")).values("count")
    return Subquery(counted, output_field=IntegerField())


def _topics() -> ArraySubquery:
    """The topics that a version names, in no order."""
    tags = ExpressionWrapper(OuterRef("tags"), output_field=ArrayField(SlugField()))
    named = Tag.objects.alias(named=tags).filter(named__contains=[F("slug")])  # type: ignore[misc] # no lookup of the plug-in
    return ArraySubquery(named.values(topic=JSONObject(slug="slug", title="title")))


def open_draft(person_id: int | None, question: Question) -> Draft | None:
    """The newest draft of a person for a question, closed or not: it says which revision comes next. 1 query."""
    if person_id is None:
        return None
    drafts = Draft.objects.filter(person_id=person_id, version__question=question, context="practice")
    return drafts.select_related("revises").order_by("closed", F("updated").desc()).first()


def kept_drafts(person_id: int | None, question_id: int) -> QuerySet[Draft]:
    """Texts that stand beside the draft since a guest's work was claimed, of all versions of the question."""
    return Draft.objects.filter(person=person_id, version__question=question_id, context=Context.KEPT)


def kept_text(person_id: int | None, question_id: int) -> str:
    """The same as one text, "" if there is none; 1 query for a person, none without."""
    if person_id is None:
        return ""
    return "\n\n".join(kept_drafts(person_id, question_id).order_by("pk").values_list("text", flat=True))


def draft_view(draft: Draft | None) -> DraftView:
    """What the answer box starts with, under a new name for this page load."""
    if draft is None:
        return DraftView(text="", base=0, writer=uuid4(), seconds=0, restored=False)
    return DraftView(
        text=draft.text,
        base=draft.revision,
        writer=uuid4(),
        seconds=draft.seconds,
        restored=bool(draft.text),
        confidence=draft.confidence,
        revises=draft.revises.code if draft.revises else None,
    )
