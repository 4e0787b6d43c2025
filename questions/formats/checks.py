"""What must hold between the fields of a document: keys that are unique, references that lead somewhere, sums."""

from collections import Counter
from collections.abc import Iterable

from questions.formats.document import QuestionDocument
from questions.formats.problems import Path, Problem
from questions.scoring.terms import term_problem

STATUSES = ("hit", "partial", "negated", "contradicted", "missed")


def check_document(document: QuestionDocument, problems: list[Problem]) -> None:
    """Add a Problem for everything that is wrong between fields that are right by themselves."""
    criteria = {criterion.key for criterion in document.rubric.criteria}
    _unique((step.key for step in document.steps), ("steps",), problems)
    _unique((criterion.key for criterion in document.rubric.criteria), ("rubric", "criteria"), problems)
    _unique((group.key for group in document.rubric.groups), ("rubric", "groups"), problems)
    _check_criteria(document, criteria, problems)
    for index, follow_up in enumerate(document.follow_ups):
        _known(follow_up.criterion, criteria, ("follow_ups", index, "for"), "criterion", problems)
    _check_goldens(document, criteria, problems)
    if document.rubric.max_points <= 0:
        problems.append(Problem(("rubric", "criteria"), "no required or core criterion gives a point"))


def _check_criteria(document: QuestionDocument, criteria: set[str], problems: list[Problem]) -> None:
    steps = {step.key for step in document.steps}
    groups = {group.key for group in document.rubric.groups}
    for index, criterion in enumerate(document.rubric.criteria):
        path: Path = ("rubric", "criteria", index)
        _known(criterion.step, steps, (*path, "step"), "step", problems)
        _known(criterion.group, groups, (*path, "group"), "group", problems)
        _known(criterion.contradicts, criteria, (*path, "contradicts"), "criterion", problems)
        _check_contradicts(document, index, problems)
        if criterion.mode.kind == "at_least" and criterion.mode.count > len(criterion.concepts):
            problems.append(Problem((*path, "mode", "at_least"), f"there are only {len(criterion.concepts)} concepts"))
        for number, concept in enumerate(criterion.concepts):
            for place, term in enumerate(concept.terms):
                if problem := term_problem(term):
                    problems.append(Problem((*path, "concepts", number, "terms", place), f"{term!r}: {problem}"))


def _check_contradicts(document: QuestionDocument, index: int, problems: list[Problem]) -> None:
    criterion = document.rubric.criteria[index]
    path: Path = ("rubric", "criteria", index, "contradicts")
    if criterion.contradicts and criterion.role != "misconception":
        problems.append(Problem(path, "only a misconception can contradict a criterion"))
    if any(other.key == criterion.contradicts and other.role == "misconception" for other in document.rubric.criteria):
        problems.append(Problem(path, "a misconception cannot contradict another misconception"))


def _check_goldens(document: QuestionDocument, criteria: set[str], problems: list[Problem]) -> None:
    for index, golden in enumerate(document.goldens):
        for key, status in golden.expect.items():
            path: Path = ("goldens", index, "expect", key)
            _known(key, criteria, path, "criterion", problems)
            if status not in STATUSES:
                problems.append(Problem(path, f"{status!r} is unknown; known are {', '.join(STATUSES)}"))


def _unique(keys: Iterable[str], path: Path, problems: list[Problem]) -> None:
    seen: Counter[str] = Counter()
    for index, key in enumerate(keys):
        seen[key] += 1
        if seen[key] == 2:
            problems.append(Problem((*path, index, "key"), f"{key!r} is used twice; keys must be unique"))


def _known(key: str, known: set[str], path: Path, noun: str, problems: list[Problem]) -> None:
    if key and key not in known:
        problems.append(Problem(path, f"there is no {noun} {key!r}; known are {', '.join(sorted(known)) or 'none'}"))
