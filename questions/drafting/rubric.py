"""A model answer → a rubric that its author can edit."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from questions import limits
from questions.drafting.choosing import Candidate, choose
from questions.drafting.parts import Part, parts_of
from questions.drafting.points import roles_and_points
from questions.formats.document import Step, Strictness, model_answers
from questions.scoring.compile import compile_rubric
from questions.scoring.lexicon import NO_LEXICON, Lexicon
from questions.scoring.result import CriterionResult
from questions.scoring.rubric import Concept, Criterion, Mode, RubricDocument
from questions.scoring.score import score_answer

NEEDED: dict[Strictness, float] = {"open": 0.5, "list": 1.0}  # of the concepts that the model answer says
TRIAL_POINTS = 10  # enough for one concept of seven to earn something


def draft_rubric(
    stem: str,
    steps: Sequence[Step],
    lexicon: Lexicon = NO_LEXICON,
    others: Sequence[str] = (),
    strictness: Strictness = "open",
) -> RubricDocument:
    """One criterion a step, its concepts being what the step says and neither the question nor `others` say.

    `stem` is the question in all its languages; so is each of `others`, the model answers to other questions of the
    bank. A step without a term in it gives no criterion, so there may be none at all. Takes any text, never raises.
    """
    parts = parts_of(steps)
    found = [pair for pair in zip(parts, choose(parts, stem, lexicon, others), strict=True) if pair[1]]
    trial = [_criterion(part, candidates, lexicon) for part, candidates in found]
    said = _said([part for part, _ in found], trial, stem, model_answers(steps), lexicon)
    paid = roles_and_points([part.kind for part, _ in found])
    return RubricDocument(
        tuple(
            replace(criterion, mode=_mode(count, criterion, strictness), points=points, role=role)
            for criterion, count, (role, points) in zip(trial, said, paid, strict=True)
        )
    )


def _criterion(part: Part, candidates: Sequence[Candidate], lexicon: Lexicon) -> Criterion:
    return Criterion(
        key=part.key,
        step=part.step,
        role="core",
        points=TRIAL_POINTS,
        title=part.title,
        partial=True,
        concepts=tuple(_concept(candidate, lexicon) for candidate in candidates),
    )


def _concept(candidate: Candidate, lexicon: Lexicon) -> Concept:
    """Named after its first term; what the model answer only says denied counts either way."""
    terms = tuple(candidate.idea.terms[: limits.TERMS])
    entry = lexicon.by_id.get(terms[0].removeprefix("@"))
    name = (*entry.en, *entry.forms)[0] if entry else terms[0]
    return Concept(name, terms, "either" if candidate.denied else "affirm")


def _said(
    parts: Sequence[Part], criteria: Sequence[Criterion], stem: str, answers: dict[str, str], lexicon: Lexicon
) -> list[int]:
    """How many concepts of each criterion the model answer meets, in the language of the part that says fewest."""
    rubric = compile_rubric(RubricDocument(tuple(criteria)), stem, lexicon=lexicon)
    results = {code: score_answer(text, rubric).criteria for code, text in answers.items()}
    return [
        min((met for code in part.text if (met := _met(results[code][index]))), default=1)
        for index, part in enumerate(parts)
    ]


def _met(result: CriterionResult) -> int:
    return len(result.evidence) if result.points else 0


def _mode(said: int, criterion: Criterion, strictness: Strictness) -> Mode:
    needed = ceil(NEEDED[strictness] * said)
    return Mode("all") if needed == len(criterion.concepts) else Mode("at_least", needed)
