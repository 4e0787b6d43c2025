"""Folding: what counts as the same text, and where each character stood in the text as typed."""

import time

import pytest

from questions.scoring.fold import Folded, _fold_slowly, fold

FOLDS = [  # typed, folded, what it shows
    ("Pod", "pod", "case"),
    ("STRASSE straße", "strasse strasse", "full case folding, one letter becomes two"),
    ("ＣＮＩ插件，ok！", "cni插件,ok!", "full width"),
    ("ﬁlter oﬃce", "filter office", "ligatures"),
    ("①②", "12", "circled digits"),
    ("k8s\u200b\u200dpod\ufeff", "k8spod", "zero-width characters and BOM"),
    ("de\u00adploy", "deploy", "soft hyphen"),
    ("\u202epod\u202c", "pod", "direction marks"),
    ("⚠\ufe0f", "⚠", "variation selector"),
    ("滾動更新臺灣網路", "滚动更新台湾网路", "traditional characters"),
    ("kube‐proxy–a—b−c", "kube-proxy-a-b-c", "dashes"),
    ("don’t “x”", 'don\'t "x"', "curly quotes"),
    ("a\u3000b\u00a0c\td", "a b c d", "spaces"),
    ("a…b", "a,b", "an ellipsis is a pause"),
    ("用`Pod`吗", "用`pod`吗", "backticks stay: they mark code"),
    ("a\r\nb\rc\u2028d", "a\n\nb\nc\nd", "line ends"),
    ("e\u0301tcd", "étcd", "a letter and its mark become one"),
    ("<b>Pod</b><br/>x", "podx", "HTML tags"),
    ('<p class="a">Pod</p>', "pod", "HTML tags with attributes"),
    ("a < b > c", "a < b > c", "signs of comparison are no tags"),
    ("List<String> <node>", "list<string> <node>", "unknown tags are text"),
    ("\ud800Pod", "\ufffdpod", "a lone surrogate"),
    ("👍🏽Pod👩‍💻", "👍🏽pod👩💻", "emoji keep their places"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("typed", "folded", "shows"), FOLDS, ids=[row[2] for row in FOLDS])
def test_text_is_folded(typed, folded, shows):
    assert fold(typed).text == folded


@pytest.mark.parametrize(("typed", "folded", "shows"), FOLDS, ids=[row[2] for row in FOLDS])
def test_the_quick_ways_give_what_the_slow_one_gives(typed, folded, shows):
    slow = _fold_slowly(typed)
    assert slow.text == folded
    quick = fold(typed)
    assert [quick.span(place, place + 1) for place in range(len(folded))] == [
        slow.span(place, place + 1) for place in range(len(folded))
    ]


@pytest.mark.parametrize(
    ("typed", "found", "as_typed"),
    [
        ("用ＥＴＣＤ存", "etcd", "ＥＴＣＤ"),
        ("an oﬃce", "office", "oﬃce"),
        ("an oﬃce", "ff", "ﬃ"),
        ("po\u200bd here", "pod", "po\u200bd"),
        ("<b>Pod</b> runs", "pod", "Pod"),
        ("Po<b>d</b>s", "pods", "Po<b>d</b>s"),
        ("e\u0301tcd", "é", "e\u0301"),
        ("👍🏽 Pod", "pod", "Pod"),
        ("滾動更新", "更新", "更新"),
        ("a\r\nPod", "pod", "Pod"),
        ("\ud800ＰＯＤ", "pod", "ＰＯＤ"),
    ],
)
def test_a_folded_stretch_leads_back_to_what_was_typed(typed, found, as_typed):
    folded = fold(typed)
    place = folded.text.index(found)
    start, end = folded.span(place, place + len(found))
    assert typed[start:end] == as_typed


def test_places_are_not_stored_where_nothing_moves():
    assert fold("Pod 重启。") == Folded("pod 重启。")


def test_a_run_of_marks_is_cut():
    folded = fold("a" + "\u0323" * 4_000 + "bc")
    assert len(folded.text) <= 33
    assert folded.text.endswith("bc")
    assert folded.span(len(folded.text) - 1, len(folded.text)) == (4_002, 4_003)


def test_text_that_grows_is_cut():
    assert len(fold("\ufdfa" * 20_000).text) <= 80_100


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0301" * 4_000,
        "a" + "\u0301\u0316" * 2_000,
        "\ufdfa" * 4_000,
        "<b" * 2_000,
        "<b " + "x" * 4_000,
        "<" * 4_000,
    ],
    ids=["marks", "marks to reorder", "grows 18-fold", "half tags", "long half tag", "signs"],
)
def test_folding_is_quick(text):
    started = time.process_time()
    fold(text)
    assert time.process_time() - started < 1
