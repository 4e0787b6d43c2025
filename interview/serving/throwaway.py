"""A database server for one run of tests or measurements: in a temporary folder, fast because it need not be safe."""

import atexit
import shutil
import tempfile
from pathlib import Path

from interview.serving.postgres import Cluster

UNSAFE = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off", "max_wal_size=4GB")


def new_cluster(prefix: str) -> Cluster:
    """Not started yet. Whoever starts it stops it; its folder goes with this process."""
    folder = Path(tempfile.mkdtemp(prefix=prefix)).resolve()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o711)  # run by root, PostgreSQL has an account of its own
    options = tuple(part for setting in UNSAFE for part in ("-c", setting))
    return Cluster(folder / "postgres", folder / "socket", folder / "postgres.log", options)
