"""20,000 characters of anything are judged in time."""

import time

import pytest

from questions.scoring.longer import Cover, Covers
from questions.scoring.score import score_answer
from tests.questions.scoring.test_any_text import RUBRIC

KINDS = [
    "Pod",
    "重启",
    "不",
    "没有重启",
    "not ",
    "not Pod ",
    "没有 etcd 就",
    "without etcd ",
    "`",
    "`Pod",
    "。",
    "，",
    ". ",
    "，重启",
]
KINDS += [
    "👍",
    "👩‍💻",
    "\ufdfa",
    "a\u0301",
    "\u0301",
    "<b",
    "<b>",
    "< ",
    "\n",
    " ",
    "\ud800",
    "滾",
    "ＡＢ",
    "1.30",
    "1.",
    "'",
    "不是不",
    "甲乙",
]
KINDS += ["etcd Pod 重启 固定 甲 乙。", "Ⅷ", "-", "./", "\u200b", "Pod restart* "]
KINDS += ["三", "三十", "三次", "3 次", "30 s ", "1,000", "thirty ", "3~", "半", "第3", "百分之"]


@pytest.mark.parametrize("kind", KINDS)
def test_20_000_characters_of_nonsense_are_judged_in_time(kind):
    answer = (kind * 20_000)[:20_000]
    started = time.process_time()
    result = score_answer(answer, RUBRIC)
    assert time.process_time() - started < 2
    assert 0 <= result.points <= result.max_points


def test_many_longer_forms_are_told_apart_in_time():
    covers = Covers([Cover(place, place + 2, "entry", is_slip=False) for place in range(0, 20_000, 4)])
    started = time.process_time()
    touched = [covers.touch(place) for place in range(20_000)]
    assert time.process_time() - started < 1
    assert touched == [place % 4 < 2 for place in range(20_000)]
