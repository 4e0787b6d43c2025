"""Lexicon revisions are kept for ever, because results name them."""

from pathlib import Path

import pytest
from django.db import IntegrityError, connection

from questions.domain.lexicons import current_lexicon, load_lexicon
from questions.formats.problems import InvalidDocument
from questions.scoring.lexicon import NO_LEXICON

pytestmark = pytest.mark.django_db
TEXT = "revision: {}\nentries:\n  - {{id: k8s.pod, kind: word, en: [{}]}}\nwords: about\n"


def write(folder: Path, revision: int, form: str) -> Path:
    (folder / "lexicon.yaml").write_text(TEXT.format(revision, form), encoding="utf-8")
    return folder


def test_without_one_there_is_none(tmp_path):
    assert (load_lexicon(tmp_path), current_lexicon()) == (False, NO_LEXICON)


def test_a_file_becomes_a_revision_once(tmp_path):
    assert [load_lexicon(write(tmp_path, 3, "pod")) for _ in range(2)] == [True, False]
    assert current_lexicon().revision == 3


def test_the_newest_one_is_used(tmp_path):
    load_lexicon(write(tmp_path, 2, "pod"))
    load_lexicon(write(tmp_path, 1, "older"))
    assert current_lexicon().revision == 2


def test_a_number_keeps_its_content(tmp_path):
    load_lexicon(write(tmp_path, 1, "pod"))
    with pytest.raises(InvalidDocument, match="1 is taken by another content; raise it"):
        load_lexicon(write(tmp_path, 1, "pods"))


@pytest.mark.parametrize(
    "statement", ["UPDATE questions_lexiconrevision SET number = 9", "DELETE FROM questions_lexiconrevision"]
)
def test_the_database_refuses_to_change_one(statement, tmp_path):
    load_lexicon(write(tmp_path, 1, "pod"))
    with pytest.raises(IntegrityError, match="never changes"), connection.cursor() as cursor:
        cursor.execute(statement)
