"""Hints before submitting: at most three an answer, from vague to specific, each recorded before it is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal
from uuid import uuid4

from django.db import transaction

from interview.accounts.models import Person
from interview.accounts.people import PersonGone
from interview.domain.showing import HintsView, RubricRow, Words
from interview.models import Attempt, Context, Draft, HintTaken
from questions import limits
from questions.models import Version
from questions.scoring.rubric import Criterion

Way = Literal["other", "deeper"]
Hint = tuple[str, int]  # key of a criterion, rung from 1


def next_hint(criteria: Iterable[Criterion], taken: Sequence[Hint], way: Way) -> Hint | None:
    """The hint that follows those `taken`, in their order; None when there is none left.

    It depends on the rubric and on what the person asked for, never on what they have typed: a hint chosen by the
    text would tell which points it already makes. Required points come first, then core ones, in the order of the
    rubric; "deeper" is the next rung for the point of the last hint, "other" the first rung for the next point.
    """
    if len(taken) >= limits.HINTS_TAKEN:
        return None
    ladders = _ladders(criteria)
    reached = dict(taken)
    steeper = [(key, rung + 1) for key, rung in reached.items() if rung < ladders.get(key, 0)]
    if way == "deeper" and taken and (deeper := (taken[-1][0], taken[-1][1] + 1)) in steeper:
        return deeper
    fresh = ((key, 1) for key in ladders if key not in reached)
    return next(fresh, None) or next(iter(steeper), None)


def _ladders(criteria: Iterable[Criterion]) -> dict[str, int]:
    """How many hints there are for each point that counts, by key. Bonus points and beliefs are for nobody to guess."""
    counting = [criterion for criterion in criteria if criterion.role in ("required", "core") and criterion.hints]
    required_first = sorted(counting, key=lambda criterion: criterion.role != "required")
    return {criterion.key: len(criterion.hints) for criterion in required_first}


@transaction.atomic
def take_hint(person_id: int, version: Version, number: int, way: Way) -> bool:
    """Record hint `number` (from 1) of the answer being written; False if there are no more.

    Asking for one that was taken changes nothing, so a double click costs one hint. Waits for a submission of the
    same person, and a submission waits for it. Raises PersonGone.
    """
    if not Person.objects.select_for_update(no_key=True).filter(pk=person_id).exists():
        raise PersonGone
    taken = list(HintTaken.objects.open_of(person_id, version.pk).values_list("criterion", "rung"))
    if number != len(taken) + 1:
        return True
    following = next_hint(version.frozen().rubric.criteria, taken, way)
    if following is None:
        return False
    draft, _ = Draft.objects.get_or_create(
        person_id=person_id, version=version, context=Context.PRACTICE, defaults={"writer": uuid4()}
    )
    HintTaken.objects.create(draft=draft, criterion=following[0], rung=following[1])
    return True


def hints_view(person_id: int | None, version_id: int, wanted: str, over: bool = False) -> HintsView:
    """The hints taken for the answer being written; 1 query, none for nobody. `over`: there are no more."""
    if person_id is None:
        return HintsView((), limits.HINTS_TAKEN, over)
    taken = HintTaken.objects.open_of(person_id, version_id).texts()
    shown = tuple(Words.of(text, wanted) for text in taken)
    return HintsView(shown, max(limits.HINTS_TAKEN - len(shown), 0), over)


def hand_over_hints(person_id: int, attempt: Attempt) -> None:
    """The hints taken while an attempt was written belong to it from now on."""
    HintTaken.objects.open_of(person_id, attempt.version_id).update(attempt=attempt)


def hint_texts(taken: Iterable[Hint], criteria: Iterable[Criterion], wanted: str) -> list[tuple[str, Words]]:
    """The key of the criterion and the text of each of these hints."""
    known = {criterion.key: criterion.hints for criterion in criteria}
    return [(key, Words.of(known[key][rung - 1], wanted)) for key, rung in taken]


def rows_with_hints(rows: Iterable[RubricRow], texts: Sequence[tuple[str, Words]]) -> tuple[RubricRow, ...]:
    """Each row with the hints that were taken for it before submitting."""
    return tuple(replace(row, hints=tuple(text for key, text in texts if key == row.key)) for row in rows)
