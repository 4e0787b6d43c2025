"""The shipped rubrics and the lexicon, with slips mended and longer forms: what holds for any answer."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from questions.domain.shipped import FOLDER, bank_folders, shipped_rubric
from questions.formats.document import canonical_json
from questions.formats.files import question_files, read_question_file
from questions.scoring.numbers import Number, find_numbers
from questions.scoring.score import score_answer
from questions.scoring.terms import read_term
from questions.scoring.words import squeeze
from tests.questions.scoring.test_any_text import MANY

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = [read_question_file(path) for folder in bank_folders() for path in question_files(folder)]
SLUGS = [document.slug for document in DOCUMENTS]
SLIPS = str.maketrans({"启": "起", "i": "ii", "e": "", "集": "叢", "：": "\u200b", " ": "\u00a0", "，": "<br>"})
LONGEST = 20_000
HOSTILE = {
    "empty": "",
    "spaces": " \n\t\u3000" * 5_000,
    "one word": "kubelet" * 3_000,
    "one Chinese word": "重启容器" * 5_000,
    "emoji": "👩‍💻👍🏽🇨🇳" * 2_500,
    "right to left": "\u202eteleb\u202c\u200f Pod \u2067ﻙ\u2069 שלום مرحبا" * 700,
    "zero width": "P\u200bo\u200dd\ufeff 重\u200b启 " * 2_000,
    "mixed scripts": "Pod под Ρod ＰＯＤ 容器 コンテナ 컨테이너 कंटेनर ሰላም " * 400,
    "lone surrogates": "\ud800Pod\udfff重启\udbff" * 2_500,
    "denials": "不是没有不会无法never not without 别勿未非" * 700,
    "denied lists": "没有 Pod、没有重启、no kubelet, never etcd、" * 600,
    "combining marks": "e" + "\u0301" * 19_999,
    "brackets": "([{<" * 5_000,
    "code": "`Pod` ```\nnot Pod\n``` " * 900,
}

NOISE = ["不", "没有", "not ", "never ", "但是", "\n", "。", "`", "\u200b", "\ud800", "👍"]


def answers_to(document):
    """(Slug, answer) with sentences of its model answer and golden answers, slips in them, denials and noise."""
    texts = (*document.model_answers.values(), *(golden.text for golden in document.goldens))
    sentences = st.sampled_from([line for text in texts for line in text.replace("。", "。\n").split("\n")])
    noise = st.one_of(st.sampled_from(NOISE), st.text(st.characters(exclude_categories=()), max_size=8))
    slips = sentences.map(lambda text: text.translate(SLIPS))
    answer = st.lists(st.one_of(sentences, slips, noise), max_size=12).map("".join)
    return st.tuples(st.just(document.slug), answer)


ASKED = st.one_of(map(answers_to, DOCUMENTS))


@cache
def rubric_of(slug):
    rubric = shipped_rubric(FOLDER, slug)
    assert rubric is not None
    return rubric


def holds_term(typed, found, rubric):
    """Whether the words that evidence marks are its term: one of its forms, or a slip of one, at most two a word."""
    words = squeeze(typed)
    slips = 2 * len(words.spelled) if found.how == "typo" else 0
    return any(
        all(holds(part, words) for part in form.parts) or slips >= distance(form, words.text)
        for form in read_term(found.term, rubric.lexicon)
    )


def holds(part, words):
    """Whether a stretch of a term, or a number of that value, is in marked words."""
    if isinstance(part, Number):
        return any(found.end(part) for found in find_numbers(words).values())
    return part.text in words.text


def distance(form, marked):
    """Slips between a text and a form, which is all of it but an English ending, or with `*` its beginning."""
    words = [part for part in form.parts if not isinstance(part, Number)]
    if not words:
        return len(marked)  # a number is never mended
    if len(words) < len(form.parts):
        marked = re.sub("[0-9]", "", marked)
    text = "".join(part.text for part in words)
    endings = words[-1].endings
    if endings is None:
        return min(OSA.distance(text, marked[:end]) for end in range(len(marked) + 1))
    return min(OSA.distance(text + ending, marked) for ending in endings)


def check(answer, rubric):
    """What every result must keep to."""
    result = score_answer(answer, rubric)
    assert 0 <= result.points <= result.max_points
    for one, criterion in zip(result.criteria, rubric.document.criteria, strict=True):
        assert one.points == 0 or one.evidence
        if one.status == "hit":
            assert len(one.evidence) == criterion.mode.needed(len(criterion.concepts))
        for found in one.evidence:
            assert 0 <= found.clause[0] <= found.start < found.end <= found.clause[1] <= len(answer)
            assert holds_term(answer[found.start : found.end], found, rubric)
    return result


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("slug", SLUGS)
def test_hostile_text_is_judged_like_any_other(slug, kind):
    check(HOSTILE[kind][:LONGEST], rubric_of(slug))


@MANY
@given(ASKED)
def test_every_point_has_evidence_that_holds_its_term(asked):
    slug, answer = asked
    check(answer, rubric_of(slug))


@MANY
@given(ASKED, st.sampled_from(["今天天气很好。", "Lunch was good today.", "👍", "（完）", "Ok."]))
def test_a_sentence_about_something_else_lowers_nothing_that_was_hit(asked, more):
    slug, answer = asked
    before, after = (score_answer(text, rubric_of(slug)) for text in (answer, f"{answer}\n{more}"))
    assert [one for one in before.criteria if one.status == "hit"] == [
        new for old, new in zip(before.criteria, after.criteria, strict=True) if old.status == "hit"
    ]


SCRIPT = """
import json, sys
from questions.domain.shipped import FOLDER, shipped_rubric
from questions.formats.document import canonical_json
from questions.scoring.score import score_answer
for slug, answer in json.load(sys.stdin):
    sys.stdout.buffer.write(canonical_json(score_answer(answer, shipped_rubric(FOLDER, slug)).data()) + b"\\n")
"""


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_process_with_another_hash_seed_gives_the_same_bytes(seed):
    asked = [(document.slug, golden.text) for document in DOCUMENTS for golden in document.goldens]
    asked += [(slug, text.translate(SLIPS)) for slug, text in asked]
    asked += [(SLUGS[0], text[:500]) for text in HOSTILE.values()]
    there = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(asked).encode(),
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    here = [canonical_json(score_answer(text, rubric_of(slug)).data()) for slug, text in asked]
    assert there.stdout.splitlines() == here
