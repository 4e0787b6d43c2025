"""What a page may show, as frozen data: templates get these and nothing else, so they cannot leak.

Text of the bank comes as Words, so that a template can always say which language it is in.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from django.utils.safestring import SafeString

from questions.languages import Translated, best_language

Tone = Literal["strong", "partial", "issue"]
Status = Literal["hit", "partial", "negated", "contradicted", "missed", "misconception"]


@dataclass(frozen=True, slots=True)
class Words:
    """Text with the language it is in; `text` is safe HTML where the field says so."""

    text: str | SafeString
    lang: str

    @classmethod
    def of(cls, text: Translated, wanted: str) -> "Words":
        lang = best_language(text, wanted)
        return cls(text.get(lang, ""), lang)

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class QuestionHead:
    """The question as printed at the top of its pages. `number` of `total` counts in the bank, from 1."""

    bank: str
    bank_title: Words
    slug: str
    version: int
    number: int
    total: int
    title: Words
    body: Words  # HTML, may be empty
    tags: tuple[Words, ...]
    difficulty: int  # 1 to 5
    minutes: int
    max_answer: int  # characters


@dataclass(frozen=True, slots=True)
class ListedQuestion:
    """One row of the question list; `best` is None until there is a scored attempt."""

    bank: str
    slug: str
    title: Words
    tags: tuple[Words, ...]
    difficulty: int
    minutes: int
    best: Decimal | None
    max_points: int
    state: Literal["new", "draft", "tried"]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a marked clause; `stressed` for the words that prove the point."""

    text: str
    stressed: bool


@dataclass(frozen=True, slots=True)
class Ref:
    """A number beside a mark: evidence `number` belongs to the criterion `key`, called `title`."""

    number: int
    key: str
    title: Words


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of the answer: plain when `tone` is None, else a marked clause with the numbers behind it."""

    parts: tuple[Part, ...]
    tone: Tone | None = None
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """The clause that evidence `number` marks, as typed; `mended` when a word in it was read as a near one."""

    number: int
    text: str
    mended: bool = False


@dataclass(frozen=True, slots=True)
class RubricRow:
    """One criterion of a result. `bars` has one entry a point: "full", "half" or "empty"."""

    key: str
    title: Words
    role: str
    status: Status
    tone: Tone | None
    points: Decimal
    of: int
    bars: tuple[str, ...]
    quotes: tuple[Quote, ...]
    reason: str  # one sentence in the language of the page, may be empty
    note: Words  # the author's line: what was missed, or the correction; may be empty
    compare_step: int | None  # "step 3 has it" while that step is closed
    deduction: int  # whole points that a misconception took off, 0 or more
    hints: tuple[Words, ...] = ()  # those taken for it before submitting


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """A whole result that everybody can add up: sum − deductions, at most `cap` where a required point is missing."""

    rows: tuple[RubricRow, ...]
    paragraphs: tuple[tuple[Passage, ...], ...]  # the answer as typed, line by line
    listed: Decimal  # the rows added up
    sum: Decimal  # the same within the caps on groups, bonus and full marks
    deductions: Decimal
    cap: Decimal | None  # the cap, where it changed the total
    points: Decimal
    max_points: int
    flags: tuple[str, ...] = ()  # what is odd about the whole answer: word_list, echoes_question, …


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step of the model answer. Only an open one has title and body; only the next one has its prompt."""

    number: int
    state: Literal["open", "next", "later"]
    kind: str = ""
    title: Words = Words("", "")
    body: Words = Words("", "")  # HTML
    prompt: Words = Words("", "")


@dataclass(frozen=True, slots=True)
class ShownAttempt:
    """A submitted answer without its version, which holds the whole model answer."""

    code: UUID
    text: str
    words: int
    seconds: int
    gave_up: bool
    confidence: str = ""  # the chosen level in words, empty where none was chosen
    help_used: int = 0  # hints taken before submitting
    is_revision: bool = False


@dataclass(frozen=True, slots=True)
class OtherAttempt:
    """A scored attempt beside the one that is shown; `is_origin` if that one revises it."""

    code: UUID
    created: datetime
    points: Decimal
    max_points: int
    is_origin: bool = False


@dataclass(frozen=True, slots=True)
class Gain:
    """What a criterion paid before and after, of `of` points; less than nothing where a misconception took some."""

    title: Words
    before: Decimal
    after: Decimal
    of: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two results; `same` criteria paid as much as before."""

    gained: tuple[Gain, ...]
    lost: tuple[Gain, ...]
    same: int


@dataclass(frozen=True, slots=True)
class SettledObjection:
    """What the authors decided about a point; `reply` is their line, in a language that nobody has noted."""

    title: Words
    accepted: bool
    reply: str


@dataclass(frozen=True, slots=True)
class ObjectionsView:
    """The points that were objected to, `told` before and `settled` after a decision, and the rows that can be."""

    told: tuple[Words, ...]
    settled: tuple[SettledObjection, ...]
    open: tuple[RubricRow, ...]


@dataclass(frozen=True, slots=True)
class HintsView:
    """The hints of the answer being written: those taken, and how many may still be. `over`: there are no more."""

    shown: tuple[Words, ...]
    left: int
    over: bool = False

    @property
    def following(self) -> int:
        """The number of the hint that can be asked for next."""
        return len(self.shown) + 1


@dataclass(frozen=True, slots=True)
class DraftView:
    """What the answer box starts with. `writer` names this page load; `base` is the revision it starts from."""

    text: str
    base: int
    writer: UUID
    seconds: int
    restored: bool
    confidence: int | None = None
    revises: UUID | None = None  # the attempt whose text it started from
