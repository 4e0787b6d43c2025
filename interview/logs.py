"""What the log is not told: whoever reads it learns no answers, and gets no link that opens an account."""

import logging
import re

TOKEN = re.compile(r"(/account/(?:reset|confirm)/)(?!sent/|done/)[^/\s]+")
# PostgreSQL repeats the row that it refuses, until the end of the error.
ROW = re.compile(r"\nDETAIL: .*?(?=\n\n(?:The above exception|During handling)|\Z)", re.DOTALL)


class DiscreetFormatter(logging.Formatter):
    """Leaves out the tokens of addresses, and rows that an error of the database quotes."""

    def format(self, record: logging.LogRecord) -> str:
        return ROW.sub("", TOKEN.sub(r"\1***", super().format(record)))
