import os
from pathlib import Path

import pytest

from tests.plugins import browser_finder
from tests.plugins.browser_finder import NoBrowser, find


@pytest.fixture(autouse=True)
def nothing_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser, no npm, no apt; each test adds what it is about."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("E2E_BROWSER", raising=False)
    monkeypatch.delenv("E2E_APT", raising=False)
    monkeypatch.setattr(browser_finder, "FOLDER", tmp_path / "unpacked")
    monkeypatch.setattr(browser_finder, "of_playwright", lambda: None)


def add(folder: Path, name: str, script: str = "exit 0") -> str:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_named_browser_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(tmp_path, "chromium")
    mine = add(tmp_path, "mine")
    monkeypatch.setenv("E2E_BROWSER", mine)

    assert find() == mine


def test_named_browser_that_cannot_run_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(tmp_path, "chromium")
    monkeypatch.setenv("E2E_BROWSER", str(tmp_path / "missing"))

    with pytest.raises(NoBrowser, match="cannot be executed"):
        find()


def test_headless_shell_comes_before_others_on_the_path(tmp_path: Path) -> None:
    chrome = add(tmp_path, "google-chrome")
    assert find() == chrome

    shell = add(tmp_path, "chromium-headless-shell")
    assert find() == shell


def test_unpacked_package_comes_before_playwrights_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_finder, "of_playwright", lambda: "playwright's")
    assert find() == "playwright's"

    packaged = add(tmp_path / "unpacked", f"chromium-{browser_finder.VERSION}")
    assert find() == packaged


def test_unpacked_package_that_lacks_libraries_is_passed_over(tmp_path: Path) -> None:
    add(tmp_path / "unpacked", f"chromium-{browser_finder.VERSION}", "exit 127")

    with pytest.raises(NoBrowser):
        find()


def test_apt_is_used_only_when_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_finder.os, "geteuid", lambda: 0)
    shell = tmp_path / "chromium-headless-shell"
    add(tmp_path, "apt-get", f"PATH={os.defpath}; [ $5 != install ] || install -m 755 $0 {shell}")
    with pytest.raises(NoBrowser, match="E2E_APT=1"):
        find()

    monkeypatch.setenv("E2E_APT", "1")
    assert find() == str(shell)
