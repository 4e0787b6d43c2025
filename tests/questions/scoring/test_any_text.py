"""Whatever is typed: no error, marks within bounds, evidence where it says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from questions.scoring.compile import compile_rubric
from questions.scoring.fold import _fold_slowly, fold
from questions.scoring.numbers import find_numbers
from questions.scoring.parts import Literal
from questions.scoring.rubric import Mode, RubricDocument, Window
from questions.scoring.score import score_answer
from questions.scoring.terms import read_term, term_problem
from questions.scoring.words import squeeze
from tests.questions.scoring.rubrics import ANY, CLAUSE, at_least, criterion, rubric

CRITERIA = (
    criterion("etcd", "etcd", role="required", points=3),
    criterion("restart", ("重启", "restart*"), ("Pod", ".NET", "C++"), partial=True, window=CLAUSE),
    criterion("not", "固定", polarity="negate"),
    criterion("list", "甲", "乙", "重启", "pod", mode=at_least(2), partial=True, window=Window("tokens", 5)),
    criterion("order", "没有", ("but", "但是"), "1.30", ordered=True, window=Window("sentences", 2), partial=True),
    criterion("bonus", ("oﬃce", "ＡＢ", "e\u0301t"), role="bonus", mode=ANY),
    criterion("wrong", "不", role="misconception", contradicts="etcd", polarity="either"),
    criterion("stem", ("探针", "重启"), mode=Mode("any")),
    criterion("number", ("30 秒", "三次", "30000-32767", "再等 2 分钟"), mode=ANY),
)
STEM = "探针 Pod？"
RUBRIC = rubric(*CRITERIA, stem=STEM, bonus_cap=1)
WORDS = [
    "etcd",
    "Pod",
    "pods",
    "重启",
    "restarts",
    "固定",
    "甲",
    "乙",
    "不",
    "没有",
    "but",
    "1.30",
    "oﬃce",
    "ＥＴＣＤ",
    ".NET",
]
WORDS += [
    "，",
    "。",
    "\n",
    " ",
    "-",
    ".",
    "`",
    "```",
    "<b>",
    "</b>",
    "\u200b",
    "\u0301",
    "\ud800",
    "👍🏽",
    "不是",
    "not",
    "就",
    "C++",
]
WORDS += ["30", "三", "十", "秒", " s", "再等", "two minutes", "次", "万", "~", "1,000", "half a minute"]
ANSWERS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=30).map("".join),
)
MANY = settings(max_examples=300, deadline=None)


@MANY
@given(ANSWERS)
def test_marks_stay_within_bounds(answer):
    result = score_answer(answer, RUBRIC)
    assert 0 <= result.points <= result.max_points
    assert 0 <= result.score <= 1
    assert result.sum <= result.max_points
    for one in result.criteria:
        assert one.points <= one.of
        assert (one.points * 2).is_integer()
        assert bool(one.evidence) == (one.status in ("hit", "partial", "negated"))


@MANY
@given(ANSWERS)
def test_evidence_lies_in_the_text_and_holds_its_term(answer):
    for one in score_answer(answer, RUBRIC).criteria:
        for found in one.evidence:
            assert 0 <= found.clause[0] <= found.start < found.end <= found.clause[1] <= len(answer)
            marked = squeeze(answer[found.start : found.end])
            assert any(all(is_in(part, marked) for part in form.parts) for form in read_term(found.term))


def is_in(part, marked):
    if isinstance(part, Literal):
        return part.text in marked.text
    return any(found.end(part) for found in find_numbers(marked).values())


@MANY
@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_the_quick_and_the_slow_way_of_folding_agree(text):
    quick, slow = fold(text), _fold_slowly(text)
    assert quick.text.replace("\t", " ") == slow.text
    for place in range(len(quick.text)):
        start, end = quick.span(place, place + 1)
        around = slow.span(place, place + 1)  # a letter together with marks that do not merge into it
        assert 0 <= around[0] <= start < end <= around[1] <= len(text)


@MANY
@given(ANSWERS, st.permutations(CRITERIA))
def test_the_order_of_criteria_changes_no_result(answer, criteria):
    shuffled = score_answer(answer, compile_rubric(RubricDocument(tuple(criteria), bonus_cap=1), STEM))
    assert {one.key: one for one in shuffled.criteria} == {
        one.key: one for one in score_answer(answer, RUBRIC).criteria
    }


@MANY
@given(ANSWERS)
def test_an_unrelated_affirmative_sentence_lowers_nothing_that_was_hit(answer):
    before, after = score_answer(answer, RUBRIC), score_answer(f"{answer}\n今天天气很好。", RUBRIC)
    assert [one for one in before.criteria if one.status == "hit"] == [
        new for old, new in zip(before.criteria, after.criteria, strict=True) if old.status == "hit"
    ]


@MANY
@given(st.text(st.characters(exclude_categories=()), max_size=20), ANSWERS)
def test_any_term_can_be_read_and_looked_for(written, answer):
    term_problem(written)
    score_answer(answer, rubric(criterion("any", written, polarity="either")))
