"""What authors do with a whole question: publish its draft, retire it, bring it back. Callers hold its row."""

from interview.accounts.models import User
from questions.domain.draft_data import Data, draft_data, stored_draft
from questions.domain.drafts import draft_document, problems_of
from questions.domain.lexicons import current_lexicon
from questions.domain.publishing import publish
from questions.formats.bank_checks import golden_problems
from questions.formats.document import sha256
from questions.formats.problems import InvalidDocument, Problem
from questions.formats.reading import read_document
from questions.models import Question, Version

Status = Question.Status


class EditedMeanwhile(Exception):
    """The draft is not the one that the author has seen."""


def data_to_publish(question: Question) -> Data:
    """The draft as publishing would freeze it: ready, unless the question is retired."""
    status = Status.RETIRED if question.status == Status.RETIRED else Status.READY
    return {**draft_data(stored_draft(question)), "status": str(status)}


def problems_to_publish(question: Question) -> list[Problem]:
    """Everything that keeps the draft from being published: its document, then its golden answers."""
    data = data_to_publish(question)
    if problems := problems_of(data):
        return problems
    if question.current and sha256(data) == question.current.sha256:
        return [Problem((), "nothing has changed since the last version")]
    return [Problem(("goldens",), said) for said in golden_problems(read_document(data), current_lexicon())]


def publish_draft(question: Question, note: str, author: User, seen: int) -> Version:
    """Freeze the draft as the next version, ready to practise; a retired question stays out of the lists.

    Raises EditedMeanwhile if `seen` is not its revision, InvalidDocument with every problem.
    """
    if question.edited != seen:
        raise EditedMeanwhile
    if problems := problems_to_publish(question):
        raise InvalidDocument(problems)
    if question.status != Status.RETIRED:
        _change_status(question, Status.READY)
    version = publish(question, draft_document(question), note, author)
    question.current = version
    return version


def retire(question: Question) -> None:
    """Take it out of the lists; answers that were begun go on, and every result stays."""
    _change_status(question, Status.RETIRED)


def bring_back(question: Question) -> None:
    _change_status(question, Status.READY if question.current_id else Status.DRAFT)


def _change_status(question: Question, status: Status) -> None:
    if question.status != status:
        question.status = status
        question.edited += 1
        question.save(update_fields=["status", "edited"])
