"""Whatever a model answer holds: no error, and a rubric that the format takes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from questions.drafting.rubric import draft_rubric
from questions.formats.document import KINDS, Step
from questions.formats.nodes import Node
from questions.formats.reading import read_rubric
from questions.formats.writing import rubric_data
from questions.scoring.compile import compile_rubric
from questions.scoring.terms import term_problem
from tests.questions.scoring.lexicons import LEXICON

SNIPPETS = [
    *("**", "__", "`", "```\n", "- ", "1. ", "\n", "\n\n", "# ", "> ", "|a|b|\n|-|-|\n", "[", "](", ")", "<b>", "*"),
    *("：", ":", "、", "（", "）", "(", ")", "@", "\\", " ", "\u200b", "\u0301", "\ud800", "\x00", "👍", "\t"),
    *("预选", "指数增长", "存活探针", "namespace", "PV", "CRD", "Custom Resource", "spec.replicas"),
    *("不", "not ", "的", "1.30"),
]
MANY = settings(max_examples=300, deadline=None)
MARKDOWN = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=60),
    st.lists(st.sampled_from(SNIPPETS), max_size=30).map("".join),
)


def steps(titles):
    bodies = st.dictionaries(st.sampled_from(["zh-Hans", "en"]), MARKDOWN, min_size=1)
    keys = st.sampled_from(["one", "two", "part-1-1"])
    return st.lists(st.builds(Step, keys, st.sampled_from(KINDS), titles, bodies), min_size=1, max_size=4)


@MANY
@given(steps(st.fixed_dictionaries({"en": MARKDOWN})), MARKDOWN, st.lists(MARKDOWN, max_size=3))
def test_any_markdown_gives_terms_that_can_be_found(steps, stem, others):
    drafted = draft_rubric(stem, steps, LEXICON, others)
    terms = [term for one in drafted.criteria for concept in one.concepts for term in concept.terms]
    assert [term for term in terms if term_problem(term)] == []
    compile_rubric(drafted, stem, lexicon=LEXICON)


@MANY
@given(steps(st.just({"en": "Title"})))
def test_what_is_drafted_is_what_the_format_reads(steps):
    drafted = draft_rubric("", steps, LEXICON)
    problems = []
    assert not drafted.criteria or read_rubric(Node(rubric_data(drafted), problems)) == drafted
    assert problems == []
