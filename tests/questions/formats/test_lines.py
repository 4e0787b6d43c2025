"""The line editors: whatever is printed reads back the same, whatever is typed gives data, problems know their line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.formats.concept_lines import parse_concepts, with_concept_lines, write_concepts
from questions.formats.golden_text import parse_goldens, with_golden_lines, write_goldens
from questions.formats.lines import escape, split, unescape
from questions.formats.list_lines import (
    parse_follow_ups,
    parse_groups,
    parse_hints,
    parse_sources,
    write_follow_ups,
    write_groups,
    write_hints,
    write_sources,
)
from questions.formats.nodes import FORBIDDEN
from questions.formats.problems import InvalidDocument, Problem

# What a document holds: stripped, not empty, without control characters; line ends and tabs may be inside.
SIGNS = st.text("\\|:[] \nnab探·*#-'\"{}", min_size=1, max_size=12)
TEXT = st.one_of(SIGNS, st.text(min_size=1, max_size=12)).map(str.strip).filter(lambda t: t and not FORBIDDEN.search(t))
UNHURRIED = settings(deadline=None)
KEY = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}", fullmatch=True)
TRANSLATED = st.dictionaries(st.sampled_from(["zh-Hans", "en"]), TEXT, min_size=1)
CONCEPT = st.fixed_dictionaries(
    {"name": TEXT, "terms": st.lists(TEXT, min_size=1, max_size=4)},
    optional={"polarity": st.sampled_from(["negate", "either"])},
)


@UNHURRIED
@given(st.lists(CONCEPT, max_size=4))
def test_concepts_come_back_from_their_lines(concepts):
    text = write_concepts(concepts)
    assert parse_concepts(text) == concepts
    assert len(text.split("\n")) == max(1, len(concepts))


@UNHURRIED
@given(st.text("\\|:[]\n ab探", max_size=60))
def test_any_text_gives_concepts_that_stay_the_same(text):
    concepts = parse_concepts(text)
    assert all(set(concept) <= {"name", "polarity", "terms"} for concept in concepts)
    assert len(concepts) == sum(1 for line in text.split("\n") if line.strip())


@UNHURRIED
@given(st.lists(st.fixed_dictionaries({"key": KEY, "cap": st.integers(0, 100)}), max_size=3))
def test_groups_come_back(groups):
    assert parse_groups(write_groups(groups)) == groups


@UNHURRIED
@given(st.lists(st.fixed_dictionaries({"for": KEY, "text": TRANSLATED}), max_size=3))
def test_follow_ups_come_back(follow_ups):
    assert parse_follow_ups(write_follow_ups(follow_ups)) == follow_ups


@UNHURRIED
@given(st.lists(TRANSLATED, max_size=3))
def test_hints_come_back(hints):
    assert parse_hints(write_hints(hints)) == hints


@UNHURRIED
@given(st.lists(TEXT, max_size=4))
def test_sources_come_back(sources):
    assert parse_sources(write_sources(sources)) == sources


@UNHURRIED
@given(st.lists(st.fixed_dictionaries({"score": st.just([0.5, 1.0]), "text": TEXT, "kind": KEY}), max_size=3))
def test_goldens_come_back_with_the_fields_in_order(goldens):
    text = write_goldens(goldens)
    assert parse_goldens(text) == goldens
    assert all(line.startswith("- kind:") for line in text.split("\n") if line.startswith("- k"))


@pytest.mark.parametrize(
    ("line", "concept"),
    [
        ("pause [negate]: stop | 暂停", {"name": "pause", "polarity": "negate", "terms": ["stop", "暂停"]}),
        ("pause[either] : stop", {"name": "pause", "polarity": "either", "terms": ["stop"]}),
        ("pause [affirm]: stop", {"name": "pause", "terms": ["stop"]}),
        ("pause [nagate]: stop", {"name": "pause", "polarity": "nagate", "terms": ["stop"]}),
        ("startupProbe | 启动探针", {"name": "startupProbe", "terms": ["startupProbe", "启动探针"]}),
        ("port: localhost:8080 | a\\|b", {"name": "port", "terms": ["localhost:8080", "a|b"]}),
        ("empty:", {"name": "empty", "terms": []}),
        ("gap: a || b", {"name": "gap", "terms": ["a", "", "b"]}),
        ("list\\[0\\]: x", {"name": "list[0]", "terms": ["x"]}),
    ],
)
def test_a_line_is_read_as_written(line, concept):
    assert parse_concepts(line) == [concept]


def test_problems_get_the_line_of_their_concept_blank_lines_counted():
    problems = [Problem((1, "terms", 0), "bad"), Problem((), "few"), Problem((7,), "none")]
    lined = with_concept_lines(problems, "a: x\n\n\nb: *\n")
    assert [problem.line for problem in lined] == [4, 0, 0]


def test_problems_of_goldens_get_the_line_in_the_yaml():
    text = "- kind: wrong\n  text: x\n  expect: {a: hti}\n  score: [0, 1]\n"
    assert [p.line for p in with_golden_lines([Problem((0, "expect", "a"), "unknown")], text)] == [3]
    assert [p.line for p in with_golden_lines([Problem((0,), "unknown")], "- [")] == [0]


def test_broken_yaml_names_its_line():
    with pytest.raises(InvalidDocument, match="line 2"):
        parse_goldens("- kind: x\n\ttext: y")


@pytest.mark.parametrize(
    ("text", "group"), [("asking: 4", 4), ("asking: four", "four"), ("asking", ""), ("asking:", "")]
)
def test_a_cap_that_is_no_number_is_kept(text, group):
    assert parse_groups(text) == [{"key": "asking", "cap": group}]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("a: 谁？ | Who?", {"zh-Hans": "谁？", "en": "Who?"}),
        ("a: 谁？", {"zh-Hans": "谁？"}),
        ("a: Who?", {"en": "Who?"}),
        ("a: | Who?", {"en": "Who?"}),
        ("a", {}),
    ],
)
def test_a_follow_up_may_have_one_language(line, text):
    assert parse_follow_ups(line) == [{"for": "a", "text": text}]


@UNHURRIED
@given(st.text("\\|:n\n ab", max_size=20))
def test_escaped_text_has_one_line_and_no_bare_sign(text):
    escaped = escape(text, "|:")
    assert "\n" not in escaped
    assert unescape(escaped) == text
    assert len(split(escaped, "|")) == 1
