"""Tests marked `e2e` run in a found Chromium. Without one they are skipped, loudly; with CI=true they fail."""

import os
from typing import Any

import pytest

from tests.plugins.browser_finder import NoBrowser, find

FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
CONTROLS = "PYTEST_XDIST_WORKER" not in os.environ
MISSING = "E2E_MISSING"  # why there is no browser; handed to xdist workers in the environment, as E2E_BROWSER is


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Find it before there are workers, so that only one process installs."""
    if not CONTROLS or "not e2e" in session.config.option.markexpr:
        return
    try:
        os.environ["E2E_BROWSER"] = find()
    except NoBrowser as problem:
        os.environ[MISSING] = str(problem)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("e2e") is None:
        return
    # Playwright's event loop runs in the test's thread, where Django then suspects async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    if reason := os.environ.get(MISSING):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if reason := os.environ.get(MISSING):
        terminalreporter.section("browser tests did not run", red=True, bold=True)
        terminalreporter.write_line(reason)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    return {**browser_type_launch_args, "executable_path": os.environ["E2E_BROWSER"], "args": flags}
