"""An author's term: what it matches, and what is said when it cannot work."""

import pytest

from questions.scoring.terms import read_term, term_problem
from tests.questions.scoring.rubrics import judged, shown, status

NO_WORD = "there is no word in it"
STAR = "* needs a Latin word of at least 4 letters before it"
ENTRY = "a lexicon entry is written @ and its id, such as @k8s.pod"


@pytest.mark.parametrize(
    ("term", "problem"),
    [
        ("Pod", ""),
        ("重启", ""),
        ("kube-apiserver", ""),
        ("schedul*", ""),
        ("conditional request*", ""),
        ("download* again", ""),
        ("304", ""),
        (".NET", ""),
        ("C++", ""),
        ("@http.ttl", ""),
        ("(a+)+$", ""),  # literal text, no expression
        ("1000*", ""),
        ("*", STAR),
        ("lock.*wait.*graph.*cycle", STAR),
        ("pod*", STAR),
        ("a b*", STAR),
        ("schedul**", STAR),
        ("*schedul", STAR),
        ("重启*", STAR),
        ("调度*器", STAR),
        ("", NO_WORD),
        ("  ", NO_WORD),
        ("。，！", NO_WORD),
        ("--", NO_WORD),
        ("\u200b", NO_WORD),
        ("👍", NO_WORD),
        ("@", ENTRY),
        ("@Pod", ENTRY),
        ("@k8s pod", ENTRY),
    ],
)
def test_a_term_that_cannot_work_is_explained(term, problem):
    assert term_problem(term) == problem


@pytest.mark.parametrize(
    ("term", "answer", "found"),
    [
        ("schedul*", "the Scheduler picks", "Scheduler"),
        ("schedul*", "it schedules, then", "schedules"),
        ("schedul*", "schedul", "schedul"),
        ("schedul*", "rescheduled", None),
        ("conditional request*", "Conditional requests help", "Conditional requests"),
        ("conditional request*", "conditional-request", "conditional-request"),
        ("download* again", "it downloads again", "downloads again"),
        ("download* again", "downloading again and again", "downloading again"),
        ("download* again", "downloads it again", None),
        ("download* again", "downloads against", None),
        ("schedul* 节点", "scheduler 节点", "scheduler 节点"),
        ("schedul*", "用scheduler选", "scheduler"),
        ("C++", "用 C++ 写", "C++"),
        (".NET", "用 .NET 写", ".NET"),
    ],
)
def test_a_star_takes_the_rest_of_one_word(term, answer, found):
    assert (shown(answer, judged(answer, term)) or [None]) == [found]


@pytest.mark.parametrize(
    ("term", "how"), [("schedul*", "prefix"), ("scheduler", "exact"), ("download* again", "prefix")]
)
def test_evidence_says_how_the_term_was_found(term, how):
    (evidence,) = judged("the scheduler downloads again", term).evidence
    assert (evidence.term, evidence.how) == (term, how)


def test_a_lexicon_reference_matches_nothing_yet():
    assert read_term("@k8s.pod") == []
    assert status("@k8s.pod k8s pod", "@k8s.pod") == "missed"


@pytest.mark.parametrize("term", ["(a+)+$", "a|b", "^x$", "\\d+", "[ab]"])
def test_signs_of_regular_expressions_are_literal(term):
    assert status("aaaaaaaa 5 x b", term) == "missed"


@pytest.mark.parametrize("term", ["", "*", "**", "@", "，", "\ud800", "*a*", "\x00", "<b>"])
def test_any_term_can_be_compiled(term):
    assert status("a, b * @ \ud800 <b>x</b>", term) in ("missed", "hit")
