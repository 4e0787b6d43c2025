"""Question files on disk: YAML in, documents or problems out."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from questions.formats.document import QuestionDocument, sha256
from questions.formats.problems import InvalidDocument, Problem
from questions.formats.reading import read_document
from questions.formats.writing import document_data
from questions.formats.yaml_text import load_yaml, with_lines

BANK_FILE = "bank.yaml"


def read_yaml_document(text: str, **wanted: str) -> QuestionDocument:
    """The document in YAML `text`; `wanted` fields must say just that. Raises InvalidDocument, problems with lines."""
    data, lines = load_yaml(text)
    try:
        document = read_document(data)
        if problems := [_wanted(field, value) for field, value in wanted.items() if getattr(document, field) != value]:
            raise InvalidDocument(problems)
    except InvalidDocument as error:
        raise InvalidDocument(with_lines(error.problems, lines)) from None
    return document


def read_question_file(path: Path, **wanted: str) -> QuestionDocument:
    """The document in a file, which must be named after its slug. Raises InvalidDocument, OSError."""
    try:
        return read_yaml_document(read_text(path), slug=path.stem, **wanted)
    except InvalidDocument as error:
        raise InvalidDocument(error.problems, str(path)) from error


def _wanted(field: str, value: str) -> Problem:
    reason = "the name of the file" if field == "slug" else f"as in {BANK_FILE}"
    return Problem((field,), f"must be {value!r}, {reason}")


def read_text(path: Path) -> str:
    """UTF-8 text of a file. Raises InvalidDocument for other encodings, OSError."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise InvalidDocument([Problem((), f"the file is not UTF-8 (byte {error.start}); save it as UTF-8")]) from error


def question_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if path.name != BANK_FILE)


def file_sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def document_sha256(document: QuestionDocument) -> str:
    """Hex digest that names the document: SHA-256 of its canonical JSON."""
    return sha256(document_data(document))


def document_from_json(data: Any, digest: str) -> QuestionDocument:
    """A frozen document as stored; `digest` is its SHA-256, by which the parsed one is remembered."""
    return _parsed(_Stored(data, digest))


class _Stored:
    """Stored JSON that compares by digest, so that it can be the key of a cache."""

    def __init__(self, data: Any, digest: str) -> None:
        self.data, self.digest = data, digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Stored) and other.digest == self.digest


@lru_cache(maxsize=512)
def _parsed(stored: _Stored) -> QuestionDocument:
    return read_document(stored.data)
