"""A stored result → what the result page shows of it, in the reader's language."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from interview.domain.marking import Mark, Span, mark_answer
from interview.domain.showing import Quote, ResultSheet, RubricRow, Status, Tone, Words
from interview.models import Result
from questions.formats.document import QuestionDocument
from questions.scoring.rubric import Criterion

TONES: dict[Status, Tone | None] = {
    "hit": "strong",
    "partial": "partial",
    "negated": "issue",
    "contradicted": "issue",
    "misconception": "issue",
    "missed": None,
}
Judged = dict[str, Any]  # one entry of `criteria` in Result.data


def result_sheet(text: str, result: Result, document: QuestionDocument, opened: int, wanted: str) -> ResultSheet:
    """The rows, the marked answer and the sum. `opened` steps may be spoken of; `wanted` is the content language."""
    judged = {entry["key"]: entry for entry in result.data["criteria"]}
    shown = [_row(criterion, judged, document, opened, wanted) for criterion in document.rubric.criteria]
    rows = [(row, entry) for row, entry in shown if row is not None]
    marks = _numbered([mark for row, entry in rows for mark in _marks(row, entry)])
    return ResultSheet(
        rows=tuple(_with_quotes(row, text, marks) for row, _ in rows),
        paragraphs=mark_answer(text, marks),
        listed=sum((row.points for row, _ in rows), Decimal(0)),
        sum=Decimal(str(result.data["sum"])),
        deductions=Decimal(str(result.data["deductions"])),
        cap=None if result.data["cap"] is None else Decimal(str(result.data["cap"])),
        points=result.points,
        max_points=result.max_points,
        flags=tuple(result.data["flags"]),
    )


def _row(
    criterion: Criterion, judged: dict[str, Judged], document: QuestionDocument, opened: int, wanted: str
) -> tuple[RubricRow | None, Judged]:
    """The row of a criterion and the judgement whose evidence it shows; no row for what did not happen."""
    entry = judged[criterion.key]
    belief = _belief_against(criterion.key, judged, document)
    if criterion.role == "misconception":
        if entry["status"] == "missed" or _belief_against(criterion.contradicts, judged, document) is criterion:
            return None, entry
        belief = criterion
    if criterion.role == "bonus" and entry["status"] == "missed":
        return None, entry
    status: Status = "misconception" if criterion.role == "misconception" else entry["status"]
    points = Decimal(0) if belief else Decimal(str(entry["points"]))
    step = _step_number((belief and belief.step) or criterion.step, document)
    told = opened >= (step or len(document.steps))
    row = RubricRow(
        key=criterion.key,
        title=Words.of(criterion.title, wanted),
        role=criterion.role,
        status=status,
        tone=TONES[status],
        points=points,
        of=criterion.of,
        bars=_bars(points, criterion.of),
        quotes=(),
        reason=_reason(status, entry["reason"]),
        note=_note(status, criterion, belief if told else None, wanted),
        compare_step=step if status in ("negated", "contradicted", "misconception") and not told else None,
        deduction=-int(judged[belief.key]["points"]) if belief else 0,
    )
    return row, judged[belief.key] if belief else entry


def _step_number(key: str, document: QuestionDocument) -> int | None:
    return next((number for number, step in enumerate(document.steps, start=1) if step.key == key), None)


def _belief_against(key: str, judged: dict[str, Judged], document: QuestionDocument) -> Criterion | None:
    """The first misconception found that contradicts this criterion: it is told in its row, any other in its own."""
    return next(
        (
            other
            for other in document.rubric.criteria
            if other.role == "misconception"
            and key
            and other.contradicts == key
            and judged[other.key]["status"] == "hit"
        ),
        None,
    )


def _bars(points: Decimal, of: int) -> tuple[str, ...]:
    """One segment a point: full, half or empty."""
    return tuple("full" if points >= n else "half" if points > n - 1 else "empty" for n in range(1, of + 1))


def _reason(status: Status, reason: str) -> str:
    if status == "partial":
        found, _, needed = reason.partition("_of_")
        return gettext("You named %(found)s of %(needed)s.") % {"found": _count(found), "needed": _count(needed)}
    if status == "negated":
        return gettext("The model answer says the opposite.")
    return ""


def _count(word: str) -> str:
    """A number as the engine spells it (one, two, …), in the language of the page."""
    words = {
        "one": gettext("one"),
        "two": gettext("two"),
        "three": gettext("three"),
        "four": gettext("four"),
        "five": gettext("five"),
        "six": gettext("six"),
        "seven": gettext("seven"),
        "eight": gettext("eight"),
        "nine": gettext("nine"),
        "ten": gettext("ten"),
    }
    return words.get(word, word)


def _note(status: Status, criterion: Criterion, told_belief: Criterion | None, wanted: str) -> Words:
    """The author's line: what was missed; the correction of a belief, once the step that has it is open."""
    if told_belief:
        return Words.of(told_belief.correction, wanted)
    return Words.of(criterion.missed, wanted) if status == "missed" else Words("", "")


def _marks(row: RubricRow, entry: Judged) -> list[Mark]:
    """One mark for each clause that holds evidence of the row, not yet numbered."""
    clauses: dict[Span, list[Span]] = {}
    mended: set[Span] = set()
    for found in entry["evidence"]:
        clause = (found["clause"][0], found["clause"][1])
        clauses.setdefault(clause, []).append((found["start"], found["end"]))
        if found["how"] == "typo":
            mended.add(clause)
    tone = row.tone
    if tone is None:
        return []
    return [
        Mark(0, row.key, row.title, tone, clause, tuple(terms), clause in mended) for clause, terms in clauses.items()
    ]


def _numbered(marks: Sequence[Mark]) -> list[Mark]:
    """Numbered from 1 in the order of the text."""
    ordered = sorted(marks, key=lambda mark: mark.clause)
    return [replace(mark, number=number) for number, mark in enumerate(ordered, start=1)]


def _with_quotes(row: RubricRow, text: str, marks: Sequence[Mark]) -> RubricRow:
    quotes = (Quote(mark.number, text[slice(*mark.clause)], mark.mended) for mark in marks if mark.key == row.key)
    return replace(row, quotes=tuple(quotes))
