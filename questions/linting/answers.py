"""What texts earn that are known beforehand: model answers of this question and others, the question, "don't know"."""

from collections.abc import Iterator, Sequence

from questions.formats.document import QuestionDocument
from questions.formats.problems import Problem
from questions.scoring.compile import CompiledRubric
from questions.scoring.score import score_answer

MODEL_AT_LEAST = 0.95
QUESTION_AT_MOST = 0.10
DONT_KNOW_AT_MOST = 0.02
OTHERS_AT_MOST = 0.50  # related questions share facts
DONT_KNOW = ("不知道", "我不会", "I don't know.", "no idea")


def answer_lints(document: QuestionDocument, rubric: CompiledRubric) -> Iterator[Problem]:
    for language, text in document.model_answers.items():
        if (score := score_answer(text, rubric).score) < MODEL_AT_LEAST:
            yield Problem(
                ("steps",), f"the model answer ({language}) earns {score:.0%}, less than {MODEL_AT_LEAST:.0%}"
            )
    if (score := score_answer(document.stem, rubric).score) > QUESTION_AT_MOST:
        yield Problem(("title",), f"the question as an answer earns {score:.0%}, more than {QUESTION_AT_MOST:.0%}")
    for text in DONT_KNOW:
        if (score := score_answer(text, rubric).score) > DONT_KNOW_AT_MOST:
            yield Problem(("rubric",), f"{text!r} earns {score:.0%}, more than {DONT_KNOW_AT_MOST:.0%}")


def other_lints(
    document: QuestionDocument, rubric: CompiledRubric, others: Sequence[QuestionDocument]
) -> Iterator[Problem]:
    """The model answers of the other questions of the bank."""
    for other in others:
        score = max((score_answer(text, rubric).score for text in other.model_answers.values()), default=0.0)
        if other is not document and score > OTHERS_AT_MOST:
            said = f"the model answer to {other.slug!r} earns {score:.0%}, more than {OTHERS_AT_MOST:.0%}"
            yield Problem(("rubric",), said)
