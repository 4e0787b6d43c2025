"""The lexicon as a file: what is wrong is named, and the shipped one is right."""

import pytest

from questions.domain.shipped import FOLDER
from questions.formats.lexicon_file import LEXICON_FILE, lexicon_data, read_lexicon, read_lexicon_file
from questions.formats.problems import InvalidDocument

POD = {"id": "k8s.pod", "kind": "word", "en": ["pod"], "zh": ["容器组"]}


def data(*entries: dict, **fields: object) -> dict:
    return {"revision": 1, "entries": list(entries), "words": "about again", **fields}


def test_the_shipped_lexicon_is_valid_and_large_enough():
    lexicon = read_lexicon_file(FOLDER / LEXICON_FILE)
    assert len(lexicon.entries) >= 250
    assert len(lexicon.by_id) == len(lexicon.entries)
    assert {"state", "stage", "about", "table"} <= lexicon.words | lexicon.by_form.keys()


def test_data_comes_back_as_it_was():
    assert lexicon_data(read_lexicon(data(POD))) == data(POD)


@pytest.mark.parametrize(
    ("broken", "field", "said"),
    [
        (data(POD, {**POD, "id": "k8s.other", "zh": []}), "entries", "stands in k8s.other and in k8s.pod"),
        (data({**POD, "kind": "noun"}), "entries[0].kind", "is unknown; known are identifier"),
        (data({**POD, "forms": []}), "entries[0].forms", "unknown field"),
        (data(POD, revision=0), "revision", "must be a whole number"),
        (data(), "entries", "has 0 entries"),
    ],
)
def test_problems_are_named(broken, field, said):
    with pytest.raises(InvalidDocument) as raised:
        read_lexicon(broken)
    (problem,) = raised.value.problems
    assert problem.field == field
    assert said in problem.text
