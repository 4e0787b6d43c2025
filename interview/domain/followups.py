"""What an interviewer would ask next: about what was not said, or not quite."""

from collections.abc import Sequence

from interview.domain.showing import RubricRow, Words
from questions.formats.document import FollowUp

AT_MOST = 2
NOT_MET = ("missed", "partial", "negated", "contradicted")


def follow_ups(rows: Sequence[RubricRow], known: Sequence[FollowUp], wanted: str) -> tuple[Words, ...]:
    """The author's follow-up questions for the rows of a result that are not met, in their order, at most two.

    Where a result has no row, there is no question either: a bonus that was not mentioned is not spoken of.
    """
    not_met = {row.key for row in rows if row.status in NOT_MET}
    return tuple(Words.of(each.text, wanted) for each in known if each.criterion in not_met)[:AT_MOST]
