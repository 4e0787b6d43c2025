"""Shipped YAML files → the bank. Runs at every start; never overwrites what somebody edited."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.db import transaction

from questions.domain.drafts import draft_document, store_draft
from questions.domain.publishing import publish
from questions.formats.bank_file import BankDocument, read_bank_file
from questions.formats.document import QuestionDocument
from questions.formats.files import BANK_FILE, document_sha256, file_sha256, question_files, read_question_file
from questions.formats.problems import InvalidDocument
from questions.models import Bank, Question, Tag

Outcome = Literal["new", "updated", "unchanged", "left alone", "not valid"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one file; `why` says why a question was left alone, or every problem of its file."""

    path: Path
    outcome: Outcome
    why: str = ""


def load_bank(folder: Path) -> Iterator[Loaded]:
    """Bring one bank up to date with its folder, question by question, each in its own transaction.

    Of a file that is not valid nothing is stored; the others are loaded. Raises InvalidDocument for `bank.yaml`.
    """
    document = read_bank_file(folder / BANK_FILE)
    bank = _store_bank(document)
    for path in question_files(folder):
        try:
            yield _load_question(bank, path, document.position(path.stem))
        except InvalidDocument as error:
            yield Loaded(path, "not valid", str(error))


@transaction.atomic
def _store_bank(document: BankDocument) -> Bank:
    defaults = {"title": dict(document.title), "public": document.public}
    bank, _ = Bank.objects.update_or_create(slug=document.slug, defaults=defaults)
    for slug, title in document.tags.items():
        Tag.objects.update_or_create(slug=slug, defaults={"title": dict(title)})
    return bank


@transaction.atomic
def _load_question(bank: Bank, path: Path, position: int) -> Loaded:
    digest = file_sha256(path)
    question = Question.objects.select_for_update(of=("self",)).filter(bank=bank, slug=path.stem).first()
    if question and question.position != position:
        question.position = position
        question.save(update_fields=["position"])
    if question and question.loaded_file == digest:
        return Loaded(path, "unchanged")
    document = read_question_file(path, bank=bank.slug)
    if question and (why := _edited(question)):
        return Loaded(path, "left alone", why)
    outcome: Outcome = "updated" if question else "new"
    if question and question.loaded_document == document_sha256(document):
        outcome = "unchanged"
    else:
        question = store_draft(bank, document, position)
        publish(question, document, note="loaded from the shipped bank")
        question.refresh_from_db()
    _remember(question, document, digest)
    return Loaded(path, outcome)


def _edited(question: Question) -> str:
    """Why a question is not ours to change any more; "" if it is still what was loaded last."""
    if question.current and question.current.sha256 != question.loaded_document:
        return f"version {question.current.number} was published here"
    try:
        draft = document_sha256(draft_document(question))
    except InvalidDocument:
        draft = "unfinished"
    return "" if draft == question.loaded_document else "its draft was edited here"


def _remember(question: Question, document: QuestionDocument, digest: str) -> None:
    question.loaded_file = digest
    question.loaded_document = document_sha256(document)
    question.save(update_fields=["loaded_file", "loaded_document"])
