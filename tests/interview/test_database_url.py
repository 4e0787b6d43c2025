"""A database of one's own may be named with parameters for its sessions, beside those that the site sets."""

import json
import os
import subprocess
import sys

import pytest

from interview.serving.places import PROJECT

SHOW = """
import django, json
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT current_setting('statement_timeout'), current_setting('search_path')")
    print(json.dumps(cursor.fetchone()))
"""


@pytest.mark.parametrize(
    ("parameters", "shown"),
    [
        ("", ["5s", '"$user", public']),
        ("options=-c%20search_path%3Dviva", ["5s", "viva"]),
        ("options=-c%20statement_timeout%3D9s", ["9s", '"$user", public']),
    ],
)
def test_parameters_of_the_address_are_kept_and_win(parameters: str, shown: list[str]) -> None:
    address = os.environ["DATABASE_URL"]
    environment = os.environ | {
        "DATABASE_URL": f"{address}{'&' if '?' in address else '?'}{parameters}",
        "DJANGO_SETTINGS_MODULE": "interview.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == shown
