"""Answering: a submitted text becomes one attempt with one result, and its model answer opens step by step."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from interview.accounts.models import Person
from interview.accounts.people import PersonGone
from interview.domain.hints import hand_over_hints
from interview.domain.pacing import check_pace
from interview.models import Attempt, Draft, HintTaken, Result, Reveal
from questions.domain.lexicons import current_lexicon
from questions.formats.compiling import compile_document
from questions.models import Version
from questions.scoring.compile import CompiledRubric
from questions.scoring.lexicon import Lexicon
from questions.scoring.score import score_answer


@dataclass(frozen=True, slots=True)
class Submission:
    """An answer as submitted from the page `writer`, which started from draft revision `base`."""

    text: str
    writer: UUID
    base: int
    seconds: int
    language: str
    gave_up: bool = False
    confidence: int | None = None


class StepOutOfOrder(Exception):
    """Raised with the number of the step that can be opened next."""

    def __init__(self, following: int) -> None:
        self.following = following
        super().__init__(f"step {following} comes first")


@transaction.atomic
def submit(person_id: int, version: Version, submission: Submission) -> Attempt:
    """The one attempt of this submission, scored. A double click or a repeated request gets the same one.

    Submissions of one person wait for each other: of two at once, the second finds what the first has made.
    Raises PersonGone and TooOften.
    """
    if not Person.objects.select_for_update(no_key=True).filter(pk=person_id).first():
        raise PersonGone
    return _submitted(person_id, submission) or _store(person_id, version, submission)


def _submitted(person_id: int, submission: Submission) -> Attempt | None:
    """The attempt already made from this page with this text."""
    return Attempt.objects.filter(
        person_id=person_id, submission=submission.writer, text=submission.text, gave_up=submission.gave_up
    ).first()


def _store(person_id: int, version: Version, submission: Submission) -> Attempt:
    check_pace(person_id, version, timezone.now())
    drafts = _drafts(person_id, version, submission)
    used = Attempt.objects.filter(person_id=person_id, submission=submission.writer).exists()
    attempt = Attempt.objects.create(
        person_id=person_id,
        version=version,
        text=submission.text,
        language=submission.language,
        seconds=submission.seconds,
        confidence=submission.confidence,
        revises_id=drafts.filter(closed=False).values_list("revises", flat=True).first(),
        help_used=HintTaken.objects.open_of(person_id, version.pk).count(),
        gave_up=submission.gave_up,
        submission=uuid4() if used else submission.writer,  # the same page again, with another text
    )
    if not attempt.gave_up:
        score_attempt(attempt)
    if attempt.help_used:
        hand_over_hints(person_id, attempt)
    _close_draft(person_id, version, submission)
    return attempt


def _drafts(person_id: int, version: Version, submission: Submission) -> QuerySet[Draft]:
    """The draft that was submitted, if there is one; not the text that another page saved meanwhile."""
    seen = Q(writer=submission.writer) | Q(revision=submission.base) | Q(text=submission.text)
    return Draft.objects.filter(seen, person_id=person_id, version=version, context="practice")


def _close_draft(person_id: int, version: Version, submission: Submission) -> None:
    """Close the draft that was submitted; a text that another page saved meanwhile stays open.

    Closing counts as a revision: pages that have not seen it are told when they save.
    """
    Draft.objects.get_or_create(
        person_id=person_id, version=version, context="practice", defaults={"writer": submission.writer}
    )
    emptied = {"text": "", "seconds": 0, "confidence": None, "revises": None}
    closed = {"closed": True, "writer": submission.writer, "revision": F("revision") + 1}
    _drafts(person_id, version, submission).update(**emptied, **closed)


def score_attempt(attempt: Attempt) -> Result:
    """Judge an attempt now; the result becomes the current one."""
    result = score_answer(attempt.text, compiled_rubric(attempt.version, current_lexicon()))
    attempt.results.filter(current=True).update(current=False)
    return Result.objects.create(
        attempt=attempt,
        engine_version=result.engine,
        lexicon_revision=result.lexicon,
        points=result.points,
        max_points=result.max_points,
        data=result.data(),
    )


def compiled_rubric(version: Version, lexicon: Lexicon) -> CompiledRubric:
    """The rubric of a frozen version with a lexicon, compiled once a process; 1 query the first time."""
    return _compiled(version.pk, lexicon)


@lru_cache(maxsize=512)
def _compiled(version_id: int, lexicon: Lexicon) -> CompiledRubric:
    return compile_document(Version.objects.get(pk=version_id).frozen(), lexicon)


@transaction.atomic
def reveal_next_step(attempt: Attempt, expected: int) -> None:
    """Open step `expected` (from 1), which must be the next one; opening an open one again changes nothing.

    Raises StepOutOfOrder.
    """
    Attempt.objects.select_for_update(of=("self",)).get(pk=attempt.pk)
    opened = attempt.reveals.count()
    if 1 <= expected <= opened:
        return
    if expected != opened + 1 or expected > len(attempt.version.frozen().steps):
        raise StepOutOfOrder(opened + 1)
    Reveal.objects.create(attempt=attempt, step=expected)
