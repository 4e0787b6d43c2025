"""Folders with question files, for the tests of loading, checking and the commands."""

from pathlib import Path

from questions.formats.document import QuestionDocument
from questions.formats.reading import read_document
from questions.formats.writing import document_yaml
from tests.factories import question_data

BANK = "slug: demo\ntitle: {zh-Hans: 演示, en: Demo}\npublic: true\norder: [%s]\ntags: {lifecycle: {en: Life cycle}}\n"


def write_bank(folder: Path, *slugs: str, order: str | None = None) -> Path:
    """A bank with these questions, in this order unless `order` says otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yaml").write_text(BANK % (", ".join(slugs) if order is None else order), encoding="utf-8")
    for slug in slugs:
        write_question(folder, slug)
    return folder


def write_question(folder: Path, slug: str, **changes: object) -> QuestionDocument:
    document = read_document(question_data(slug, **changes))
    (folder / f"{slug}.yaml").write_text(document_yaml(document), encoding="utf-8")
    return document
