"""Small ready-made things. A test spells out every value it depends on."""

from typing import Any
from uuid import uuid4

from django.db.models import OuterRef, Subquery
from django.forms import model_to_dict
from django.test import Client

from interview.domain.practice import Submission, submit
from interview.models import Attempt
from questions.domain.drafts import store_draft
from questions.domain.publishing import publish
from questions.formats.reading import read_document
from questions.models import Bank, Question, Tag, Version


def both(zh: str, en: str) -> dict[str, str]:
    return {"zh-Hans": zh, "en": en}


def criterion_data(key: str = "restart", **changes: Any) -> dict[str, Any]:
    return {
        "key": key,
        "role": "core",
        "points": 2,
        "title": both(f"要点 {key}", f"Point {key}"),
        "mode": "any",
        "window": "answer",
        "concepts": [{"name": key, "terms": [key]}],
        "missed": both("没有说到。", "You did not mention it."),
        **changes,
    }


def step_data(number: int) -> dict[str, Any]:
    return {
        "key": f"step-{number}",
        "kind": "core",
        "title": both(f"第{number}步标题", f"Title of step {number}"),
        "prompt": both(f"想想第{number}步", f"Think of step {number}"),
        "body": both(f"第{number}步正文", f"Body of step {number}"),
    }


def question_data(slug: str = "probes", steps: int = 3, **changes: Any) -> dict[str, Any]:
    """A valid document with `steps` steps and two criteria of 2 points: `restart` and `traffic`."""
    return {
        "slug": slug,
        "bank": "demo",
        "status": "ready",
        "difficulty": 2,
        "minutes": 5,
        "tags": ["lifecycle"],
        "title": both("探针有哪些？", "Which probes are there?"),
        "body": both("请逐一说明。", "Explain each."),
        "steps": [step_data(number) for number in range(1, steps + 1)],
        "rubric": {"criteria": [criterion_data("restart", step="step-1"), criterion_data("traffic", step="step-2")]},
        **changes,
    }


def make_bank(slug: str = "demo", public: bool = True) -> Bank:
    Tag.objects.get_or_create(slug="lifecycle", defaults={"title": both("生命周期", "lifecycle")})
    return Bank.objects.get_or_create(slug=slug, defaults={"title": both("演示题库", "Demo bank"), "public": public})[0]


def make_question(slug: str = "probes", bank: Bank | None = None, position: int = 1, **changes: Any) -> Question:
    """A published question; `changes` go into its document."""
    bank = bank or make_bank()
    document = read_document(question_data(slug, **{"bank": bank.slug, **changes}))
    question = store_draft(bank, document, position)
    publish(question, document)
    question.refresh_from_db()
    return question


def copy_question(question: Question, times: int) -> None:
    """Published again under other slugs, as the lists see it: quicker than `make_question`."""
    version = model_to_dict(question.current, exclude=["id", "question", "author"])
    copies = Question.objects.bulk_create(
        Question(bank=question.bank, slug=f"copy-{n}", position=n, title=question.title) for n in range(times)
    )
    Version.objects.bulk_create(Version(question=copy, **version) for copy in copies)
    newest = Version.objects.filter(question=OuterRef("pk")).values("pk")
    Question.objects.filter(current=None).update(current=Subquery(newest))


def make_attempt(person_id: int, question: Question, text: str = "it will restart", gave_up: bool = False) -> Attempt:
    submission = Submission(text, uuid4(), 0, 60, "en", gave_up)
    return submit(person_id, question.current, submission)


def form_of(question: Question, text: str = "it will restart", **changes: Any) -> dict[str, Any]:
    """What the page of the answer box posts."""
    return {
        "text": text,
        "version": question.current.number,
        "writer": str(uuid4()),
        "base": 0,
        "revision": 1,
        "seconds": 30,
        **changes,
    }


def person_id_of(client: Client) -> int:
    """The person behind a client that has posted as a guest."""
    return client.session["person"]
