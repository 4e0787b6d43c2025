"""Two texts, word by word."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.domain.wording import Pieces, diff_words


def marked(pieces: Pieces) -> str:
    """Changed runs in square brackets."""
    return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in pieces)


CASES = [
    ("", "", "", ""),
    ("same text", "same text", "same text", "same text"),
    ("", "new", "", "[new]"),
    ("old", "", "[old]", ""),
    ("The pod restarts.", "The pod never restarts.", "The pod restarts.", "The pod [never ]restarts."),
    ("容器会重启。", "容器不会重启。", "容器会重启。", "容器[不]会重启。"),
    ("失败了就重启容器", "失败三次就重启容器", "失败[了]就重启容器", "失败[三次]就重启容器"),
    ("restarted Pod", "restart Pod", "[restarted] Pod", "[restart] Pod"),  # whole words only
    ("alpha of beta", "gamma of delta", "[alpha of beta]", "[gamma of delta]"),  # no small islands
    ("a\nb", "a\n\nb", "a[\n]b", "a[\n\n]b"),
]


@pytest.mark.parametrize(("before", "after", "old", "new"), CASES)
def test_changed_words(before: str, after: str, old: str, new: str) -> None:
    assert tuple(marked(side) for side in diff_words(before, after)) == (old, new)


TEXTS = st.text(st.sampled_from("ab 容器\n。,._🙂é"), max_size=60) | st.text(max_size=30)


@given(TEXTS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_and_what_is_unchanged_is_the_same(before: str, after: str) -> None:
    sides = diff_words(before, after)

    assert tuple("".join(piece.text for piece in side) for side in sides) == (before, after)
    same = ["".join(piece.text for piece in side if not piece.changed) for side in sides]
    assert same[0] == same[1]


@pytest.mark.parametrize("unit", ["a ", "a b c d ", "容器", "x。", "\n", "." * 3])
@pytest.mark.parametrize("length", [3_990, 20_000])
def test_long_texts_take_no_time(unit: str, length: int) -> None:
    text = (unit * length)[:length]
    other = "".join(chr(0x4E00 + n * n % 97) for n in range(length))

    start = time.process_time()
    for before, after in ((text, other), (other, other[::-1]), (text, text[: length // 2] + "z" + text[length // 2 :])):
        diff_words(before, after)
    assert time.process_time() - start < 2
