import pytest
from tests.interview.away import database_away
from django.db import connection
from django.test.utils import CaptureQueriesContext
@pytest.mark.django_db
def test_x(candidate, guest):
    for b in (guest, candidate):
        with CaptureQueriesContext(connection) as q: b.get("/health/")
        print([x["sql"][:150] for x in q.captured_queries])
    candidate.raise_request_exception=True
    with database_away():
        r = candidate.post("/preferences/theme/", {"theme": "dark", "next": "/questions/"})
        print(r.status_code, r.content[:200])
