"""What must be true of every page, however it was reached."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Only the violations come back: handing over the whole result takes longer than finding it.
RUN = "options => axe.run(options).then(results => results.violations)"


def assert_fits_everybody(page: Page, targets: bool = True) -> None:
    assert_accessible(page, targets)
    assert_no_sideways_scroll(page)


def assert_accessible(page: Page, targets: bool = True) -> None:
    """Nothing for axe to say. `targets` of 24 px are WCAG 2.2 AA, yet axe leaves them out unless asked."""
    options = {
        "resultTypes": ["violations"],
        "rules": {"target-size": {"enabled": targets}},
        "preload": False,  # it would add a style element, which the policy of the site forbids
    }
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, options)
    told = [(each["id"], node["target"], node["failureSummary"]) for each in found for node in each["nodes"]]
    assert not told, f"{page.url}: {told}"


def assert_no_sideways_scroll(page: Page) -> None:
    """Measured against the window that was asked for: a phone would make its own wider to fit the page."""
    assert page.viewport_size is not None
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
