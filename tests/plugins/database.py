"""One throw-away PostgreSQL server for the run, unless DATABASE_URL names another; test settings; translations.

The process that controls the run starts and stops the server; pytest-xdist workers inherit its address.
"""

import os
import shutil
import signal

import django
import pytest
from django.conf import settings
from django.core.management import call_command

from interview.serving import places
from interview.serving.postgres import STOP_SECONDS, Cluster
from interview.serving.processes import Child
from interview.serving.throwaway import new_cluster

CONTROLS = "PYTEST_XDIST_WORKER" not in os.environ


def _set_up_django() -> Cluster | None:
    """Now, not in a hook, so that conftest files may import models. The server is only needed later."""
    cluster = None if os.environ.get("DATABASE_URL") else new_cluster("viva-test-")
    if cluster:
        os.environ["DATABASE_URL"] = places.socket_url(cluster.sockets)
    secret = "only-for-tests-" + "x" * 40
    os.environ.update(VIVA_TESTING="1", SECRET_KEY=secret, DJANGO_SETTINGS_MODULE="interview.settings")
    django.setup()
    return cluster


if CONTROLS and settings.configured:
    pytest.exit("Unset DJANGO_SETTINGS_MODULE: settings are read before the tests have set their environment.", 4)
CLUSTER = _set_up_django()
_server: list[Child] = []


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    if not CONTROLS:
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that TERM cleans up as Ctrl-C does
    if CLUSTER:
        _server.append(CLUSTER.start())
    call_command("build_messages", verbosity=0)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    if CLUSTER:
        for child in _server:
            child.stop(STOP_SECONDS)
        shutil.rmtree(CLUSTER.folder.parent, ignore_errors=True)
