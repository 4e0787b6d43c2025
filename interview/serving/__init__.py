"""Running the site: where things are, the embedded database, child processes and the supervisor over them."""


class Refused(Exception):
    """We cannot start. The message tells a person why and what to do; no traceback is needed."""
