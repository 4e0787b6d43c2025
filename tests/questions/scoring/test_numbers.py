"""Numbers in terms are compared by value and unit, however they are written."""

import pytest

from questions.scoring.compile import compile_rubric
from questions.scoring.numerals import chinese_number
from questions.scoring.rubric import RubricDocument
from questions.scoring.score import score_answer
from tests.questions.scoring.lexicons import LEXICON
from tests.questions.scoring.rubrics import criterion, judged, shown, status

SAME = [  # term, answer, what is marked
    ("3", "有三个副本", "三"),
    ("3", "副本数是３", "３"),
    ("三", "3 个副本", "3"),
    ("2", "两个副本", "两"),
    ("30", "等三十下", "三十"),
    ("30", "thirty of them", "thirty"),
    ("三百多", "返回 300 多", "300 多"),
    ("350", "三百五十个", "三百五十"),
    ("25", "twenty-five nodes", "twenty-five"),
    ("30000", "3 万个", "3 万"),
    ("30000", "三万以上", "三万"),
    ("30k", "30000 起", "30000"),
    ("1,000", "1000 个", "1000"),
    ("1000", "1,000 个", "1,000"),
    ("443", "开放 80，443", "443"),
    ("二〇一四年开源", "2014 年开源", "2014 年开源"),
    ("30 seconds", "默认 30s", "30s"),
    ("30 seconds", "默认 30 秒", "30 秒"),
    ("30 seconds", "默认三十秒", "三十秒"),
    ("30 seconds", "默认半分钟", "半分钟"),
    ("30 seconds", "half a minute later", "half a minute"),
    ("30 second*", "after 30 secs", "30 secs"),
    ("三十秒", "a thirty-second grace", "thirty-second"),
    ("三十秒", "**30** 秒", "30** 秒"),
    ("60s", "一分钟", "一分钟"),
    ("1 minute", "等 60 秒钟", "60 秒钟"),
    ("5 分钟", "up to 5m", "5m"),
    ("1.5 小时", "90 分钟", "90 分钟"),
    ("3 个小时", "三小时", "三小时"),
    ("1Gi", "给 1024Mi", "1024Mi"),
    ("1Gi", "1024 MiB", "1024 MiB"),
    ("0.5 core", "500m", "500m"),
    ("500m", "0.5 核", "0.5 核"),
    ("10%", "百分之十", "百分之十"),
    ("below 10%", "below ten percent", "below ten percent"),
    ("3 times", "失败三次", "三次"),
    ("失败 3 次", "连续失败三次", "失败三次"),
    ("every 10 seconds", "every ten seconds", "every ten seconds"),
    ("three failures", "after 3 failure", "3 failure"),
    ("第二种", "第 2 种", "第 2 种"),
    ("1 个副本", "只有一个副本", "一个副本"),
    ("退出码为 0", "退出码为零的时候", "退出码为零"),
    ("signal 14", "SIGNAL14", "SIGNAL14"),
    ("30000-32767", "30000~32767", "30000~32767"),
    ("30000-32767", "30000～32767", "30000～32767"),
    ("30000-32767", "30000 至 32767", "30000 至 32767"),
    ("30000-32767", "从三万到32767", "三万到32767"),
    ("30000-32767", "30000 to 32767", "30000 to 32767"),
    ("30000 到 32767", "30,000–32,767", "30,000–32,767"),
    ("10 到 30 秒", "10-30s", "10-30s"),
    ("1.30", "1.30 起", "1.30"),
]

OTHER = [  # term, answer
    ("3", "30"),
    ("3", "十三"),
    ("3", "3.5"),
    ("3", "1.3"),
    ("3", "k3s"),
    ("80", "8080"),
    ("1", "1,000"),
    ("304", "304s"),
    ("1.30", "1.3"),
    ("30 s", "30 m"),
    ("30 s", "30 ms"),
    ("30 s", "30 servers"),
    ("30 s", "30"),
    ("30 秒", "30 分钟"),
    ("十秒", "三十秒"),
    ("10 秒", "几十秒"),
    ("三次", "第三次"),
    ("三次", "十三次"),
    ("3 次", "两三次"),
    ("8 秒", "k8s"),
    ("1Gi", "1 GB"),
    ("10%", "10 个"),
    ("10 分钟", "十分重要"),
    ("30 秒", "个半秒"),
    ("30000-32767", "30000 和 32767"),
    ("30000-32767", "32767-30000"),
    ("返回 1", "返回一个错误"),
    ("失败 3 次", "失败 4 次"),
    ("every 10 seconds", "every 10 minutes"),
]

WORDS = ["一个", "一些", "统一", "三方", "第三方", "一旦", "万一", "二次开发", "三三两两", "十分", "no one", "零散"]


@pytest.mark.parametrize(("term", "answer", "marked"), SAME)
def test_the_same_value_is_found(term, answer, marked):
    result = judged(answer, term)
    assert (result.status, shown(answer, result)) == ("hit", [marked])


@pytest.mark.parametrize(("term", "answer"), OTHER)
def test_another_value_or_unit_is_not(term, answer):
    assert status(answer, term) == "missed"


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("term", ["0", "1", "2", "3", "4", "10", "10000", "1 个", "3 次"])
def test_a_numeral_in_an_ordinary_word_is_no_number(term, word):
    assert status(f"这里{word}的事", term) == "missed"


@pytest.mark.parametrize(
    ("term", "answer", "marked"),
    [("等 30 秒", "先<b>等</b>３０\u200b秒。", "等</b>３０\u200b秒"), ("30 秒", "ﬃ滾動，三十秒", "三十秒")],
)
def test_evidence_is_right_in_the_text_as_typed(term, answer, marked):
    assert shown(answer, judged(answer, term)) == [marked]


def test_a_number_can_be_denied():
    assert status("默认不是 30 秒", "三十秒") == "negated"


@pytest.mark.parametrize(
    ("term", "typed"),
    [("sixty replicas", "sixth replicas"), ("四十秒", "四石秒"), ("failed 30 times", "failed 31 times")],
)
def test_no_number_is_taken_for_a_slip(term, typed):
    rubric = compile_rubric(RubricDocument((criterion("key", term),)), lexicon=LEXICON)
    assert score_answer(typed, rubric).criteria[0].status == "missed"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("零", 0), ("十", 10), ("十二", 12), ("二十三", 23), ("一百", 100), ("两百零五", 205), ("三百五", 350)),
        *(("一千零一", 1_001), ("三万二", 32_000), ("三万二千七百六十七", 32_767), ("二〇一四", 2_014)),
        *(("七八", None), ("万一", None), ("三三两两", None), ("千万", None), ("一百零", None)),
    ],
)
def test_chinese_numerals_are_read(text, value):
    assert chinese_number(text) == value
