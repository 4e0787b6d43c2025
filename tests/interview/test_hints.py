"""Which hint comes next: a matter of the rubric and of what was asked for, case by case."""

import pytest

from interview.domain.hints import Hint, Way, next_hint
from questions.formats.reading import read_document
from questions.scoring.rubric import Criterion
from tests.factories import both, criterion_data, question_data


def criteria(*described: tuple[str, str, int]) -> tuple[Criterion, ...]:
    """(key, role, number of hints) of each."""
    rows = [
        criterion_data(key, role=role, hints=[both(f"提示{n}", f"hint {n}") for n in range(1, hints + 1)])
        for key, role, hints in described
    ]
    return read_document(question_data(rubric={"criteria": rows})).rubric.criteria


RUBRIC = criteria(("core", "core", 3), ("bare", "required", 0), ("must", "required", 2), ("more", "bonus", 3))
WALKS: list[tuple[str, list[Way], list[Hint | None]]] = [
    ("required first, then core", ["other", "other"], [("must", 1), ("core", 1)]),
    ("the first is the same whatever is asked", ["deeper"], [("must", 1)]),
    ("deeper into one point", ["other", "deeper"], [("must", 1), ("must", 2)]),
    ("a point without more leads to the next", ["other", "deeper", "deeper"], [("must", 1), ("must", 2), ("core", 1)]),
    ("deeper belongs to the last point", ["other", "other", "deeper"], [("must", 1), ("core", 1), ("core", 2)]),
    ("without another point the first goes on", ["other", "other", "other"], [("must", 1), ("core", 1), ("must", 2)]),
    ("three are all", ["other", "deeper", "other", "other"], [("must", 1), ("must", 2), ("core", 1), None]),
]


@pytest.mark.parametrize(("ways", "expected"), [walk[1:] for walk in WALKS], ids=[walk[0] for walk in WALKS])
def test_walk(ways: list[Way], expected: list[Hint | None]) -> None:
    taken: list[Hint] = []
    found = []
    for way in ways:
        found.append(hint := next_hint(RUBRIC, taken, way))
        taken += [hint] if hint else []

    assert found == expected


@pytest.mark.parametrize("way", ["other", "deeper"])
def test_hints_run_out(way: Way) -> None:
    short = criteria(("only", "core", 1), ("more", "bonus", 3), ("belief", "misconception", 3))

    assert next_hint(short, [], way) == ("only", 1)
    assert next_hint(short, [("only", 1)], way) is None
    assert next_hint(criteria(("bare", "core", 0)), [], way) is None
