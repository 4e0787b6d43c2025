"""Every problem of a document is said in Chinese on a Chinese page."""

import re

import polib
import pytest
from django.conf import settings
from django.utils.translation import override

from questions.admin.sayings import SAYINGS, said_here
from tests.questions.admin.pages import address, beside, save
from tests.questions.formats.problem_cases import BETWEEN_FIELDS, FIELDS, WHOLE_FILES

SAID = sorted({case[3] for case in [*FIELDS, *BETWEEN_FIELDS]})
PARSER = ("expected ','", "found unexpected", "mapping values", "but found another")  # words of the YAML parser


@pytest.mark.parametrize("text", [*SAID, *(said for _, _, said, _ in WHOLE_FILES if not said.startswith(PARSER))])
def test_every_problem_has_chinese_words_and_is_the_same_in_english(text):
    with override("zh-hans"):
        assert re.search("[\u4e00-\u9fff]", said_here(text))
    with override("en"):
        assert said_here(text) == text


def test_values_are_kept():
    with override("zh-hans"):
        assert said_here("has 4 entries, allowed are 0 to 3") == "有 4 项，应为 0 到 3 项"
        assert said_here("'ab*': there is no word in it") == "'ab*': 里面没有词"
        assert (
            said_here("goldens[1] (wrong): a is hit, not missed")
            == "第 1 号样例（wrong，从 0 数起）：a 判为 hit，应为 missed"
        )


@pytest.mark.parametrize("text", ["", "something else", "%(value)s %s", "'a': b", "has entries, allowed are"])
def test_what_nobody_has_translated_stays_as_it_is(text):
    with override("zh-hans"):
        assert said_here(text) == text


def test_every_saying_is_in_the_catalogue():
    catalogue = polib.pofile(str(settings.BASE_DIR / "locale/zh_Hans/LC_MESSAGES/django.po"))
    assert set(SAYINGS) <= {entry.msgid for entry in catalogue}


def test_a_chinese_page_speaks_chinese(writer, question):
    save(writer, question, **{"criteria-0-concepts": "好: kill\r\n坏: *", "minutes": "241"})
    writer.cookies["django_language"] = "zh-hans"
    page = writer.get(address("change", question)).content.decode()
    assert beside(page, "criteria-0-concepts") == []  # terms are judged once the fields are right
    assert beside(page, "minutes") == ["必须是 1 到 240 的整数"]
    save(writer, question, minutes="5")
    page = writer.get(address("change", question)).content.decode()
    assert beside(page, "criteria-0-concepts") == ["第 2 行：'*': * 前面要有至少 4 个字母的英文词"]
    assert "'*': * 前面要有至少 4 个字母的英文词" in writer.get(address("publish", question)).content.decode().replace(
        "&#x27;", "'"
    )
