"""Every page, in every look: nothing in the console, nothing for axe, no sideways scroll.

A new page is one more function in PAGES of visits.py. The journey visits the pages of practice with the shipped
questions; pages of accounts and of the admin have their own lists in test_accounts.py and test_admin_pages.py.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e.checks import assert_fits_everybody
from tests.e2e.conftest import Browse
from tests.e2e.looks import FOUR_LOOKS, Look
from tests.e2e.visits import PAGES, Visit
from tests.e2e.watching import Watch

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("look", FOUR_LOOKS, ids=str)
@pytest.mark.parametrize("show", PAGES, ids=lambda show: show.__name__)
def test_page_fits_everybody(
    show: Callable[[Visit], str], look: Look, browse: Browse, live_server: LiveServer, watch: Watch
) -> None:
    page = browse(look).new_page()

    shown = show(Visit(page, live_server.url, watch))

    expect(page.locator(shown)).to_be_visible()
    assert_fits_everybody(page, targets="/admin/" not in page.url)  # those of Django are smaller
