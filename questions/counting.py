"""How long an answer is, as people count."""

import re

from questions.scoring.words import CJK

_WORDS = re.compile(rf"[{CJK}]|[^\W_{CJK}]+")


def count_words(text: str) -> int:
    """Each Chinese character counts 1, each run of Latin letters or digits counts 1."""
    return sum(1 for _ in _WORDS.finditer(text))
