"""Squeezing: the edges of words, and where clauses and sentences begin."""

import pytest

from questions.scoring.words import squeeze


@pytest.mark.parametrize(
    ("typed", "squeezed"),
    [
        ("kube-apiserver", "kubeapiserver"),
        ("kube apiserver", "kubeapiserver"),
        ("kube_api/server.x", "kubeapiserverx"),
        ("**Pod** `重启`", "pod重启"),
        ("《Pod》「重启」【x】", "pod重启x"),
        ("Config Map", "configmap"),
        ("a, b: c", "a,b:c"),
        ("1.30 版", "1.30版"),
        ("node's limit", "nodeslimit"),
        ("don't", "don't"),
        ("Pod。重启；好", "pod。重启;好"),
        ("a\n\nb", "a\n\nb"),
        ("a、b", "a、b"),
        ("restart the container", "restartcontainer"),
        ("The kubelet has an eye on a Pod", "kubelethaseyeonpod"),
        ("用 the kubelet", "用kubelet"),
        ("an A record and a record", "arecordandrecord"),
        ("\u200ban A record", "arecord"),
        ("the, bathe in, sofa is", "the,bathein,sofais"),
        ("class-a network", "classanetwork"),
    ],
)
def test_text_is_squeezed(typed, squeezed):
    assert squeeze(typed).text == squeezed


def test_offsets_hold_where_articles_are_left_out():
    typed = "it restarts the container"
    words = squeeze(typed)
    assert words.articles == 1
    place = words.text.index("restartscontainer")
    assert words.typed_span(place, place + len("restartscontainer")) == (3, len(typed))


@pytest.mark.parametrize(
    ("typed", "edges"),
    [
        ("pod", [True, False, False, True]),
        ("用pod吗", [True, True, False, False, True, True]),
        ("a-b", [True, True, True]),
        ("k8s", [True, False, False, True]),
        ("重启", [True, True, True]),
        ("ꔀꔁ", [True, False, True]),
    ],
)
def test_a_term_may_begin_and_end_at_edges_only(typed, edges):
    words = squeeze(typed)
    assert [words.is_edge(place) for place in range(len(words.text) + 1)] == edges


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        ("甲。乙！丙？丁；戊", ["甲。", "乙!", "丙?", "丁;", "戊"]),
        ("one. two! three? four; five\nsix", ["one.", "two!", "three?", "four;", "five\n", "six"]),
        ("用 v1.30 和 0.5 秒。好", ["用v1.30和0.5秒。", "好"]),
        ("kube.io is its name", ["kubeioisitsname"]),
        ("甲，乙、丙", ["甲,乙、丙"]),
        ("等等……然后", ["等等,,然后"]),
    ],
)
def test_sentences_begin_after_their_ends(typed, sentences):
    assert pieces(squeeze(typed), "sentences") == sentences


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("甲，乙：丙", ["甲,", "乙:", "丙"]),
        ("甲、乙和丙", ["甲、乙和丙"]),
        ("好但是慢", ["好", "但是慢"]),
        ("好但慢", ["好", "但慢"]),
        ("不但好", ["不但好"]),
        ("但凡好", ["但凡好"]),
        ("不是甲而是乙", ["不是甲", "而是乙"]),
        ("甲反而乙不过丙", ["甲", "反而乙", "不过丙"]),
        ("fast but small", ["fast", "butsmall"]),
        ("one button", ["onebutton"]),
        ("x however y instead z", ["x", "howevery", "insteadz"]),
        ("x and y or z", ["xandyorz"]),
        ("甲。乙，丙", ["甲。", "乙,", "丙"]),
    ],
)
def test_clauses_begin_after_commas_and_at_turning_words(typed, clauses):
    assert pieces(squeeze(typed), "clauses") == clauses


@pytest.mark.parametrize(
    ("typed", "statements"),
    [
        ("失败时，重启。好", ["失败时,重启。", "好"]),
        ("没通过的话，就绪失败以后，摘流量", ["没通过的话,就绪失败以后,摘流量"]),
        ("失败就重启，然后，摘流量", ["失败就重启,", "然后,", "摘流量"]),
        ("失败时：重启", ["失败时:", "重启"]),
        ("定时，最后，目前，好", ["定时,", "最后,", "目前,", "好"]),
        ("When it fails, it restarts. If not, not", ["whenitfails,itrestarts.", "ifnot,not"]),
        (
            "if liveness fails the container restarts, readiness drains",
            ["iflivenessfailscontainerrestarts,", "readinessdrains"],
        ),
        ("it fails, it restarts", ["itfails,", "itrestarts"]),
    ],
)
def test_a_condition_belongs_to_the_clause_behind_it(typed, statements):
    assert pieces(squeeze(typed), "statements") == statements


@pytest.mark.parametrize(
    ("typed", "found", "as_typed"),
    [
        ("The **kube-api server**!", "kubeapiserver", "kube-api server"),
        ("用 ＥＴＣＤ。", "etcd", "ＥＴＣＤ"),
        ("Po<b>d</b>s run", "pods", "Po<b>d</b>s"),
        ("滾 動 更 新", "滚动更新", "滾 動 更 新"),
        ("`replicas: 3`", "replicas:3", "replicas: 3"),
    ],
)
def test_a_stretch_leads_back_to_what_was_typed(typed, found, as_typed):
    words = squeeze(typed)
    place = words.text.index(found)
    start, end = words.typed_span(place, place + len(found))
    assert typed[start:end] == as_typed


@pytest.mark.parametrize(
    ("typed", "inside", "clause"),
    [
        ("先建 Pod，然后重启它。完", "重启", "然后重启它"),
        ("A: `Pod` restarts, then b", "pod", "Pod` restarts"),
        ("(Pod) x", "pod", "Pod) x"),
        ("Pod", "pod", "Pod"),
        ("、Pod、", "pod", "Pod"),
        ("The Pod restarts. A  probe fails", "pod", "The Pod restarts"),
        ("The Pod restarts. A probe fails, a  node too", "node", "a  node too"),
        ("用 the Pod", "pod", "用 the Pod"),
        ("\u200bThe Pod", "pod", "The Pod"),
    ],
)
def test_a_clause_is_shown_without_the_punctuation_at_its_ends(typed, inside, clause):
    words = squeeze(typed)
    start, end = words.typed_clause(words.text.index(inside))
    assert typed[start:end] == clause


def pieces(words, kind):
    begins = getattr(words, kind)
    return [words.text[start:end] for start, end in zip(begins, [*begins[1:], len(words.text)], strict=True)]


@pytest.mark.parametrize("before", ["x", "字"])
def test_all_space_but_line_ends_vanishes(before):
    spaces = [chr(code) for code in range(0x110000) if chr(code).isspace()]
    kept = {space for space in spaces if squeeze(f"{before}{space}b").text != f"{before}b"}
    assert kept == set("\n\r\x85\u2028\u2029")
