"""What the filters of the question list show: every choice, those that are made, and the way back from each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from django.utils.translation import gettext as _

from interview.domain.finding import DIFFICULTIES, Filters
from interview.domain.showing import Words
from questions.models import Tag


@dataclass(frozen=True, slots=True)
class Topic:
    slug: str
    title: Words
    chosen: bool


@dataclass(frozen=True, slots=True)
class Active:
    """One filter that is on; `lang` is empty for text in the language of the page; `without` is the query less it."""

    kind: Literal["text", "topic", "difficulty", "state"]
    text: str
    lang: str
    without: str


@dataclass(frozen=True, slots=True)
class FilterBar:
    text: str
    topics: tuple[Topic, ...]
    chosen_topics: tuple[Words, ...]
    difficulties: tuple[tuple[int, bool], ...]  # (1 to 5, chosen)
    difficulty_words: str  # "1 to 3"; "" for any
    state: str
    query: str
    active: tuple[Active, ...]


def filter_bar(filters: Filters, tags: Sequence[Tag], wanted: str) -> FilterBar:
    topics = tuple(Topic(tag.slug, Words.of(tag.title, wanted), tag.slug in filters.topics) for tag in tags)
    return FilterBar(
        text=filters.text,
        topics=topics,
        chosen_topics=tuple(topic.title for topic in topics if topic.chosen),
        difficulties=tuple((n, n in filters.difficulties) for n in DIFFICULTIES),
        difficulty_words=_difficulty_words(filters.difficulties),
        state=filters.state,
        query=filters.query,
        active=tuple(_active(filters, topics)),
    )


def _difficulty_words(chosen: Sequence[int]) -> str:
    if len(chosen) > 1 and chosen[-1] - chosen[0] == len(chosen) - 1:
        return _("%(first)s to %(last)s") % {"first": chosen[0], "last": chosen[-1]}
    return ", ".join(map(str, chosen))


def _active(filters: Filters, topics: Sequence[Topic]) -> list[Active]:
    active = []
    if filters.text:
        active.append(Active("text", filters.text, "", replace(filters, text="").query))
    for topic in topics:
        if topic.chosen:
            rest = tuple(slug for slug in filters.topics if slug != topic.slug)
            active.append(Active("topic", topic.title.text, topic.title.lang, replace(filters, topics=rest).query))
    if filters.difficulties:
        words = _difficulty_words(filters.difficulties)
        active.append(Active("difficulty", words, "", replace(filters, difficulties=()).query))
    if filters.state:
        active.append(Active("state", filters.state, "", replace(filters, state="").query))
    return active
