"""`manage.py delete_account EMAIL`: forget somebody who asks for it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from interview.accounts.models import User
from interview.models import Attempt


class Command(BaseCommand):
    help = "Say what an account holds; with --yes, delete it and all that was done with it. There is no way back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--yes", action="store_true", help="delete it now")

    @transaction.atomic
    def handle(self, *args: Any, email: str, yes: bool, **options: Any) -> None:
        user = User.objects.select_for_update().filter(email=User.objects.normalize_email(email)).first()
        if user is None:
            raise CommandError(f"There is no account with the address {email}.")
        answers = Attempt.objects.filter(person__user=user).count()
        if yes:
            user.delete()
        done = "deleted" if yes else "found; --yes deletes them"
        self.stdout.write(f"Account {user.email} with {answers} submitted answers: {done}.")
