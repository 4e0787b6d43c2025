"""What people have done before they sign in, and who has it now."""

from uuid import UUID, uuid4

from interview.accounts.models import Person
from interview.domain.drafts import Save, save_draft
from interview.models import Draft
from questions.models import Question


def draft(person_id: int, question: Question, text: str, writer: UUID | None = None, revision: int = 1) -> None:
    save_draft(person_id, question.current.pk, Save(text, writer or uuid4(), 0, revision, 10))


def person_of(email: str) -> Person:
    return Person.objects.get(user__email=email)


def drafts_of(person: Person) -> list[tuple[str, str]]:
    """(context, text) of the open ones."""
    return list(Draft.objects.filter(person=person, closed=False).order_by("pk").values_list("context", "text"))


def texts_of(person: Person) -> list[str]:
    """Of all attempts."""
    return list(person.attempts.order_by("pk").values_list("text", flat=True))
