"""How often somebody can answer one question: enough to practise, too seldom to find its rubric word by word."""

from datetime import datetime, timedelta

from interview.models import Attempt
from questions import limits
from questions.models import Version

HOUR = timedelta(hours=1)


class TooOften(Exception):
    """Raised with the time until the next answer is taken."""

    def __init__(self, wait: timedelta) -> None:
        self.wait = wait
        super().__init__(f"wait {wait}")


def check_pace(person_id: int, version: Version, now: datetime) -> None:
    """Raises TooOften for more than ATTEMPTS_AN_HOUR at the question, whatever its version; 1 query."""
    attempts = Attempt.objects.filter(person_id=person_id, version__question=version.question_id, created__lte=now)
    times = attempts.order_by("-created").values_list("created", flat=True)
    nth = times[limits.ATTEMPTS_AN_HOUR - 1 : limits.ATTEMPTS_AN_HOUR].first()
    if nth is not None and now < nth + HOUR:
        raise TooOften(nth + HOUR - now)
