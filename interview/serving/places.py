"""Where this installation keeps its things. Computes only; nothing is started and only the secret is ever written."""

import hashlib
import os
import secrets
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from urllib.parse import quote

PROJECT = Path(__file__).resolve().parent.parent.parent
DATABASE = "viva"
SOCKET_PATH_LIMIT = 100  # sun_path holds 104 bytes on macOS and 108 on Linux


def data_folder() -> Path:
    """The folder for database, secret and collected static files: `VIVA_DATA`, else `.data` in the project."""
    return Path(os.environ.get("VIVA_DATA") or PROJECT / ".data").resolve()


def database_url() -> str:
    """`DATABASE_URL`, else the address that the embedded server of this data folder has when it runs."""
    return os.environ.get("DATABASE_URL") or socket_url(socket_folder())


def socket_url(folder: Path, database: str = DATABASE) -> str:
    """The address of `database` on the server whose socket is in `folder`."""
    return f"postgresql://postgres@/{database}?host={quote(str(folder), safe='')}"


def uses_embedded_database() -> bool:
    return not os.environ.get("DATABASE_URL")


def postgres_folder() -> Path:
    return data_folder() / "postgres"


def socket_folder() -> Path:
    """A private folder for the database socket: in the data folder, or a short one where that path is too long."""
    folder = data_folder() / "socket"
    if len(os.fsencode(folder / ".s.PGSQL.5432")) <= SOCKET_PATH_LIMIT:
        return folder
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]
    return Path(tempfile.gettempdir()).resolve() / f"viva-{os.geteuid()}-{name}"


@cache
def secret_key() -> str:
    """`SECRET_KEY`, else a random one kept in the data folder with mode 0600. Raises OSError if that cannot be kept."""
    return os.environ.get("SECRET_KEY") or keep(data_folder() / "secret", secrets.token_urlsafe(48)).strip()


def keep(path: Path, text: str) -> str:
    """The content of the private file `path`; if there is none, it is made of `text`, by whoever comes first."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Linking a complete file cannot show anybody an empty one.
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as file, suppress(FileExistsError):
            file.write(text)
            file.flush()
            os.link(file.name, path)
    return path.read_text()
