"""Takes the pictures of the guides anew, from a running site with the shipped questions and a Chinese font:

python -m docs.take_pictures http://127.0.0.1:8000
"""

import os
import re
import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from tests.plugins.browser import FLAGS
from tests.plugins.browser_finder import find

FOLDER = Path(__file__).parent
QUESTION = "/questions/kubernetes/restart-policy/"
BETTER = "OnFailure looks at the exit code: only if it is not zero, the kubelet restarts the container in place."


def main(site: str) -> None:
    with sync_playwright() as playwright:
        flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
        browser = playwright.chromium.launch(executable_path=find(), args=flags)
        english(visitor(browser, site, "en-GB", width=1080))
        english_compared(visitor(browser, site, "en-GB", width=1080, theme="dark"))
        chinese(visitor(browser, site, "zh-CN", width=1080))
        chinese_phone(visitor(browser, site, "zh-CN", width=390, theme="dark"))


def visitor(browser: Browser, site: str, locale: str, width: int, theme: Literal["light", "dark"] = "light") -> Page:
    """The first page of somebody who has never been here."""
    page = browser.new_page(
        base_url=site,
        locale=locale,
        color_scheme=theme,
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
    )
    page.goto(QUESTION)
    return page


def english(page: Page) -> None:
    fill(page, example("candidates.md"))
    page.set_viewport_size({"width": 880, "height": 1180})
    take(page, "question")
    page.set_viewport_size({"width": 1080, "height": 820})
    submit(page)
    take(page, "result")


def english_compared(page: Page) -> None:
    fill(page, example("candidates.md"))
    submit(page)
    page.locator("form[action$='/revise/'] button").click()
    fill(page, "\n".join([*example("candidates.md").splitlines()[:-1], BETTER]))
    submit(page)
    page.locator(".notice a[href*='/compare/']").click()
    page.set_viewport_size({"width": 1080, "height": 940})
    take(page, "compare")


def chinese(page: Page) -> None:
    fill(page, example("candidates.zh-Hans.md"))
    page.set_viewport_size({"width": 1080, "height": 690})
    submit(page)
    take(page, "result-zh")


def chinese_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 1180})
    fill(page, example("candidates.zh-Hans.md"))
    take(page, "question-zh")


def example(guide: str) -> str:
    """The answer that the worked example of a guide judges."""
    found = re.search(r"```text\n(.*?)\n```", (FOLDER / guide).read_text("utf-8"), re.DOTALL)
    if found is None:
        raise ValueError(f"{guide} has no worked example")
    return found[1]


def fill(page: Page, answer: str) -> None:
    """Answer, after one hint, rather surely; then wait until it is saved."""
    page.locator("#hints button").first.click()
    page.locator("#hint-1").wait_for()
    page.locator("#answer").fill(answer)
    page.locator("[name=confidence][value='3']").check(force=True)
    page.locator("#save-status .status-good").wait_for()


def submit(page: Page) -> None:
    page.locator("[data-key='Control+Enter']").click()
    page.locator("#score").wait_for()


def take(page: Page, name: str) -> None:
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.screenshot(path=FOLDER / "pictures" / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1])
