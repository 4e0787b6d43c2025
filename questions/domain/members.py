"""Making somebody an author of a bank."""

from django.contrib.auth.models import Group
from django.db import transaction

from interview.accounts.models import User
from questions.models import Bank, BankMember
from questions.models.bank import AUTHORS


@transaction.atomic
def add_member(bank: Bank, user: User, role: str) -> BankMember:
    """Let the user into the admin, with this role in the bank in place of the one they had."""
    User.objects.filter(pk=user.pk).update(is_staff=True)
    user.groups.add(Group.objects.get_or_create(name=AUTHORS)[0])
    return BankMember.objects.update_or_create(bank=bank, user=user, defaults={"role": role})[0]
