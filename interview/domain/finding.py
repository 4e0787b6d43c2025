"""Narrowing the question list: what an address asks for, and the same as a condition for the database."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.http import QueryDict

from interview.models import Attempt, Draft
from questions.domain.search import SEARCH_CHARACTERS, search_text, search_words, word_grams
from questions.models import Tag

STATES = ("new", "draft", "tried")
DIFFICULTIES = range(1, 6)


@dataclass(frozen=True, slots=True)
class Filters:
    """Known values only, whatever the address said; an empty one lets everything through."""

    text: str = ""
    topics: tuple[str, ...] = ()  # slugs, any of which will do
    difficulties: tuple[int, ...] = ()
    state: str = ""  # one of STATES

    def __bool__(self) -> bool:
        return bool(self.text or self.topics or self.difficulties or self.state)

    @property
    def query(self) -> str:
        """As they stand in an address, without "?"; "" if there are none."""
        values = {"q": self.text, "topic": self.topics, "difficulty": self.difficulties, "state": self.state}
        return urlencode({name: value for name, value in values.items() if value}, doseq=True)


def read_filters(asked: QueryDict, topics: Collection[str]) -> Filters:
    """The filters of an address. What is not known, names and values alike, is left out."""
    state = asked.get("state", "")
    return Filters(
        text=asked.get("q", "").replace("\x00", "").strip()[:SEARCH_CHARACTERS],
        topics=tuple(dict.fromkeys(slug for slug in asked.getlist("topic") if slug in topics)),
        difficulties=tuple(n for n in DIFFICULTIES if str(n) in asked.getlist("difficulty")),
        state=state if state in STATES else "",
    )


def matching(filters: Filters, tags: Sequence[Tag], person_id: int | None) -> Q:
    """The condition for questions, on columns of their current versions and on what this person has done; no query.

    Each word of the text stands in a title or in the name of one of the question's `tags`.
    """
    condition = _in_state(filters.state, person_id)
    for word, named in _named(filters.text, tags):
        condition &= Q(current__search__contains=word) | named
    if filters.topics:
        condition &= Q(current__tags__overlap=filters.topics)
    if filters.difficulties:
        condition &= Q(current__difficulty__in=filters.difficulties)
    return condition


def indexed(filters: Filters, tags: Sequence[Tag]) -> Q:
    """What follows from `matching` the text, for an index to answer."""
    condition = Q()
    for word, named in _named(filters.text, tags):
        condition &= Q(current__grams__contains=word_grams(word)) | named
    return condition


def _named(text: str, tags: Sequence[Tag]) -> Iterator[tuple[str, Q]]:
    """Each word of the text with the condition for questions that have a tag of such a name, if any."""
    names = {tag.slug: search_text(tag.title) for tag in tags} if text else {}
    for word in search_words(text):
        slugs = [slug for slug, name in names.items() if word in name]
        yield word, Q(current__tags__overlap=slugs) if slugs else Q()


def _in_state(state: str, person_id: int | None) -> Q:
    """A question is new until there is a draft or an attempt; one that was tried may have a draft again."""
    if not state:
        return Q()
    drafted, tried = Exists(drafts_of(person_id)), Exists(attempts_of(person_id))
    return {"new": Q(~drafted, ~tried), "draft": Q(drafted), "tried": Q(tried)}[state]


def attempts_of(person_id: int | None) -> QuerySet[Attempt]:
    """A person's attempts at the question of the outer query; nobody has none."""
    attempts = Attempt.objects.filter(version__question=OuterRef("pk"))
    return attempts.filter(person=person_id) if person_id else attempts.none()


def drafts_of(person_id: int | None) -> QuerySet[Draft]:
    """A person's open drafts, those with text, of the question of the outer query."""
    drafts = Draft.objects.filter(version__question=OuterRef("pk"), closed=False).exclude(text="")
    return drafts.filter(person=person_id) if person_id else drafts.none()


def scores_of(person_id: int) -> ArraySubquery:
    """A person's best points for the question of the outer query: [] if never tried, [None] if no answer has any."""
    tries = Attempt.objects.filter(person=person_id, version__question=OuterRef("pk")).values("version__question")
    return ArraySubquery(tries.annotate(best=Max("results__points", filter=Q(results__current=True))).values("best"))
