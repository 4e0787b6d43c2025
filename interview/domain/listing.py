"""The question list before it is shown: its banks with their sizes, and what the filters find in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Func, IntegerField, OuterRef, QuerySet, Subquery, Value

from interview.accounts.models import User
from interview.domain.finding import Filters, indexed, matching
from interview.models import Attempt
from questions.models import ORDER, Bank, Question, Tag

COUNTED = 3_000  # hits that are all counted and put in order
REACHED = 500  # where there are more, pages lead so far


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of `count` questions, in the order of the list; of more if `more`, which nobody has counted."""

    ids: Sequence[int] | QuerySet[Question, Any]
    count: int
    more: bool = False

    @property
    def reached(self) -> int:
        """How many of them pages lead to."""
        return REACHED if self.more else self.count


def listed_banks(user: User | AnonymousUser, person_id: int | None) -> list[Any]:
    """Banks that this user may see something of: `total` questions, of which this person has `tried` some; 1 query."""
    published = Question.objects.published().filter(bank=OuterRef("pk"))
    answered = Attempt.objects.filter(person=person_id).values("version__question")
    tried = _count(published.filter(pk__in=answered)) if person_id else Value(0)
    banks: QuerySet[Any] = Bank.objects.visible_to(user).annotate(total=_count(published), tried=tried)
    return [bank for bank in banks if bank.total]


def _count(questions: QuerySet[Question]) -> Subquery:
    """COUNT as a plain function counts the whole subquery: an aggregate would group it, and miss what has none."""
    return Subquery(questions.order_by().values(count=Func("pk", function="COUNT", output_field=IntegerField())))


def find(
    questions: QuerySet[Question], total: int, filters: Filters, tags: Sequence[Tag], person_id: int | None
) -> Found:
    """Those of `total` questions that the filters let through; 1 query, none without filters.

    A few hits are looked up and then put in order. Where there are many, the list is read in order until a page is
    full, which is soon. Neither reads the whole list, nor trusts the database's guess of which case it is.
    """
    if not filters:
        return Found(_in_order(questions), total)
    condition = matching(filters, tags, person_id)
    hits = questions.filter(indexed(filters, tags), condition).order_by()
    few = list(hits.values_list(*ORDER, "pk")[: COUNTED + 1])
    if len(few) <= COUNTED:
        return Found([pk for *_, pk in sorted(few)], len(few))
    return Found(_in_order(questions.filter(condition)), COUNTED, more=True)


def _in_order(questions: QuerySet[Question]) -> QuerySet[Question, Any]:
    return questions.order_by(*ORDER).values("pk")
