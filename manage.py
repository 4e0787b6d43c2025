#!/usr/bin/env python
"""Django's command line. Commands that need the embedded database find it running, or start it and stop it again."""

import os
import sys

from interview.serving import Refused, commands, supervisor


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interview.settings")
    if sys.argv[1:] == ["serve"]:  # without Django: this process stays
        sys.exit(supervisor.serve())
    from django.core.management import execute_from_command_line

    try:
        with commands.database_for(sys.argv):
            execute_from_command_line(sys.argv)
    except Refused as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
