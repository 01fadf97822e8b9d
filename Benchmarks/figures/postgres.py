"""A private PostgreSQL 15 for the peer: durable as it comes (fsync and synchronous_commit on), with memory to spare."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from .machine import cpu_of, descendants, memory_of

BIN = Path("/usr/lib/postgresql/15/bin")
SETTINGS = {
    "listen_addresses": "", "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "shared_buffers": "512MB",
    "effective_cache_size": "2GB", "max_connections": "150", "random_page_cost": "1.1", "jit": "off", "max_wal_size": "4GB",
    "checkpoint_timeout": "30min",
}


class Postgres:
    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="entraide-bench-pg."))
        self.data, self.socket = self.folder / "data", self.folder / "socket"
        self.socket.mkdir()
        if os.getuid() == 0:
            account = pwd.getpwnam("postgres")
            for path in (self.folder, self.socket):
                os.chown(path, account.pw_uid, account.pw_gid)
        self._as_postgres(BIN / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8")
        options = " ".join(f"-c {name}={value or chr(39) * 2}" for name, value in SETTINGS.items())
        self._as_postgres(
            BIN / "pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o", f"-k {self.socket} {options}", "start")
        self.pid = int((self.data / "postmaster.pid").read_text().split()[0])
        self.connection = f"host={self.socket} user=postgres dbname=postgres"
        self.environment = {"PEER_POSTGRES_SOCKET": str(self.socket)}

    def _as_postgres(self, *command):
        """PostgreSQL refuses to run as root."""
        drop = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", "--"] if os.getuid() == 0 else []
        subprocess.run([*drop, *map(str, command)], check=True, capture_output=True, cwd="/", env={"PATH": os.environ["PATH"], "HOME": "/"})

    @property
    def pids(self):
        return [self.pid, *descendants(self.pid)]

    def cpu(self):
        return sum(cpu_of(pid) for pid in self.pids)

    def memory(self):
        return sum(memory_of(pid) for pid in self.pids)

    def stop(self):
        try:
            self._as_postgres(BIN / "pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
