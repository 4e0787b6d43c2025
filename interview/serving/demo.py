"""Demo people, so that somebody who tries the site can sign in at once. Their passwords are random."""

import os
import secrets
from typing import TYPE_CHECKING

from interview.serving import places

if TYPE_CHECKING:
    from interview.accounts.models import User

NAMES = ("admin", "author", "interviewer", "candidate")
FILE = "demo-people.txt"


def wanted() -> bool:
    return os.environ.get("VIVA_DEMO") == "1"


def passwords() -> dict[str, str]:
    """E-mail → password, kept in a private file of the data folder and made at the first call."""
    fresh = "".join(f"{name}@viva.test {secrets.token_urlsafe(9)}\n" for name in NAMES)
    lines = places.keep(places.data_folder() / FILE, fresh).splitlines()
    return dict(line.split() for line in lines)


def announcement() -> list[str]:
    """Lines for the terminal; none without demo people."""
    if not wanted():
        return []
    return ["  Sign in as", *(f"    {email:24} {password}" for email, password in passwords().items())]


def create_people() -> None:
    """Make the missing ones, each in the group of their name, all with the passwords of the file."""
    from interview.accounts.models import User

    for email, password in passwords().items():
        user = User.objects.filter(email=email).first()
        if user is None:
            create = User.objects.create_superuser if email.startswith("admin@") else User.objects.create_user
            user = create(email, password)
        elif not user.check_password(password):
            user.set_password(password)
            user.save(update_fields=["password"])
        _introduce(user)


def _introduce(user: "User") -> None:
    from allauth.account.models import EmailAddress
    from django.contrib.auth.models import Group

    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    user.groups.add(*Group.objects.filter(name=user.email.partition("@")[0]))
    if user.email.startswith("author@"):
        _give_bank(user, "kubernetes")


def _give_bank(author: "User", slug: str) -> None:
    """Let the author into the admin, as owner of a bank if it is there."""
    from questions.models import Bank, BankMember

    type(author).objects.filter(pk=author.pk).update(is_staff=True)
    for bank in Bank.objects.filter(slug=slug):
        BankMember.objects.get_or_create(bank=bank, user=author, defaults={"role": BankMember.Role.OWNER})
