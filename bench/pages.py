"""CPU of the question list against a bare Django list of the same rows, and queries and time of the other pages.

Everything runs in this process through the whole middleware, one request after the other; the bare list is a view with
a plain `<ul>` template, the same middleware and the same rows. Ratios of CPU are from one run, taken by turns.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from interview.serving import places
from interview.serving.throwaway import new_cluster

ROUNDS, REQUESTS = 15, 20
ROWS = 50


@contextmanager
def database() -> Iterator[None]:
    """A migrated throw-away database with the shipped bank, and Django set up on it."""
    cluster = new_cluster("viva-bench-")
    os.environ.update(DATABASE_URL=places.socket_url(cluster.sockets), DJANGO_SETTINGS_MODULE="bench.settings")
    server = cluster.start()
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("build_messages", verbosity=0)
        yield
    finally:
        server.stop(20)
        shutil.rmtree(cluster.folder.parent, ignore_errors=True)


def measure() -> dict[str, Any]:
    with database():
        from django.core.management import call_command

        call_command("bank", "load", verbosity=0)
        few = _list_figures("shipped")
        _fill(ROWS)
        return {**few, **_list_figures(str(ROWS)), **_page_figures()}


def _list_figures(rows: str) -> dict[str, Any]:
    """Of a guest, and of somebody who is signed in and has answered before."""
    guest, user = _browser(), _browser(answered=True)
    return {f"list_{rows}_rows": _ratio(guest), f"list_{rows}_rows_signed_in": _ratio(user)}


def _ratio(client: Any) -> dict[str, Any]:
    ours, bare = _get("/questions/", client), _get("/bare/", client)
    costs = [(_cpu(ours), _cpu(bare)) for _ in range(ROUNDS)]
    list_ms, bare_ms = (sorted(column)[ROUNDS // 2] * 1000 for column in zip(*costs, strict=True))
    return {"ms": round(list_ms, 3), "bare_ms": round(bare_ms, 3), "ratio": round(list_ms / bare_ms, 2)}


def _page_figures() -> dict[str, Any]:
    from django.test import Client

    from questions.models import Question

    question = Question.objects.select_related("bank", "current").first()
    path = f"/questions/{question.bank.slug}/{question.slug}/"
    client, writer, revision = Client(headers={"accept": "*/*"}), uuid4(), iter(range(1, 100_000))

    def save() -> None:
        data = {"text": f"text {uuid4()}", "version": question.current.number, "writer": writer, "base": 0}
        expect_ok(client.post(f"{path}draft/", data | {"revision": next(revision)}))

    save()
    return {
        "question_page": {"queries": _queries(_get(path)), "ms": _ms(_get(path))},
        "autosave": {"queries": _queries(save), "ms": _ms(save)},
    }


def _browser(answered: bool = False) -> Any:
    """That of a guest, or of a user who has answered one question."""
    from django.test import Client

    from interview.accounts.models import Person, User
    from interview.domain.practice import Submission, submit
    from questions.models import Question

    client = Client(headers={"accept": "text/html"})
    if answered:
        user, _ = User.objects.get_or_create(email="bench@viva.test")
        person, _ = Person.objects.get_or_create(user=user)
        submit(person.pk, Question.objects.first().current, Submission("it restarts", uuid4(), 0, 60, "en", False))
        client.force_login(user)
    return client


def expect_ok(response: Any) -> None:
    """Nothing is measured that is not the page itself."""
    if response.status_code != 200:
        raise RuntimeError(f"{response.request['PATH_INFO']} answers {response.status_code}")


def _get(path: str, client: Any = None) -> Callable[[], None]:
    client = client or _browser()

    def get() -> None:
        expect_ok(client.get(path))

    get()
    return get


def _cpu(work: Callable[[], None]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    for _ in range(REQUESTS):
        work()
    return (time.process_time() - start) / REQUESTS


def _ms(work: Callable[[], None]) -> float:
    return round(_cpu(work) * 1000, 3)


def _queries(work: Callable[[], None]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def _fill(rows: int) -> None:
    """Copies of the first question until the list has so many rows."""
    from dataclasses import replace

    from questions.domain.drafts import store_draft
    from questions.domain.publishing import publish
    from questions.models import Question

    first = Question.objects.first()
    document = first.current.frozen()
    for number in range(Question.objects.count(), rows):
        copy = replace(document, slug=f"copy-{number}")
        publish(store_draft(first.bank, copy, number), copy)
