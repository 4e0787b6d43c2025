import pytest
from django.core.management import CommandError, call_command

from interview.accounts.models import User
from tests.conftest import signed_in
from tests.factories import make_question
from tests.questions.admin.pages import address

pytestmark = pytest.mark.django_db


def test_an_account_becomes_an_author_and_may_edit(capsys):
    question = make_question()
    browser = signed_in("ann@viva.test")
    assert browser.get(address("change", question)).status_code == 302
    call_command("bank_member", "demo", "ANN@viva.test", "author")
    assert capsys.readouterr().out == "ann@viva.test is author of demo\n"
    assert 'name="title_en"' in browser.get(address("change", question)).content.decode()


def test_the_role_is_replaced():
    question, user = make_question(), User.objects.create_user("ann@viva.test")
    for role in ("owner", "reviewer"):
        call_command("bank_member", "demo", "ann@viva.test", role)
    assert list(user.bank_memberships.values_list("bank__slug", "role")) == [("demo", "reviewer")]
    assert (question.bank.members.count(), user.groups.count()) == (1, 1)


@pytest.mark.parametrize(
    ("bank", "email", "role"),
    [("none", "ann@viva.test", "author"), ("demo", "bo@viva.test", "author"), ("demo", "ann@viva.test", "boss")],
)
def test_what_is_not_there_is_named_and_nothing_changes(bank, email, role):
    make_question()
    User.objects.create_user("ann@viva.test")
    User.objects.create_user("bo@viva.test", is_active=False)
    with pytest.raises(CommandError):
        call_command("bank_member", bank, email, role)
    assert not User.objects.filter(is_staff=True).exists()
