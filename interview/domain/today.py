"""What to do now: the answer that was begun last, and three questions that are new or weak."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256

from django.db.models import Exists, QuerySet

from interview.domain.finding import attempts_of, drafts_of, scores_of
from interview.domain.showing import Words
from interview.models import Draft
from questions.counting import count_words
from questions.models import ORDER, Question

PICKS = 3
CONSIDERED = 200  # new questions, the first ones of the banks: enough to spread over topics
EXCERPT = 160  # characters


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that can be picked. `share` is the best score of full marks, 0 to 1; None if never tried."""

    question_id: int
    topics: tuple[str, ...]
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class BegunAnswer:
    """An open draft; `excerpt` is how it begins."""

    bank: str
    slug: str
    title: Words
    excerpt: str
    words: int
    saved: datetime


def pick(choices: Sequence[Choice], person_id: int | None, day: date, count: int = PICKS) -> list[int]:
    """Ids of at most `count` questions: those never tried first, spread over topics, then those with the lowest share.

    Among equals chance decides, for one person the same all day: nothing but the arguments matters, nor their order.
    """
    shuffled = sorted(choices, key=lambda choice: _chance(choice.question_id, person_id, day))
    new = _spread([choice for choice in shuffled if choice.share is None], count)
    weak = sorted((choice for choice in shuffled if choice.share is not None), key=lambda choice: choice.share or 0)
    return [choice.question_id for choice in [*new, *weak][:count]]


def _chance(question_id: int, person_id: int | None, day: date) -> bytes:
    return sha256(f"{person_id} {day.isoformat()} {question_id}".encode()).digest()


def _spread(choices: Sequence[Choice], count: int) -> list[Choice]:
    """At most `count` of them, one by one the first whose topics have come up least."""
    left, seen = list(choices), Counter[str]()
    picked: list[Choice] = []
    while left and len(picked) < count:
        choice = min(left, key=lambda choice: sum(seen[topic] for topic in choice.topics))
        left.remove(choice)
        picked.append(choice)
        seen.update(choice.topics)
    return picked


def choices_for(questions: QuerySet[Question], person_id: int | None) -> list[Choice]:
    """All of these questions that this person has tried and the first new ones, none with an open draft; 2 queries."""
    tried = Exists(attempts_of(person_id))
    questions = questions.filter(~Exists(drafts_of(person_id))).order_by(*ORDER)
    new = questions.filter(~tried).values_list("pk", "current__tags")[:CONSIDERED]
    choices = [Choice(pk, tuple(topics), None) for pk, topics in new]
    if person_id is None:
        return choices
    old = questions.filter(tried).annotate(scores=scores_of(person_id))
    columns = old.values_list("pk", "current__tags", "scores", "current__max_points")
    return choices + [
        Choice(pk, tuple(topics), (best or Decimal(0)) / max(full, 1)) for pk, topics, (best,), full in columns
    ]


def begun_answer(person_id: int | None, wanted: str) -> BegunAnswer | None:
    """The open draft that this person saved last; 1 query, none for nobody."""
    if person_id is None:
        return None
    drafts = Draft.objects.filter(person_id=person_id, closed=False).exclude(text="").order_by("-updated")
    columns = ("text", "updated", "version__title", "version__question__slug", "version__question__bank__slug")
    found = drafts.values_list(*columns).first()
    if found is None:
        return None
    text, updated, title, slug, bank = found
    return BegunAnswer(bank, slug, Words.of(title, wanted), text[:EXCERPT].strip(), count_words(text), updated)
