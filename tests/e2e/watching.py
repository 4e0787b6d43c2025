"""Whatever a browser complains about while a test runs."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Request, Response

# The console repeats what the response or the failed request has told already.
REPEATED = "Failed to load resource: "


class Watch:
    """Collects console messages, errors of scripts, failed requests and statuses from 400 up, of all windows."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._announced: list[str] = []
        self._tolerated: list[str] = []
        self._contexts: list[BrowserContext] = []

    def follow(self, context: BrowserContext) -> None:
        self._contexts.append(context)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"script: {error.error}"))
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def announce(self, *parts: str) -> None:
        """Problems with these words in them belong to the test: each must happen, and may happen often."""
        self._announced += parts

    def tolerate(self, *parts: str) -> None:
        """Problems with these words in them may happen or not; a comment says why."""
        self._tolerated += parts

    def verdict(self) -> dict[str, list[str]]:
        """Everything that should not have happened, and everything announced that did not."""
        self._catch_up()
        known = self._announced + self._tolerated
        unexpected = [each for each in self.problems if not any(part in each for part in known)]
        missing = [part for part in self._announced if not any(part in each for each in self.problems)]
        return {"unexpected": unexpected, "missing": missing}

    def _catch_up(self) -> None:
        """Events come in with answers of the browser: ask each open window for one."""
        for page in (page for context in self._contexts for page in context.pages):
            try:
                page.title()
            except Error as gone:
                self.problems.append(f"window: {gone.message}")

    def _console(self, message: ConsoleMessage) -> None:
        if not message.text.startswith(REPEATED):
            self.problems.append(f"console {message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        self.problems.append(f"failed {request.failure}: {request.method} {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"status {response.status}: {response.request.method} {response.url}")
