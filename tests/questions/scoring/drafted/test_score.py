"""Scoring against reference answers: what earns all, some, nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.scoring.drafted.score import DraftedQuestion
from tests.questions.scoring.test_any_text import ANSWERS, MANY

QUESTION = "What does an index of a database table do, and what does it cost?"
REFERENCE = (
    "It lets the database find rows by the indexed columns without reading the whole table. "
    "Every insert and update has to maintain it, and it takes disk space."
)
FRAGE = "数据库表的索引有什么作用，又有什么代价？"
REFERENZ = "索引让数据库不必扫描全表就能按索引列找到行。每次插入和更新都要维护索引，还会占用磁盘空间。"
ENGLISH, CHINESE = DraftedQuestion(QUESTION, [REFERENCE]), DraftedQuestion(FRAGE, [REFERENZ])
BOTH = DraftedQuestion(f"{FRAGE}\n{QUESTION}", [REFERENZ, REFERENCE])


@pytest.mark.parametrize(
    ("question", "full", "half", "other"),
    [
        (
            ENGLISH,
            "Rows are found by the indexed columns without reading a whole table; inserts and updates must maintain it "
            "and it takes space on disk.",
            "It finds rows quickly because it does not read the whole table.",
            "A mutex guards a critical section, so that only one thread enters it at a time.",
        ),
        (
            CHINESE,
            "不用扫描全表，按索引列就能找到行；插入、更新时都要维护，也占磁盘空间。",
            "不用扫描全表就能找到行。",
            "互斥锁保护临界区，同一时刻只允许一个线程进入。",
        ),
    ],
)
def test_more_of_the_reference_earns_more(question, full, half, other):
    most, some, none = (question.score(answer) for answer in (full, half, other))
    assert most > 0.7 > some > 0.3 > none
    assert min(most - some, some - none) > 0.15


@pytest.mark.parametrize(("question", "reference"), [(ENGLISH, REFERENCE), (CHINESE, REFERENZ)])
def test_the_reference_itself_earns_all(question, reference):
    assert question.score(reference) == 1.0


def test_the_best_of_several_references_counts():
    assert [BOTH.score(text) for text in (REFERENZ, REFERENCE)] == [1.0, 1.0]
    assert BOTH.score(REFERENCE) > CHINESE.score(REFERENCE)


@pytest.mark.parametrize("answer", ["", "   ", "？！", "👍", "I don't know", "不知道", "嗯，这题我不太清楚"])
def test_nothing_and_not_knowing_earn_nothing(answer):
    assert [question.score(answer) for question in (ENGLISH, CHINESE, BOTH)] == [0.0] * 3


@pytest.mark.parametrize(("question", "asked"), [(ENGLISH, QUESTION), (CHINESE, FRAGE)])
def test_the_question_pasted_earns_little(question, asked):
    assert question.score(asked) < 0.35


def test_forms_and_slips_of_a_word_count():
    right, forms, slips = (
        DraftedQuestion("Why?", ["Indexes accelerate queries considerably"]).score(answer)
        for answer in ("indexes accelerate queries", "an index accelerated the query", "indexes acelerate querys")
    )
    assert right >= forms > slips > 0.5


@pytest.mark.parametrize("references", [[], [""], ["？"], ["a"]])
def test_a_reference_without_words_earns_nothing(references):
    assert DraftedQuestion(QUESTION, references).score(REFERENCE) == 0.0


@MANY
@given(st.lists(ANSWERS, min_size=1, max_size=3), ANSWERS, ANSWERS)
def test_any_text_earns_0_to_1(references, question, answer):
    assert 0 <= DraftedQuestion(question, references).score(answer) <= 1
