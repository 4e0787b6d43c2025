"""A whole question → its compiled rubric."""

from questions.formats.document import QuestionDocument
from questions.formats.files import document_sha256
from questions.scoring.compile import CompiledRubric, compile_rubric
from questions.scoring.lexicon import Lexicon


def compile_document(document: QuestionDocument, lexicon: Lexicon) -> CompiledRubric:
    """Ready to judge answers; takes some milliseconds, so keep it."""
    return compile_rubric(
        document.rubric,
        stem=document.stem,
        digest=document_sha256(document),
        model_answers=tuple(document.model_answers.values()),
        lexicon=lexicon,
    )
