"""No change of an account without the token of the page."""

import pytest

from interview.accounts.models import User
from tests.conftest import HtmlClient
from tests.factories import make_question
from tests.interview.accounts.signing import EMAIL, OTHER, PASSWORD, SIGN_IN, make_user, signed_in
from tests.interview.test_csrf import TOKENS

pytestmark = pytest.mark.django_db

POSTS = {
    SIGN_IN: {"login": "other@viva.test", "password": PASSWORD},
    "/account/sign-up/": {"email": "new@viva.test", "password1": PASSWORD},
    "/account/sign-out/": {},
    "/account/sign-out-elsewhere/": {},
    "/account/email/": {"email": "new@viva.test", "password": PASSWORD},
    "/account/email/cancel/": {},
    "/account/password/": {"oldpassword": PASSWORD, "password1": OTHER, "password2": OTHER},
    "/account/reset/": {"email": EMAIL},
    "/account/reset/a-b/": {"password1": OTHER, "password2": OTHER},
    "/account/confirm/x/": {},
    "/preferences/shortcuts/": {"shortcuts": "off"},
    "/questions/demo/probes/kept/discard/": {},
}


@pytest.mark.parametrize(("form", "headers"), [token[1:] for token in TOKENS], ids=[token[0] for token in TOKENS])
@pytest.mark.parametrize("extra", [{}, {"Origin": "null"}, {"Origin": "https://evil.test"}])
def test_post_without_its_token_changes_nothing(
    form: dict[str, str], headers: dict[str, str], extra: dict[str, str], user: User
) -> None:
    make_question()
    make_user("other@viva.test")
    strict = HtmlClient(enforce_csrf_checks=True)
    strict.force_login(user)
    before = list(User.objects.order_by("pk").values())

    for path, data in POSTS.items():
        response = strict.post(path, data | form, headers=headers | extra)
        assert (path, response.status_code) == (path, 403)
        assert (path, "sessionid" in response.cookies, PASSWORD in response.content.decode()) == (path, False, False)
    assert list(User.objects.order_by("pk").values()) == before
    assert signed_in(strict) is True
