"""The application a WSGI server runs."""

import os
import signal

from django.core.wsgi import get_wsgi_application

from interview.serving.processes import MARK, end_with_parent

if MARK in os.environ:  # a worker under `manage.py serve` must not outlive a killed server, and keep its port
    end_with_parent(signal.SIGKILL)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interview.settings")
application = get_wsgi_application()
