"""Searching by grams misses nothing: whatever a text contains, its grams contain the grams of."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from questions.domain.search import search_text, search_words, word_grams

TEXTS = st.text(max_size=40) | st.text("ab%_ \n\u3000題目İßǅ🙂", max_size=40)


def grams(text: str) -> list[str]:
    """As the database makes them for a version."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT questions_grams(%s)", [text])
        return sorted(cursor.fetchone()[0])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", []),
        ("a", ["a"]),
        ("abc", ["a", "ab", "b", "bc", "c"]),
        ("aa\na", ["\n", "\na", "a", "a\n", "aa"]),
        ("题%🙂", ["%", "%🙂", "题", "题%", "🙂"]),
    ],
)
def test_grams_are_characters_and_pairs(text: str, made: list[str]) -> None:
    assert grams(text) == made


@pytest.mark.parametrize(("word", "pairs"), [("a", ["a"]), ("ab", ["ab"]), ("abab", ["ab", "ba"]), ("题目", ["题目"])])
def test_word_is_looked_for_by_its_pairs(word: str, pairs: list[str]) -> None:
    assert word_grams(word) == pairs


@pytest.mark.django_db
@given(zh=TEXTS, en=TEXTS, typed=TEXTS)
def test_no_word_of_a_title_is_missed_by_its_grams(zh: str, en: str, typed: str) -> None:
    text = search_text({"zh-Hans": zh.replace("\x00", ""), "en": en.replace("\x00", "")})
    made = set(grams(text))
    for word in search_words(typed) + search_words(zh) + search_words(en) + search_words(zh[1:] + en[:-1]):
        if word in text:
            assert set(word_grams(word)) <= made
