"""`manage.py bank_member <bank> <e-mail address> <role>`: let an account into the admin, to work on a bank."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from interview.accounts.models import User
from questions.domain.members import add_member
from questions.models import Bank, BankMember


class Command(BaseCommand):
    help = "Give an account a role in a bank. Owners remove members on the page of the bank."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bank", help="its slug")
        parser.add_argument("email", help="address of an account that exists")
        parser.add_argument("role", choices=BankMember.Role.values)

    def handle(self, *args: Any, bank: str, email: str, role: str, **options: Any) -> None:
        found = Bank.objects.filter(slug=bank).first()
        if found is None:
            raise CommandError(f"there is no bank {bank!r}")
        user = User.objects.filter(email__iexact=email, is_active=True).first()
        if user is None:
            raise CommandError(f"there is no account with the address {email!r}")
        add_member(found, user, role)
        self.stdout.write(f"{user.email} is {role} of {bank}")
