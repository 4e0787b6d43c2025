"""`manage.py prepare`: everything a new version of the site needs before it can serve pages."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from interview.serving import demo, static_files


class Command(BaseCommand):
    help = "Builds translations and static files, migrates the database, loads the bank; demo people if VIVA_DEMO=1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only-files", action="store_true", help="without the database, as an image is built")

    def handle(self, *args: Any, only_files: bool = False, **options: Any) -> None:
        call_command("build_messages", verbosity=0)
        static_files.collect()
        if only_files:
            return
        call_command("migrate", interactive=False, verbosity=0)
        self._load_bank()
        if demo.wanted():
            demo.create_people()

    def _load_bank(self) -> None:
        """A file that is not valid keeps nobody from the other questions: it is named, and the site starts."""
        try:
            call_command("bank", "load")
        except CommandError as error:
            self.stderr.write(str(error))
