"""Text search: titles in both languages and names of topics, literally, and never anything that is hidden."""

from typing import Any

import pytest

from questions.domain.drafts import store_draft
from questions.domain.publishing import publish
from questions.formats.reading import read_document
from questions.models import Question, Tag
from tests.conftest import HtmlClient
from tests.factories import both, criterion_data, make_bank, make_question, question_data, step_data
from tests.interview.marked import MARKER, make_marked

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank() -> None:
    make_bank()
    Tag.objects.create(slug="network", title=both("网络", "Networking"))
    make_question("pods", position=1, title=both("Pod 怎么调度？", "How are Pods scheduled?"))
    make_question("dns", position=2, title=both("集群内的域名", "Names inside the cluster"), tags=["network"])
    make_question("signs", position=3, title=both("100% 的 a_b\\c", """What is "100%" of a_b\\c, isn't it?"""), tags=[])
    make_question("tags", position=4, title={"en": "What does <b>bold</b> do?"}, tags=[])


def found(browser: HtmlClient, text: str, **more: str) -> list[str]:
    response = browser.get("/questions/", {"q": text, **more})
    assert response.status_code == 200
    return [row.slug for row in response.context["questions"]]


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("pods", ["pods"]),
        ("  PODS  ", ["pods"]),
        ("ｐｏｄｓ", ["pods"]),
        ("调度", ["pods"]),
        ("調度", ["pods"]),  # traditional
        ("度", ["pods"]),
        ("pods 调度", ["pods"]),  # each word, in any language and order
        ("scheduled how", ["pods"]),
        ("pods cluster", []),
        ("network", ["dns"]),
        ("网络", ["dns"]),
        ("網絡", ["dns"]),
        ("names networking", ["dns"]),
        ("lifecycle", ["pods"]),
        ("%", ["signs"]),
        ("_", ["signs"]),
        ("\\", ["signs"]),
        ("\\c", ["signs"]),
        ("100%", ["signs"]),
        ("0%of", []),
        ("a_b", ["signs"]),
        ("a__b", []),
        ("a%b", []),
        ('"100%"', ["signs"]),
        ("isn't", ["signs"]),
        ("isn’t", ["signs"]),
        ("'; drop table", []),
        ("foo & | ! :*", []),
        ("pods:*", []),
        ("(", []),
        ("bold", ["tags"]),
        ("\x00pods\x00", ["pods"]),
        ("\u200bpods", ["pods"]),
    ],
)
def test_words_are_found_literally(text: str, slugs: list[str], bank: None, guest: HtmlClient) -> None:
    assert found(guest, text) == slugs


@pytest.mark.parametrize("signs", ["<b>", "\u200b", "\u202e"])
def test_signs_that_mean_nothing_find_nothing(signs: str, bank: None, guest: HtmlClient) -> None:
    assert found(guest, signs) == []


def test_query_is_cut_at_200_characters(bank: None, guest: HtmlClient) -> None:
    assert found(guest, " " * 50 + "pods" + " " * 196 + "nothing") == ["pods"]
    response = guest.get("/questions/", {"q": "词" * 10_000})
    assert (response.status_code, response.context["filters"].text) == (200, "词" * 200)


@pytest.mark.parametrize(
    "text", ["a " * 1_000, "x" * 10_000, "ﷺ" * 4_000, "a" + "\u0301" * 4_000, "%" * 200, "(" * 200]
)
def test_long_queries_are_answered(text: str, bank: None, guest: HtmlClient) -> None:
    assert guest.get("/questions/", {"q": text}).status_code == 200


def test_broken_bytes_are_answered(bank: None, guest: HtmlClient) -> None:
    assert guest.get("/questions/?q=%ff%fe%ed%a0%80").status_code == 200


def test_search_and_filters_go_together(bank: None, guest: HtmlClient) -> None:
    assert found(guest, "network", topic="lifecycle") == []
    assert found(guest, "the", topic="network") == ["dns"]


def test_draft_is_not_searched_before_it_is_published(guest: HtmlClient) -> None:
    question = make_question(tags=["lifecycle"])
    draft = question_data("probes", title=both("新题目", "Fresh words"), tags=["brand-new"])
    store_draft(question.bank, read_document(draft), position=1)

    assert [found(guest, text) for text in ("fresh", "新题目", "brand-new")] == [[], [], []]
    assert found(guest, "which probes lifecycle") == ["probes"]


def test_only_the_current_version_is_searched(guest: HtmlClient) -> None:
    make_question(title=both("旧", "Outdated"))
    make_question(title=both("新", "Modern"))

    assert (found(guest, "outdated"), found(guest, "modern")) == ([], ["probes"])


def test_closed_bank_is_not_searched(guest: HtmlClient, admin: HtmlClient) -> None:
    make_question("hush", bank=make_bank("secret", public=False), title=both("秘密", "Clandestine"))

    assert (found(guest, "clandestine"), found(admin, "clandestine")) == ([], ["hush"])


@pytest.mark.parametrize(
    "hidden",
    [
        {
            "steps": [
                step_data(1) | {"body": both("秘方", "zebra body"), "title": both("秘方", "zebra title")},
                step_data(2),
            ]
        },
        {"rubric": {"criteria": [criterion_data("zebra", title=both("秘方", "zebra"), missed=both("秘方", "zebra"))]}},
        {"rubric": {"criteria": [criterion_data("a", concepts=[{"name": "zebra", "terms": ["zebra", "秘方"]}])]}},
        {"rubric": {"criteria": [criterion_data("a", hints=[both("秘方", "zebra hint")])]}},
        {"follow_ups": [{"for": "restart", "text": both("秘方", "zebra next")}]},
        {"sources": ["zebra"]},
        {"body": both("秘方", "zebra body of the question")},  # not hidden, but not what the list searches
    ],
    ids=lambda hidden: next(iter(hidden)),
)
def test_hidden_words_change_neither_hits_nor_counts_nor_order(hidden: dict[str, Any], admin: HtmlClient) -> None:
    """What an author edits behind the question makes no difference to any list."""
    for position, slug in enumerate(("first", "second", "third"), start=1):
        make_question(slug, position=position)

    def seen() -> list[Any]:
        queries = [
            "",
            "?q=zebra",
            "?q=秘方",
            "?q=probes",
            "?ordering=criteria",
            "?q=probes&steps__body__contains=zebra",
        ]
        pages = [admin.get(f"/questions/{query}").context for query in queries]
        return [([row.slug for row in page["questions"]], page["found"], page["total"]) for page in pages]

    before = seen()
    publish(Question.objects.get(slug="second"), read_document(question_data("second") | hidden))

    everything = (["first", "second", "third"], 3, 3)
    assert before == seen() == [everything, ([], 0, 3), ([], 0, 3), everything, everything, everything]


@pytest.mark.parametrize(
    "name", ["term1", "syn1", "concept1", "key1", "title1en", "hint1aen", "step1bodyen", "note", ""]
)
def test_marked_words_are_not_found(name: str, candidate: HtmlClient) -> None:
    make_marked()

    assert found(candidate, MARKER + name) == []


def test_columns_are_taken_from_the_document() -> None:
    version = make_question(title=both("「探針」100%", "PROBES"), tags=["lifecycle", "a"]).current

    assert (version.tags, version.search) == (["a", "lifecycle"], "「探针」100%\nprobes")
    assert Question.objects.filter(current__search__contains="0%\np").exists()
