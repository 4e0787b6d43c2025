"""The bank: draft rows that authors edit, and frozen versions that everything else reads."""

from questions.models.bank import Bank, BankMember
from questions.models.lexicon import LexiconRevision
from questions.models.question import ORDER, PUBLISHED, Question
from questions.models.rows import AnswerStep, Criterion
from questions.models.tag import Tag
from questions.models.version import Version

__all__ = [
    "ORDER",
    "PUBLISHED",
    "AnswerStep",
    "Bank",
    "BankMember",
    "Criterion",
    "LexiconRevision",
    "Question",
    "Tag",
    "Version",
]
