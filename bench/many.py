"""The question list and its search at 100,000 published questions, against one bare query that an index answers.

Filling the database takes most of a minute, so this part runs only when asked for: `make bench ARGS=many`. All times
are of a whole request in this process, its database included, by the clock: nothing else should run meanwhile.
"""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from bench.pages import database, expect_ok

QUESTIONS, REQUESTS = 100_000, 30
ASKED: dict[str, dict[str, str]] = {
    "list": {},
    "last page": {"page": "2000"},
    "topic and difficulty": {"topic": "networking", "difficulty": "2"},
    "not tried": {"state": "new"},
    "one letter": {"q": "a"},
    "one Chinese character": {"q": "题"},
    "percent sign": {"q": "%"},
    "rare word": {"q": "99999"},
    "common words": {"q": "question number"},
    "60 words": {"q": " ".join(f"{n:x}" for n in range(60))},
    "200 characters": {"q": "z" * 200},
    "nothing found": {"q": "zzzz"},
}
# Copies of the first question under other titles, as publishing one by one would leave them.
COPY = r"""
INSERT INTO questions_question (bank_id, slug, position, status, title, body, difficulty, minutes, max_answer,
    strictness, required_cap_pct, list_cap_pct, groups, follow_ups, goldens, sources, edited, loaded_file,
    loaded_document)
SELECT bank_id, 'copy-' || n, 1000 + n, status, title, body, difficulty, minutes, max_answer,
    strictness, required_cap_pct, list_cap_pct, groups, follow_ups, goldens, sources, 0, '', ''
FROM questions_question, generate_series(1, %(count)s) AS n WHERE id = %(first)s;
INSERT INTO questions_version (question_id, number, document, sha256, note, created, title, difficulty, minutes,
    max_points, tags, search)
SELECT copy.id, 1, document, sha256, '', now(), version.title, 1 + copy.position %% 5, version.minutes, max_points,
    ARRAY[(ARRAY['networking', 'lifecycle', 'architecture', 'observability'])[1 + copy.position %% 4]],
    format(E'第%%s题怎么回答\nquestion number %%s on %%s', copy.position, copy.position, md5(copy.slug))
FROM questions_version AS version, questions_question AS copy
WHERE version.question_id = %(first)s AND copy.current_id IS NULL;
UPDATE questions_question AS copy SET current_id = version.id FROM questions_version AS version
WHERE version.question_id = copy.id AND copy.current_id IS NULL
"""


def measure() -> dict[str, Any]:
    with database():
        from django.core.management import call_command

        call_command("bank", "load", verbosity=0)
        _fill()
        return _figures()


def _fill() -> None:
    from django.db import connection

    from questions.models import Question

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(COPY, {"count": QUESTIONS, "first": Question.objects.earliest("pk").pk})
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("RESET statement_timeout")


def _figures() -> dict[str, Any]:
    """Of each page the median and the slowest time, and the median as a multiple of that of the bare query."""
    bare = _times(_bare_query)[REQUESTS // 2]
    figures: dict[str, Any] = {"bare_query_ms": round(bare, 2)}
    for name, query in ASKED.items():
        times = _times(_page(query))
        middle = times[REQUESTS // 2]
        figures[name] = {"ms": round(middle, 1), "slowest_ms": round(times[-1], 1), "ratio": round(middle / bare, 1)}
    return figures


def _bare_query() -> None:
    """The first 50 rows, read along the index of the list."""
    from questions.models import Question

    bank = Question.objects.earliest("pk").bank_id
    list(Question.objects.published().filter(bank=bank).listed()[:50])


def _page(query: dict[str, str]) -> Callable[[], None]:
    from django.test import Client

    client = Client(headers={"accept": "text/html"})

    def get() -> None:
        expect_ok(client.get(f"/questions/?{urlencode(query)}"))

    return get


def _times(work: Callable[[], None]) -> list[float]:
    """Milliseconds of each call, the shortest first, after a warm-up."""
    work()
    times = []
    for _ in range(REQUESTS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)
