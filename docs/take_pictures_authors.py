"""Takes the pictures of docs/authors.md anew, from a new demo site with the shipped questions and a Chinese font:

python -m docs.take_pictures_authors http://127.0.0.1:8000 author@viva.test <password>
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import FloatRect, Page, sync_playwright

from tests.plugins.browser import FLAGS
from tests.plugins.browser_finder import find

FOLDER = Path(__file__).parent / "pictures"
CHANGED = "Say what each probe answers, what follows when it fails, and how to avoid restarts."
CONCEPTS = "exec: exec | command | 执行命令\nhttp [nagate]: http* | 网页\ntcp: tcp | port | 端口"


def main(site: str, email: str, password: str) -> None:
    with sync_playwright() as playwright:
        flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
        browser = playwright.chromium.launch(executable_path=find(), args=flags)
        page = browser.new_page(base_url=site, locale="en-GB", viewport={"width": 1080, "height": 800})
        page.on("dialog", lambda dialog: dialog.accept())
        sign_in(page, email, password)
        editor(page)
        problem(page)
        publishing(page)
        members(page)


def sign_in(page: Page, email: str, password: str) -> None:
    page.goto("/admin/")
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(password)
    page.locator("#id_password").press("Enter")
    page.locator(".app-questions").first.wait_for()


def editor(page: Page) -> None:
    page.goto("/admin/questions/question/?q=health-probes")
    page.locator("#toggle-nav-sidebar").click()
    page.locator("#result_list tbody th a").click()
    page.locator("section:has(#rows-steps) summary").nth(1).click()
    take(page, "editor", "section:has(#rows-steps)")


def problem(page: Page) -> None:
    page.locator("section:has(#rows-criteria) summary").nth(3).click()
    page.locator("[name=criteria-3-concepts]").fill(CONCEPTS)
    page.locator("[data-save-key]").click()
    page.locator(".lines-wrong").wait_for()
    take(page, "problem", ".row:has([name=criteria-3-concepts])")


def publishing(page: Page) -> None:
    page.locator("[name=criteria-3-concepts]").fill(CONCEPTS.replace(" [nagate]", ""))
    page.locator("[name=criteria-3-at_least]").fill("2")
    page.locator("[name=body_en]").fill(CHANGED)
    page.locator("[name=goldens]").fill("")
    page.locator("[name=_publish]").click()
    page.locator("[name=note]").fill("Fewer words, the same facts")
    page.evaluate("document.querySelector('.difference').style.maxHeight = '22rem'")
    take(page, "publish", ".publish")


def members(page: Page) -> None:
    page.goto("/admin/questions/bank/")
    page.locator("#result_list tbody th a").first.click()
    page.locator("[name=members-0-email]").wait_for()
    take(page, "members", "#content")


def take(page: Page, name: str, part: str) -> None:
    """A picture of this part of the page, as far as it fits into the window."""
    page.evaluate("part => document.querySelector(part).scrollIntoView()", part)
    box = page.locator(part).first.bounding_box()
    if box is None:
        raise ValueError(f"{name}: there is no {part} on the page")
    height = min(box["height"], 800 - max(box["y"], 0))
    clip = FloatRect(x=box["x"], y=max(box["y"], 0), width=box["width"], height=height)
    page.screenshot(path=FOLDER / f"{name}.png", clip=clip)


if __name__ == "__main__":
    main(*sys.argv[1:])
