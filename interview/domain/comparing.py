"""Two results of one question → what was gained and what was lost."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from interview.domain.sheets import result_sheet
from interview.domain.showing import Comparison, Gain, OtherAttempt, ResultSheet, RubricRow
from interview.domain.wording import diff_words
from interview.models import Attempt, Result


def compare_sheets(before: ResultSheet, after: ResultSheet, common: Collection[str]) -> Comparison:
    """The rows that pay more or less than before, in the order of the rubric.

    A row that one result does not show paid nothing there: a bonus that was not mentioned, a misconception that was
    not held. `common` are the keys that both versions of the question have; nothing can be said of the others.
    """
    earlier, later = ({row.key: row for row in sheet.rows if row.key in common} for sheet in (before, after))
    gains = [_gain(earlier.get(key), later.get(key)) for key in later | earlier]
    return Comparison(
        gained=tuple(gain for gain in gains if gain.after > gain.before),
        lost=tuple(gain for gain in gains if gain.after < gain.before),
        same=sum(1 for gain in gains if gain.after == gain.before),
    )


def _gain(before: RubricRow | None, after: RubricRow | None) -> Gain:
    row = after or before
    assert row is not None  # noqa: S101 - the key comes from one of them
    return Gain(row.title, _net(before), _net(after), row.of)


def _net(row: RubricRow | None) -> Decimal:
    return row.points - row.deduction if row else Decimal(0)


def comparison_context(before: Attempt, after: Attempt, wanted: str) -> dict[str, Any]:
    """What the page shows of two scored attempts: only what each result shows too; 2 queries."""
    old, new = (attempt.results.get(current=True) for attempt in (before, after))
    old_text, new_text = diff_words(before.text, after.text)
    return {
        "comparison": compare_sheets(_sheet(before, old, wanted), _sheet(after, new, wanted), _keys(old) & _keys(new)),
        "sides": [
            {"name": "before", "attempt": _shown(before, old), "pieces": old_text},
            {"name": "after", "attempt": _shown(after, new), "pieces": new_text},
        ],
        "question_changed": before.version_id != after.version_id,
    }


def _sheet(attempt: Attempt, result: Result, wanted: str) -> ResultSheet:
    return result_sheet(attempt.text, result, attempt.version.frozen(), opened=0, wanted=wanted)


def _keys(result: Result) -> set[str]:
    return {entry["key"] for entry in result.data["criteria"]}


def _shown(attempt: Attempt, result: Result) -> OtherAttempt:
    return OtherAttempt(attempt.code, attempt.created, result.points, result.max_points)
