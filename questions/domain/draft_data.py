"""Draft rows → the data of a document, right or wrong, in the order and brevity that authors write."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from questions import limits
from questions.formats.writing import in_order
from questions.languages import LANGUAGES
from questions.models import AnswerStep, Criterion, Question
from questions.scoring.rubric import LIST_CAP_PCT, REQUIRED_CAP_PCT

Data = dict[str, Any]
_WINDOWS_WITH_SIZE = ("sentences", "tokens")


@dataclass(frozen=True, slots=True)
class Draft:
    """The rows of a question's draft in order, stored or only typed."""

    question: Question
    tags: Sequence[str]
    steps: Sequence[AnswerStep]
    criteria: Sequence[Criterion]


def stored_draft(question: Question) -> Draft:
    """The rows as the database has them; 3 queries."""
    tags = [tag.slug for tag in question.tags.all()]
    return Draft(question, tags, list(question.steps.all()), list(question.criteria.all()))


def draft_data(draft: Draft) -> Data:
    """What `read_document` takes. For rows that make a valid document it equals `document_data` of that."""
    question = draft.question
    return {
        "slug": question.slug,
        "bank": question.bank.slug,
        "status": str(question.status),
        "difficulty": question.difficulty,
        "minutes": question.minutes,
        "tags": sorted(draft.tags),
        **_unless("open", strictness=str(question.strictness)),
        **_unless(limits.ANSWER_CHARACTERS, max_answer=question.max_answer),
        "title": _translated(question.title),
        **_given(body=_translated(question.body)),
        "steps": [_step(step) for step in draft.steps],
        "rubric": _rubric(question, draft.criteria),
        **_given(
            follow_ups=[_follow_up(follow_up) for follow_up in question.follow_ups],
            goldens=in_order(question.goldens, "kind", "text", "expect", "score"),
            sources=question.sources,
        ),
    }


def _rubric(question: Question, criteria: Iterable[Criterion]) -> Data:
    return {
        **_unless(REQUIRED_CAP_PCT, required_cap_pct=question.required_cap_pct),
        **_unless(None, bonus_cap=question.bonus_cap),
        **_unless(LIST_CAP_PCT, list_cap_pct=question.list_cap_pct),
        **_given(groups=in_order(question.groups, "key", "cap")),
        "criteria": [_criterion(criterion) for criterion in criteria],
    }


def _criterion(row: Criterion) -> Data:
    return {
        "key": row.key,
        **_given(step=row.step),
        "role": str(row.role),
        "points": row.points,
        **_given(group=row.group, contradicts=row.contradicts),
        "title": _translated(row.title),
        "mode": {"at_least": row.at_least} if row.mode == "at_least" else str(row.mode),
        **_given(partial=row.partial),
        "window": {row.window: row.window_size} if row.window in _WINDOWS_WITH_SIZE else str(row.window),
        **_given(ordered=row.ordered, stem_counts=row.stem_counts),
        "concepts": in_order(row.concepts, "name", "polarity", "terms"),
        **_given(
            missed=_translated(row.missed),
            hints=[_translated(hint) for hint in row.hints],
            correction=_translated(row.correction),
        ),
    }


def _step(step: AnswerStep) -> Data:
    return {
        "key": step.key,
        "kind": str(step.kind),
        "title": _translated(step.title),
        **_given(prompt=_translated(step.prompt)),
        "body": _translated(step.body),
    }


def _follow_up(follow_up: Data) -> Data:
    return {"for": follow_up["for"], "text": _translated(follow_up["text"])}


def _translated(text: Data) -> Data:
    return {code: text[code] for code in LANGUAGES if code in text}


def _given(**fields: Any) -> Data:
    return {name: value for name, value in fields.items() if value}


def _unless(default: Any, **fields: Any) -> Data:
    return {name: value for name, value in fields.items() if value != default}
