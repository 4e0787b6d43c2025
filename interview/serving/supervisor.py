"""The foreground process of a site: starts everything in order, restarts what dies, stops everything in order.

It loads no Django, so that the process that lives longest stays small.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Callable

import psycopg

from interview.serving import Refused, demo, folder, places, stopping, web
from interview.serving.postgres import Cluster, embedded, wait_until_answers
from interview.serving.processes import MARK, Child

WAIT_FOR_DATABASE = 30  # seconds, for a server of DATABASE_URL
STOP_SECONDS = 20
DEATHS = 5  # of any child within DEATH_SECONDS: then we give up
DEATH_SECONDS = 60


def serve() -> int:
    """Run the site until INT or TERM; returns the exit status."""
    stopping.listen()
    try:
        with folder.held(places.data_folder()) as was_killed:
            Supervisor(web.from_environment(), was_killed).run()
    except stopping.Stopped:
        return 0
    except Refused as problem:
        print(problem, file=sys.stderr, flush=True)
        return 1
    return 0


class Supervisor:
    """`children` by name, in the order of their start; they are stopped in the opposite order."""

    def __init__(self, site: web.Web, was_killed: bool) -> None:
        self.site = site
        self.was_killed = was_killed
        self.database: Cluster | None = embedded() if places.uses_embedded_database() else None
        self.environment = {**os.environ, "DATABASE_URL": places.database_url(), MARK: str(places.data_folder())}
        self.children: dict[str, Child] = {}
        self.deaths: deque[float] = deque(maxlen=DEATHS)

    def run(self) -> None:
        """Raises Stopped when asked to stop, Refused when something cannot start or keeps dying."""
        try:
            self._check_port()
            if self.database:
                self.children["database"] = self.database.start()
            else:
                _wait_for_database()
            self._prepare()
            self.children["web"] = self._start_web()
            self._watch()
        finally:
            for child in reversed(self.children.values()):
                child.stop(STOP_SECONDS)

    def _check_port(self) -> None:
        if self.was_killed:
            from interview.serving import leftovers  # only a start after a crash needs it

            leftovers.kill_marked(places.data_folder())
        self.site.check_port()

    def _prepare(self) -> None:
        """Migrations may take longer than a request may, and their memory is not wanted later: a process of its own."""
        environment = {**self.environment, "DATABASE_STATEMENT_SECONDS": "0"}
        arguments = [sys.executable, "manage.py", "prepare"]
        preparing = self.children["preparing"] = Child(arguments, environment, folder=places.PROJECT)
        while preparing.alive():
            stopping.pause(0.05)
        if preparing.process.returncode:
            raise Refused("The site could not be prepared; the reason is above.")
        del self.children["preparing"]

    def _start_web(self) -> Child:
        return self.site.start(self.environment)

    def _watch(self) -> None:
        announced = False
        while True:
            stopping.pause(0.1)
            self._restart_dead()
            if not announced and self.site.answers():
                announced = True
                self._announce()

    def _restart_dead(self) -> None:
        starts: dict[str, Callable[[], Child]] = {"web": self._start_web}
        if self.database:
            starts["database"] = self.database.start
        for name, child in list(self.children.items()):
            if not child.alive():
                child.kill()
                self._count_death(name)
                self.children[name] = starts[name]()

    def _count_death(self, name: str) -> None:
        """Wait a little longer after each death. Raises Refused when there were too many."""
        now = time.monotonic()
        self.deaths.append(now)
        recent = [death for death in self.deaths if now - death < DEATH_SECONDS]
        if len(recent) == DEATHS:
            raise Refused(f"The {name} process has died again, {DEATHS} deaths in {DEATH_SECONDS} seconds: giving up.")
        print(f"The {name} process has died; starting it again.", file=sys.stderr, flush=True)
        stopping.pause(0.1 * 2 ** len(recent))

    def _announce(self) -> None:
        lines = ["", f"  Viva is ready: {self.site.url}", *demo.announcement(), "  Ctrl-C stops it.", ""]
        print("\n".join(lines), flush=True)


def _wait_for_database() -> None:
    try:
        wait_until_answers(places.database_url(), WAIT_FOR_DATABASE)
    except psycopg.Error as problem:
        reason = str(problem).strip()
        raise Refused(f"The server of DATABASE_URL did not answer in {WAIT_FOR_DATABASE} seconds: {reason}") from None
