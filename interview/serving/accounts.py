"""Run by root, PostgreSQL refuses to start: it gets a system account of its own, and ways to reach its folders."""

import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path

from interview.serving import Refused

NAME = "viva-postgres"


def for_postgres() -> pwd.struct_passwd | None:
    """The account to run PostgreSQL under, created when missing; None (our own) unless we are root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        _create()
        return pwd.getpwnam(NAME)


def _create() -> None:
    useradd = shutil.which("useradd")
    if useradd is None:
        raise Refused("PostgreSQL does not run as root and there is no useradd here: start as an ordinary user.")
    options = ["--system", "--no-create-home", "--user-group", "--shell", "/usr/sbin/nologin"]
    done = subprocess.run([useradd, *options, NAME], capture_output=True, text=True)
    if done.returncode and "already exists" not in done.stderr:
        raise Refused(f"Cannot create the system user {NAME}: {done.stderr.strip()}")


def private_folder(path: Path, account: pwd.struct_passwd | None) -> None:
    """Make `path` a folder (0700) of `account`, or of us, with all it holds. Refused if it is somebody else's."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    owner = account.pw_uid if account else os.geteuid()
    if path.is_symlink() or path.stat().st_uid not in {owner, os.geteuid()}:
        raise Refused(f"{path} belongs to somebody else.")
    if account and path.stat().st_uid != owner:
        for folder, _, names in os.walk(path):
            for item in [folder, *(os.path.join(folder, name) for name in names)]:  # noqa: PTH118
                os.chown(item, account.pw_uid, account.pw_gid, follow_symlinks=False)
    path.chmod(0o700)


def open_way_to(path: Path) -> list[Path]:
    """Let everybody pass through the folders above `path`, not list them; returns those that had to be changed."""
    closed = [folder for folder in path.parents if not folder.stat().st_mode & stat.S_IXOTH]
    for folder in closed:
        folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    return closed


def open_for_reading(path: Path) -> bool:
    """Let everybody read all below `path`, which an installation under a strict umask forbids; returns if it did."""
    if path.stat().st_mode & stat.S_IROTH:
        return False
    for item in [path, *path.rglob("*")]:
        if not item.is_symlink():
            mode = item.stat().st_mode
            item.chmod(mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0))
    return True
