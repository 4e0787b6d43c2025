"""The marked answer is the answer: every character is there once, in order, whatever overlaps."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.domain.marking import Mark, mark_answer
from interview.domain.showing import Part, Passage, Ref, Words

TITLE = Words("Restarts", "en")


def mark(
    number: int, clause: tuple[int, int], *terms: tuple[int, int], tone: str = "strong", key: str = "restart"
) -> Mark:
    return Mark(number, key, TITLE, tone, clause, terms)  # type: ignore[arg-type]


def ref(number: int, key: str = "restart") -> Ref:
    return Ref(number, key, TITLE)


def plain(text: str) -> Passage:
    return Passage((Part(text, stressed=False),))


def test_answer_without_evidence_is_plain() -> None:
    assert mark_answer("one\n\ntwo", []) == ((plain("one"),), (), (plain("two"),))


@pytest.mark.parametrize(("text", "lines"), [("", ((),)), ("\n", ((), ())), ("a\n", ((plain("a"),), ()))])
def test_empty_lines_stay(text: str, lines: object) -> None:
    assert mark_answer(text, []) == lines


def test_clause_is_marked_and_its_term_stressed() -> None:
    assert mark_answer("so it restarts, ok", [mark(1, (3, 14), (6, 14))]) == (
        (
            plain("so "),
            Passage((Part("it ", stressed=False), Part("restarts", stressed=True)), "strong", (ref(1),)),
            plain(", ok"),
        ),
    )


def test_where_clauses_overlap_the_worse_tone_shows_and_each_number_stands_at_its_end() -> None:
    marks = [mark(1, (0, 4)), mark(2, (2, 6), tone="issue", key="traffic"), mark(3, (2, 6), tone="partial")]

    assert mark_answer("abcdefgh", marks) == (
        (
            Passage((Part("ab", stressed=False),), "strong"),
            Passage((Part("cd", stressed=False),), "issue", (ref(1),)),
            Passage((Part("ef", stressed=False),), "issue", (ref(2, "traffic"), ref(3))),
            plain("gh"),
        ),
    )


def test_clause_over_two_lines_is_marked_on_both_and_numbered_once() -> None:
    assert mark_answer("ab\ncd", [mark(1, (1, 5), (1, 2), (3, 4))]) == (
        (plain("a"), Passage((Part("b", stressed=True),), "strong")),
        (Passage((Part("c", stressed=True), Part("d", stressed=False)), "strong", (ref(1),)),),
    )


def test_term_outside_of_its_clause_is_not_stressed() -> None:
    assert mark_answer("abcd", [mark(1, (0, 2), (2, 4))])[0][1] == plain("cd")


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(alphabet="ab，\n 长😀\u0301\u2028\r", max_size=30))
    place = st.integers(0, len(text))
    span = st.tuples(place, place).map(sorted).map(tuple)
    tones = st.sampled_from(["strong", "partial", "issue"])
    clauses = span.filter(lambda clause: clause[0] < clause[1])
    drawn = draw(st.lists(st.tuples(clauses, st.lists(span, max_size=3), tones), max_size=6 if text else 0))
    return text, [mark(n, clause, *terms, tone=tone) for n, (clause, terms, tone) in enumerate(drawn, start=1)]


@given(marked_texts())
def test_passages_put_together_are_the_text(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn

    lines = ["".join(part.text for passage in line for part in passage.parts) for line in mark_answer(text, marks)]

    assert "\n".join(lines) == text


@given(marked_texts())
def test_every_character_has_the_worst_tone_of_its_clauses(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    order = ["issue", "partial", "strong", None]
    covering = [[m.tone for m in marks if m.clause[0] <= place < m.clause[1]] for place in range(len(text))]
    expected = [min(tones, key=order.index, default=None) for tones in covering]

    shown = []
    for line in mark_answer(text, marks):
        shown += [passage.tone for passage in line for part in passage.parts for _ in part.text] + ["end"]

    assert [tone for tone in shown if tone != "end"] == [
        tone for tone, character in zip(expected, text, strict=True) if character != "\n"
    ]


@given(marked_texts())
def test_no_part_is_empty_and_no_two_neighbours_are_both_plain(drawn: tuple[str, list[Mark]]) -> None:
    for line in mark_answer(*drawn):
        assert all(part.text for passage in line for part in passage.parts)
        assert not any(first.tone is None and second.tone is None for first, second in pairwise(line))


@given(marked_texts())
def test_number_stands_once(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    seen = [m.number for m in marks if text[slice(*m.clause)].strip("\n")]

    numbers = [ref.number for line in mark_answer(text, marks) for passage in line for ref in passage.refs]

    assert sorted(numbers) == seen
