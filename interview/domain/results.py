"""What the page of a result shows: the answer, its score, and the steps of the model answer that are open."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from interview.domain.followups import follow_ups
from interview.domain.hints import Hint, hint_texts, rows_with_hints
from interview.domain.objecting import objections_view, with_objections
from interview.domain.others import other_attempts
from interview.domain.sheets import result_sheet
from interview.domain.showing import ShownAttempt, ShownStep, Words
from interview.models import Attempt, HintTaken
from questions.formats.document import Step
from questions.languages import best_language
from questions.markdown import render_markdown


def shown_steps(steps: Sequence[Step], opened: int, wanted: str) -> tuple[ShownStep, ...]:
    """All steps; only those opened with their title and body, only the next one with its prompt."""
    return tuple(_shown_step(step, number, opened, wanted) for number, step in enumerate(steps, start=1))


def _shown_step(step: Step, number: int, opened: int, wanted: str) -> ShownStep:
    if number > opened + 1:
        return ShownStep(number, "later")
    if number == opened + 1:
        return ShownStep(number, "next", prompt=Words.of(step.prompt, wanted))
    language = best_language(step.body, wanted)
    return ShownStep(
        number=number,
        state="open",
        kind=step.kind,
        title=Words.of(step.title, wanted),
        body=Words(render_markdown(step.body[language]), language),
    )


def shown_attempt(attempt: Attempt) -> ShownAttempt:
    return ShownAttempt(
        code=attempt.code,
        text=attempt.text,
        words=attempt.words,
        seconds=attempt.seconds,
        gave_up=attempt.gave_up,
        confidence=attempt.get_confidence_display() or "",
        help_used=attempt.help_used,
        is_revision=attempt.revises_id is not None,
    )


def attempt_context(attempt: Attempt, wanted: str) -> dict[str, Any]:
    """What the result page shows of an attempt; 3 queries."""
    document = attempt.version.frozen()
    opened, taken = _opened_and_taken(attempt)
    hints = hint_texts(taken, document.rubric.criteria, wanted)
    result = with_objections(attempt.results.filter(current=True)).first()
    sheet = result_sheet(attempt.text, result, document, opened, wanted) if result else None
    if sheet:
        sheet = replace(sheet, rows=rows_with_hints(sheet.rows, hints))
    return {
        "attempt": shown_attempt(attempt),
        "sheet": sheet,
        "hints_taken": tuple(text for _, text in hints),
        "follow_ups": follow_ups(sheet.rows, document.follow_ups, wanted) if sheet else (),
        "objections": objections_view(result.objected, sheet) if result and sheet else None,
        "others": other_attempts(attempt) if result else (),
        "steps": shown_steps(document.steps, opened, wanted),
        "opened": opened,
        "steps_total": len(document.steps),
        "answer_again_url": reverse("question-detail", args=[attempt.version.question.bank.slug, document.slug]),
    }


def _opened_and_taken(attempt: Attempt) -> tuple[int, list[Hint]]:
    """How many steps are open, and the hints that were taken before submitting, in order; 1 query."""
    hints = HintTaken.objects.filter(attempt=OuterRef("pk")).order_by("pk")
    taken = ArraySubquery(hints.values(hint=JSONObject(key="criterion", rung="rung")))
    opened, found = Attempt.objects.filter(pk=attempt.pk).values_list(Count("reveals"), taken).get()
    return opened, [(hint["key"], hint["rung"]) for hint in found]
