"""Other answers of the same person to the same question, beside a result."""

from django.db.models import Case, Value, When

from interview.domain.showing import OtherAttempt
from interview.models import Attempt, Result

AT_MOST = 5


def other_attempts(attempt: Attempt) -> tuple[OtherAttempt, ...]:
    """Scored attempts at the same question: the one that this revises, then the newest. 1 query."""
    question = attempt.version.question_id
    results = Result.objects.filter(current=True, attempt__person=attempt.person_id)
    same = results.filter(attempt__version__question=question).exclude(attempt=attempt.pk)
    origin = Case(When(attempt=attempt.revises_id, then=Value(0)), default=Value(1)) if attempt.revises_id else Value(0)
    newest = same.order_by(origin, "-attempt__created", "-attempt")
    rows = newest.values_list("attempt__code", "attempt__created", "points", "max_points", "attempt")[:AT_MOST]
    return tuple(OtherAttempt(*row[:4], is_origin=row[4] == attempt.revises_id) for row in rows)
