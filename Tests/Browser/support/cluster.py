"""A private PostgreSQL that may be killed and started again, and small disks that may be filled."""
import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from support.places import ROOT


class Cluster:
    """It keeps its promises: fsync on."""

    def __init__(self, folder):
        self.folder = folder
        self.url = self._script("start").stdout.split()[-1]

    def new_database(self, tablespace="pg_default"):
        """The address of an empty database."""
        name = f"faults_{time.time_ns()}"
        self.execute(f"CREATE DATABASE {name} TABLESPACE {tablespace}")
        return self.url.removesuffix("postgres") + name

    def execute(self, statement, check=True):
        subprocess.run(["psql", self.url, "-qc", statement], check=check, stdout=subprocess.DEVNULL, timeout=30)

    def kill(self):
        """Its first process dies without a word; the others end when they notice."""
        os.kill(int((self._place() / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)

    def restart(self):
        self._script("restart")

    def stop(self):
        self._script("stop")

    def log(self):
        return (self._place() / "server.log").read_text()

    def _place(self):
        return Path((self.folder / "place").read_text().strip())

    def _script(self, verb):
        command = [str(ROOT / "scripts/test-postgres"), verb, str(self.folder)]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=os.environ | {"FSYNC": "on"})


@contextmanager
def small_disk(megabytes):
    """A folder that is a file system of its own, open to every user; gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="entraide-disk."))
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=777", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)
        folder.rmdir()


@contextmanager
def full(folder, but=300_000):
    """The disk of this folder holds nothing more than `but` bytes, until the end of the block."""
    ballast = folder / "ballast"
    ballast.write_bytes(b"x" * max(0, shutil.disk_usage(folder).free - but))
    yield
    ballast.unlink()
