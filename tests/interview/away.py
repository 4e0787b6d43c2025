"""A database that is not there: every way in raises what psycopg would."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.db import OperationalError

WAYS_IN = ("django.db.backends.utils.CursorWrapper.execute", "django.db.backends.base.base.BaseDatabaseWrapper.cursor")


@contextmanager
def database_away(way_in: str = WAYS_IN[0], error: type[Exception] = OperationalError) -> Iterator[None]:
    with patch(way_in, side_effect=error("server closed the connection: covert-dsn")):
        yield
