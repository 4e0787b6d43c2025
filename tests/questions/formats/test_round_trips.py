"""Documents to data, JSON and YAML and back; the digest that names a document."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.formats.document import QuestionDocument, canonical_json, sha256
from questions.formats.files import document_from_json, document_sha256, read_yaml_document
from questions.formats.nodes import FORBIDDEN
from questions.formats.reading import read_document
from questions.formats.writing import document_data, document_yaml
from questions.scoring.rubric import Concept, Group, Mode, Window
from tests.factories import question_data
from tests.questions.example import TEXT, example

LINES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60).map(str.strip)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join).map(str.strip)
TEXTS = TEXTS.filter(lambda text: text and not FORBIDDEN.search(text))


def test_every_field_is_read():
    document = example()
    rubric = document.rubric
    cache, recursive, order, port, browser = rubric.criteria
    assert (document.slug, document.bank, document.status) == ("dns-lookup", "web-basics", "ready")
    assert (document.difficulty, document.minutes, document.max_answer) == (2, 4, 3000)
    assert (document.tags, document.strictness, document.sources) == (
        ("caching", "dns"),
        "list",
        ("RFC 1034", "RFC 1035 section 7"),
    )
    assert document.steps[1].body["zh-Hans"] == "缓存没有，就向递归解析器发 `A` 查询；\n\n它从根开始逐级去问。"
    assert (rubric.required_cap_pct, rubric.bonus_cap, rubric.list_cap_pct) == (40, 1, 20)
    assert (rubric.groups, rubric.max_points) == ((Group("asking", 4),), 6)
    assert cache.hints == ({"zh-Hans": "第二次呢？", "en": "And the second time?"}, {"en": "It is kept."})
    assert (recursive.mode, recursive.partial, recursive.window) == (Mode("all"), True, Window("sentences", 2))
    assert (order.mode, order.window, order.stem_counts) == (Mode("at_least", 1), Window("tokens", 12), True)
    assert order.concepts[0] == Concept("all-to-root", ("都问根", "asks the root"), "negate")
    assert port.concepts == (Concept("port", ("53", "UDP"), "either"),)
    assert (browser.contradicts, browser.ordered, browser.of) == ("recursive", True, 0)
    assert document.follow_ups[0].criterion == "cache"
    assert document.goldens[1].score == (0.0, 0.0)


def test_a_document_survives_data_json_and_yaml():
    document = example()
    assert read_document(document_data(document)) == document
    assert read_document(json.loads(canonical_json(document_data(document)))) == document
    assert read_yaml_document(document_yaml(document)) == document


def test_yaml_written_once_is_written_the_same_again():
    written = document_yaml(example())
    assert document_yaml(read_yaml_document(written)) == written


def test_what_has_its_default_is_left_out_and_read_back():
    data = document_data(read_document(question_data()))
    assert not {"strictness", "max_answer", "goldens", "sources", "follow_ups"} & data.keys()
    assert read_document(data) == read_document(question_data())


def test_text_of_several_lines_is_written_as_a_block():
    assert "zh-Hans: |-\n" in document_yaml(example())


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_allowed_text_survives_yaml(text):
    data = question_data(sources=[text[:1000]], body={"en": text})
    document = read_document(data)
    assert read_yaml_document(document_yaml(document)) == document


LOOK_LIKE_YAML = [
    "a\u2028b",
    "a\u2029\nb",
    "a\n\n  b",
    "\u00a0a",
    "#a",
    "a: b",
    "- a",
    "'a'",
    "a\tb",
    "\ufeffa",
    "yes",
    "~",
]


@pytest.mark.parametrize("text", LOOK_LIKE_YAML)
def test_text_that_looks_like_yaml_survives(text):
    document = read_document(question_data(sources=[text]))
    assert document.sources == (text.strip(),)
    assert read_yaml_document(document_yaml(document)) == document


@pytest.mark.parametrize(
    "text", ["1.30", "010", "1_000", "10:30", "0x1F", "304", "-1", "2024-01-01", "1e3", "~x", "0.50"]
)
def test_numbers_among_terms_are_read_as_written(text):
    changed = TEXT.replace("terms: [少问]", f"terms: [{text}]")
    document = read_yaml_document(changed)
    assert document.rubric.criteria[2].concepts[1].terms == (text,)
    assert read_yaml_document(document_yaml(document)) == document


def test_the_digest_does_not_depend_on_the_order_of_keys():
    data = yaml.safe_load(TEXT)
    assert document_sha256(read_document(turned_round(data))) == document_sha256(example())
    assert sha256(turned_round(data)) == sha256(data)


@pytest.mark.parametrize(
    "change", [{"minutes": 6}, {"title": {"en": "Other"}}, {"tags": ["other"]}, {"status": "draft"}]
)
def test_the_digest_changes_with_the_document(change):
    assert document_sha256(read_document(question_data(**change))) != document_sha256(read_document(question_data()))


def test_the_order_of_tags_makes_no_difference():
    first, second = (read_document(question_data(tags=tags)) for tags in (["a", "b"], ["b", "a", "a"]))
    assert first == second


def test_canonical_json_is_sorted_compact_and_readable():
    assert canonical_json({"b": [1, 0.5], "a": "探针"}) == '{"a":"探针","b":[1,0.5]}'.encode()


def test_canonical_json_takes_lone_surrogates_and_refuses_nan():
    assert json.loads(canonical_json({"a": "x\ud800"})) == {"a": "x\ud800"}
    with pytest.raises(ValueError, match="Out of range"):
        canonical_json(float("nan"))


def test_a_stored_document_is_parsed_once():
    data = question_data()
    first = document_from_json(data, "digest-of-this-test")
    assert isinstance(first, QuestionDocument)
    assert document_from_json(dict(data), "digest-of-this-test") is first


def turned_round(value):
    if isinstance(value, dict):
        return {key: turned_round(value[key]) for key in sorted(value, reverse=True)}
    return [turned_round(entry) for entry in value] if isinstance(value, list) else value
