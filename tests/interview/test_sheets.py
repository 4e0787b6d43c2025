"""The result page's sheet: its rows, its quotes, and a sum that everybody can add up."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.domain.sheets import result_sheet
from interview.domain.showing import Quote, ResultSheet, RubricRow, Words
from interview.models import Result
from questions.formats.document import QuestionDocument
from questions.formats.reading import read_document
from questions.scoring.compile import compile_rubric
from questions.scoring.score import score_answer
from tests.factories import both, criterion_data, question_data


def belief(key: str, contradicts: str = "", **changes: Any) -> dict[str, Any]:
    fields = {"role": "misconception", "points": 1, "correction": both("不对。", "Not so."), "step": "step-2"}
    return criterion_data(key, **fields | ({"contradicts": contradicts} if contradicts else {}) | changes)


def rubric_of(*criteria: dict[str, Any], **changes: Any) -> QuestionDocument:
    return read_document(question_data(rubric={"criteria": list(criteria), **changes}))


DOCUMENT = rubric_of(
    criterion_data("restart", role="required", points=3, step="step-1"),
    criterion_data("traffic", step="step-2"),
    criterion_data(
        "pair",
        points=3,
        mode="all",
        partial=True,
        concepts=[{"name": "one", "terms": ["alpha"]}, {"name": "two", "terms": ["omega"]}],
    ),
    criterion_data("extra", role="bonus", points=1),
    belief("deletes", contradicts="traffic"),
    belief("forever"),
)
WORDS = ["restart", "traffic", "alpha", "omega", "extra", "deletes", "forever", "not", "never", "so", "it", "does"]
ENDS = [" ", ", ", ". ", "\n", "\n\n", "; ", "，", "。", "\n- ", ""]


def sheet_of(text: str, document: QuestionDocument = DOCUMENT, opened: int = 0, wanted: str = "en") -> ResultSheet:
    judged = score_answer(text, compile_rubric(document.rubric, document.stem, "digest"))
    result = Result(points=Decimal(str(judged.points)), max_points=judged.max_points, data=judged.data())
    return result_sheet(text, result, document, opened, wanted)


def facts(row: RubricRow) -> tuple[Any, ...]:
    return row.key, row.status, row.points, row.of, row.deduction


def test_row_that_is_met() -> None:
    assert sheet_of("It will restart.").rows[0] == RubricRow(
        key="restart",
        title=Words("Point restart", "en"),
        role="required",
        status="hit",
        tone="strong",
        points=Decimal(3),
        of=3,
        bars=("full", "full", "full"),
        quotes=(Quote(1, "It will restart"),),
        reason="",
        note=Words("", ""),
        compare_step=None,
        deduction=Decimal(0),
    )


def test_row_that_is_missed_says_so_in_the_language_of_the_content() -> None:
    row = sheet_of("nothing", wanted="zh-Hans").rows[1]

    assert facts(row) == ("traffic", "missed", 0, 2, 0)
    assert (row.title, row.note) == (Words("要点 traffic", "zh-Hans"), Words("没有说到。", "zh-Hans"))
    assert (row.tone, row.bars, row.quotes) == (None, ("empty", "empty"), ())


def test_row_that_is_partly_met_shows_half_points() -> None:
    row = sheet_of("alpha").rows[2]

    assert facts(row) == ("pair", "partial", Decimal("1.5"), 3, 0)
    assert (row.bars, row.reason) == (("full", "half", "empty"), "You named one of two.")


def test_row_that_is_denied_points_to_its_step_while_that_is_closed() -> None:
    closed, opened = (sheet_of("It does not restart.", opened=n).rows[0] for n in (0, 1))

    assert facts(closed) == ("restart", "negated", 0, 3, 0)
    assert (closed.reason, closed.note) == ("The model answer says the opposite.", Words("", ""))
    assert (closed.compare_step, opened.compare_step) == (1, None)


def test_bonus_and_belief_are_silent_until_they_happen() -> None:
    assert [row.key for row in sheet_of("nothing").rows] == ["restart", "traffic", "pair"]
    assert [row.key for row in sheet_of("extra").rows] == ["restart", "traffic", "pair", "extra"]
    assert [row.key for row in sheet_of("forever").rows] == ["restart", "traffic", "pair", "forever"]


def test_belief_against_a_criterion_is_shown_in_its_row() -> None:
    sheet = sheet_of("It restarts traffic. It deletes things.")

    assert [facts(row) for row in sheet.rows[1:2]] == [("traffic", "contradicted", 0, 2, 1)]
    assert sheet.rows[1].quotes == (Quote(2, "It deletes things"),)


@pytest.mark.parametrize(("opened", "note"), [(0, ""), (1, ""), (2, "Not so."), (3, "Not so.")])
def test_correction_waits_for_its_step(opened: int, note: str) -> None:
    rows = sheet_of("deletes; forever", opened=opened).rows

    assert [row.note.text for row in (rows[1], rows[3])] == [note, note]
    assert [row.compare_step for row in (rows[1], rows[3])] == [None if note else 2] * 2


def test_evidence_is_numbered_in_the_order_of_the_text() -> None:
    text = "traffic comes, restart too. Then alpha, and omega."

    sheet = sheet_of(text)

    assert [[quote.number for quote in row.quotes] for row in sheet.rows] == [[2], [1], [3, 4]]
    assert [[quote.text for quote in row.quotes] for row in sheet.rows[:2]] == [["restart too"], ["traffic comes"]]


def test_cap_is_named_only_where_it_bites() -> None:
    assert (sheet_of("traffic, alpha and omega").cap, sheet_of("traffic").cap, sheet_of("restart").cap) == (
        Decimal("4.5"),
        None,
        None,
    )


@pytest.mark.parametrize("text", ["deletes and forever", "deletes. Then forever.", "forever"])
def test_two_beliefs_against_one_criterion_both_count(text: str) -> None:
    document = rubric_of(
        criterion_data("traffic", points=5), belief("deletes", "traffic"), belief("forever", "traffic", points=2)
    )

    sheet = sheet_of(f"traffic. {text}", document)

    assert sum(row.deduction for row in sheet.rows) == sheet.deductions == {"forever": 2}.get(text, 3)
    _check_marks(sheet, f"traffic. {text}")


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(ENDS)), max_size=25), st.integers(0, 3))
@settings(max_examples=300, deadline=None)
def test_everybody_can_add_up(words: list[tuple[str, str]], opened: int) -> None:
    text = "".join(word + end for word, end in words)
    sheet = sheet_of(text, opened=opened)

    assert sum(row.deduction for row in sheet.rows) == sheet.deductions
    assert min(sum(row.points for row in sheet.rows), sheet.max_points) == sheet.sum
    capped = sheet.sum if sheet.cap is None else sheet.cap
    assert sheet.points == max(Decimal(0), capped - sheet.deductions)
    assert all(row.points <= row.of and len(row.bars) == row.of for row in sheet.rows)
    assert all((row.status == "missed") == (row.tone is None) for row in sheet.rows)
    _check_marks(sheet, text)


def _check_marks(sheet: ResultSheet, text: str) -> None:
    lines = ["".join(part.text for passage in line for part in passage.parts) for line in sheet.paragraphs]
    assert "\n".join(lines) == text
    quotes = [(quote.number, row.key) for row in sheet.rows for quote in row.quotes]
    refs = [(ref.number, ref.key) for line in sheet.paragraphs for passage in line for ref in passage.refs]
    assert sorted(quotes) == sorted(refs)
    assert sorted(number for number, _ in quotes) == list(range(1, len(quotes) + 1))
    assert all(quote.text in text for row in sheet.rows for quote in row.quotes)
