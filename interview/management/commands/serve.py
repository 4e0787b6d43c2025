"""`manage.py serve`: run the whole site in the foreground."""

import sys

from django.core.management.base import BaseCommand

from interview.serving import supervisor


class Command(BaseCommand):
    help = "Runs the site: embedded PostgreSQL (unless DATABASE_URL is set), preparation and the web server."
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        sys.exit(supervisor.serve())
