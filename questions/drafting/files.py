"""A rubric drafted for a question file."""

from pathlib import Path

from questions.drafting.rubric import draft_rubric
from questions.formats.files import question_files
from questions.formats.lexicon_file import lexicon_beside
from questions.formats.unscored import read_unscored_file
from questions.scoring.rubric import RubricDocument


def draft_rubric_of_file(path: Path) -> RubricDocument:
    """`path` and the question files beside it may have a rubric or none; the lexicon is the one of their bank.

    Raises InvalidDocument with lines, OSError.
    """
    document = read_unscored_file(path)
    others = [read_unscored_file(other) for other in question_files(path.parent) if other.name != path.name]
    return draft_rubric(
        document.stem,
        document.steps,
        lexicon_beside(path.parent),
        ["\n".join(other.model_answers.values()) for other in others],
        document.strictness,
    )
