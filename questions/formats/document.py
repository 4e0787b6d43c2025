"""The one document format of a question: shipped YAML file, frozen Version, import and export all hold this."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from questions import limits
from questions.languages import Translated
from questions.scoring.rubric import RubricDocument

Status = Literal["draft", "in_review", "ready", "retired"]
Kind = Literal["core", "detail", "example", "pitfall"]
Strictness = Literal["open", "list"]
STATUSES: tuple[Status, ...] = ("draft", "in_review", "ready", "retired")
KINDS: tuple[Kind, ...] = ("core", "detail", "example", "pitfall")
STRICTNESSES: tuple[Strictness, ...] = ("open", "list")


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the model answer; `prompt` is a question to think about, and may show before the step is open."""

    key: str
    kind: Kind
    title: Translated
    body: Translated
    prompt: Translated = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that an interviewer would ask next, `criterion` being the key of the criterion it belongs to."""

    criterion: str
    text: Translated


@dataclass(frozen=True, slots=True)
class Golden:
    """An example answer with the result the engine must give: status by criterion key, score range within 0..1."""

    kind: str
    text: str
    expect: Mapping[str, str]
    score: tuple[float, float]


@dataclass(frozen=True, slots=True)
class QuestionDocument:
    """A whole question, valid: made only by `questions.formats.reading.read_document`."""

    slug: str
    bank: str
    status: Status
    difficulty: int
    minutes: int
    title: Translated
    steps: tuple[Step, ...]
    rubric: RubricDocument
    tags: tuple[str, ...] = ()
    strictness: Strictness = "open"
    max_answer: int = limits.ANSWER_CHARACTERS
    body: Translated = field(default_factory=dict)
    follow_ups: tuple[FollowUp, ...] = ()
    goldens: tuple[Golden, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """The question as put to the candidate, in all languages: words that earn nothing by being repeated."""
        return "\n".join([*self.title.values(), *self.body.values()])

    @property
    def model_answers(self) -> dict[str, str]:
        """The whole model answer by language."""
        return model_answers(self.steps)


def model_answers(steps: Sequence[Step]) -> dict[str, str]:
    """What the steps say together, by language."""
    languages = {code for step in steps for code in step.body}
    return {code: "\n".join(step.body.get(code, "") for step in steps) for code in sorted(languages)}


def canonical_json(value: Any) -> bytes:
    """The same bytes for the same value, always: sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "backslashreplace")  # a lone surrogate becomes its JSON escape


def sha256(value: Any) -> str:
    """Hex digest of the canonical JSON."""
    return hashlib.sha256(canonical_json(value)).hexdigest()
