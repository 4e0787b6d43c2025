"""How mail leaves the site: by the server that EMAIL_URL names."""

import os
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


class WrongAddress(ValueError):
    """EMAIL_URL cannot be understood."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """`tls` from the first byte, `starttls` after a greeting, or neither."""

    host: str
    port: int
    user: str
    password: str
    tls: bool
    starttls: bool


def server() -> MailServer | None:
    """The server of EMAIL_URL, None if that is unset. Raises WrongAddress."""
    url = os.environ.get("EMAIL_URL", "")
    return read(url) if url else None


def read(url: str) -> MailServer:
    """`smtp+tls://user:password@host:587` in parts; user and password may be percent-encoded. Raises WrongAddress."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme]
    except (KeyError, ValueError):
        raise WrongAddress(f"EMAIL_URL must be like {' or '.join(f'{name}://…' for name in PORTS)}.") from None
    if not parts.hostname:
        raise WrongAddress("EMAIL_URL names no host.")
    return MailServer(
        host=parts.hostname,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp+tls",
    )
