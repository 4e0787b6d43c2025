"""`manage.py build_messages`: compile the translations without GNU gettext."""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Builds the .mo file of each .po file that is newer."
    requires_system_checks = []

    def handle(self, *args: Any, verbosity: int = 1, **options: Any) -> None:
        for source in _sources():
            target = source.with_suffix(".mo")
            if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
                continue
            # Renamed when complete: a site that runs may read it at any time.
            part = target.with_suffix(".mo.part")
            polib.pofile(str(source)).save_as_mofile(str(part))
            part.replace(target)
            if verbosity:
                self.stdout.write(f"Built {target.relative_to(settings.BASE_DIR)}")


def _sources() -> list[Path]:
    return sorted(path for folder in settings.LOCALE_PATHS for path in Path(folder).glob("*/LC_MESSAGES/*.po"))
