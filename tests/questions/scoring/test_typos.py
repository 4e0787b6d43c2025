"""What is found out about a word is remembered, and never for too many words."""

import pytest

from questions.scoring import typos
from questions.scoring.typos import Speller
from questions.scoring.words import squeeze
from tests.questions.scoring.lexicons import LEXICON

ANSWER = "One deployement and one namesapce and one deployement of something else."
MENDED = "one deployment and one namespace and one deployment of something else ."


@pytest.fixture
def looked_up(monkeypatch):
    """Words compared with those of the terms, in order."""
    words = []
    extract = typos.process.extract
    monkeypatch.setattr(typos.process, "extract", lambda word, *a, **b: words.append(word) or extract(word, *a, **b))
    return words


def mend(speller, answer=ANSWER):
    return " ".join(speller.mend(squeeze(answer)).spelled)


def test_each_word_is_compared_once(looked_up):
    speller = Speller(["Deployment", "namespace"], LEXICON)
    assert [mend(speller) for _ in range(2)] == [MENDED, MENDED]
    assert looked_up == ["deployement", "namesapce", "something"]


def test_what_is_remembered_has_an_end(looked_up, monkeypatch):
    monkeypatch.setattr(typos, "REMEMBERED", 2)
    speller = Speller(["Deployment", "namespace"], LEXICON)
    assert [mend(speller) for _ in range(3)] == [MENDED] * 3
    assert len(looked_up) > 3
