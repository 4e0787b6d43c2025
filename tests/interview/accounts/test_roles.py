from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from interview.accounts.models import User
from interview.serving import demo, mail, places

pytestmark = pytest.mark.django_db

ROLES = ["admin", "author", "interviewer"]
migration = import_module("interview.accounts.migrations.0003_site_groups")


def names() -> list[str]:
    return list(Group.objects.order_by("name").values_list("name", flat=True))


def test_roles_come_and_go_with_their_migration() -> None:
    Group.objects.all().delete()
    Group.objects.create(name="our own")

    migration.make_groups(apps, None)
    migration.make_groups(apps, None)
    assert names() == [*ROLES, "our own"]
    migration.remove_groups(apps, None)
    assert names() == ["our own"]


def test_demo_people_have_their_roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "data_folder", lambda: tmp_path)
    migration.make_groups(apps, None)

    demo.create_people()
    demo.create_people()

    people = User.objects.order_by("email")
    assert [(user.email, [group.name for group in user.groups.all()], user.is_superuser) for user in people] == [
        ("admin@viva.test", ["admin"], True),
        ("author@viva.test", ["author"], False),
        ("candidate@viva.test", [], False),
        ("interviewer@viva.test", ["interviewer"], False),
    ]
    assert {address.verified for user in people for address in user.emailaddress_set.all()} == {True}


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.test", mail.MailServer("mail.test", 25, "", "", False, False)),
        ("smtp+tls://me%40x:p%2Fw@mail.test", mail.MailServer("mail.test", 587, "me@x", "p/w", False, True)),
        ("smtps://u:p@mail.test:2465", mail.MailServer("mail.test", 2465, "u", "p", True, False)),
    ],
)
def test_mail_server_is_read_from_its_address(url: str, server: mail.MailServer) -> None:
    assert mail.read(url) == server


@pytest.mark.parametrize("url", ["mail.test", "http://mail.test", "smtp://", "smtp://host:port", "smtp://h:99999"])
def test_wrong_address_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(mail.WrongAddress, match=r"^EMAIL_URL "):
        mail.read(url)
