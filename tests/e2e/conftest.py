"""Windows of a browser on the running site. A test fails for anything in the console that it has not announced."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from questions.domain.lexicons import load_lexicon
from questions.domain.loading import load_bank
from questions.domain.shipped import FOLDER
from tests.e2e.looks import Look
from tests.e2e.watching import Watch
from tests.running_site import wait_for

SECONDS = 10  # that anything may take; two browsers and a server share the cores with other tests
expect.set_options(timeout=SECONDS * 1000)

Browse = Callable[..., BrowserContext]


@pytest.fixture
def idle_server(live_server: LiveServer, transactional_db: None) -> Iterator[None]:
    """At the end no request is being answered: tables cannot be emptied under one."""
    running: Counter[str] = Counter()
    counts = {request_started: lambda **_: running.update(n=1), request_finished: lambda **_: running.update(n=-1)}
    for signal, count in counts.items():
        signal.connect(count)
    yield
    wait_for(lambda: running["n"] <= 0, SECONDS)
    for signal, count in counts.items():
        signal.disconnect(count)


@pytest.fixture
def watch(idle_server: None, new_context: Any) -> Iterator[Watch]:
    """Judges before `new_context` closes the windows, which breaks off their requests."""
    watch = Watch()
    yield watch
    assert watch.verdict() == {"unexpected": [], "missing": []}


@pytest.fixture
def browse(new_context: Any, live_server: LiveServer, watch: Watch) -> Browse:
    """`browse(look)` is the browser of one more person, who has never been here; `options` go to Playwright."""

    def open_browser(look: Look = Look(), **options: Any) -> BrowserContext:  # noqa: B008 - it is frozen
        context: BrowserContext = new_context(base_url=live_server.url, **look.options(), **options)
        context.set_default_timeout(SECONDS * 1000)
        watch.follow(context)
        return context

    return open_browser


@pytest.fixture
def context(browse: Browse) -> BrowserContext:
    """The browser of somebody at a desk who reads English."""
    return browse()


@pytest.fixture
def bank(transactional_db: None) -> None:
    load_shipped_bank()


def load_shipped_bank() -> None:
    """The Kubernetes questions."""
    assert load_lexicon(FOLDER)
    assert {loaded.outcome for loaded in load_bank(FOLDER / "kubernetes")} == {"new"}
