"""Points that do not add up, and points that are paid twice."""

from collections.abc import Iterator

from questions.formats.document import QuestionDocument
from questions.formats.problems import Problem
from questions.scoring.rubric import Concept, Criterion, RubricDocument

NESTED = ("clause", "sentence", "sentences")  # each lies in the next


def point_lints(document: QuestionDocument) -> Iterator[Problem]:
    rubric = document.rubric
    yield from _cap_lints(rubric)
    for number, criterion in enumerate(rubric.criteria):
        path = ("rubric", "criteria", number)
        if criterion.role != "misconception":
            if not criterion.step:
                yield Problem((*path, "step"), "no step of the model answer covers it")
            if not criterion.points:
                yield Problem((*path, "points"), "it pays nothing")
        for other in rubric.criteria:
            if _lies_in(criterion, other):
                yield Problem(path, f"whatever meets {other.key!r} meets this too, and is paid twice; share a group")


def _cap_lints(rubric: RubricDocument) -> Iterator[Problem]:
    for index, group in enumerate(rubric.groups):
        paid = sum(criterion.points for criterion in rubric.criteria if criterion.group == group.key and criterion.of)
        if group.cap >= paid:
            yield Problem(
                ("rubric", "groups", index), f"its criteria pay {paid} together, so the cap of {group.cap} does nothing"
            )
    bonus = sum(criterion.points for criterion in rubric.criteria if criterion.role == "bonus")
    if rubric.bonus_cap is not None and rubric.bonus_cap >= bonus:
        yield Problem(("rubric", "bonus_cap"), f"bonus criteria pay {bonus} together, so the cap does nothing")


def _lies_in(criterion: Criterion, other: Criterion) -> bool:
    """Whether an answer that meets `other` always meets `criterion`, and both are paid."""
    if criterion is other or not (criterion.of and other.of) or (criterion.group and criterion.group == other.group):
        return False
    if other.mode.kind != "all" or criterion.ordered or not _is_wider(criterion, other):
        return False
    met = sum(any(_covers(concept, met) for met in other.concepts) for concept in criterion.concepts)
    return met >= criterion.mode.needed(len(criterion.concepts))


def _covers(concept: Concept, other: Concept) -> bool:
    """Whether every term of `other` is a term of `concept` as well."""
    return concept.polarity in (other.polarity, "either") and set(other.terms) <= set(concept.terms)


def _is_wider(criterion: Criterion, other: Criterion) -> bool:
    """Whether what stands in the window of `other` always stands in that of `criterion`."""
    window, narrow = criterion.window, other.window
    if len(criterion.concepts) == 1 or window.kind == "answer":
        return True
    if window.kind == narrow.kind:
        return window.size >= narrow.size
    both = {window.kind, narrow.kind} <= set(NESTED)
    return both and NESTED.index(window.kind) > NESTED.index(narrow.kind)
