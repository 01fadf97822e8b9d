"""The program: a large town seeded through its own repositories, and `entraide serve` on it."""

import secrets
import sqlite3
import subprocess
import time
from pathlib import Path

from .machine import Process, free_port

RELEASE = Path(".build/release")
TOWN = "banc"


class Program:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.database = self.folder / "entraide.sqlite"
        self.key = secrets.token_hex(32)
        started = time.monotonic()
        subprocess.run(
            [RELEASE / "Benchmark", "seed", "--database", f"sqlite:{self.database}", "--keys", self.folder / "keys", "--key", self.key],
            check=True)
        self.seeding = time.monotonic() - started
        self.process = None

    def serve(self):
        """Starts it; answers the seconds until `/health/ready` said 200."""
        port = free_port()
        self.base = f"http://127.0.0.1:{port}"
        # Nobody listens on the discard port: what is put into the outbox waits there, as the peer's does.
        environment = {
            "ENTRAIDE_DATABASE_URL": f"sqlite:{self.database}", "ENTRAIDE_KEYS_DIR": str(self.folder / "keys"),
            "ENTRAIDE_SECRET_KEY": self.key, "ENTRAIDE_LISTEN": f"127.0.0.1:{port}", "ENTRAIDE_SMTP_URL": "smtp://127.0.0.1:9",
            "ENTRAIDE_RATE_LIMITS": "off", "ENTRAIDE_LOG_LEVEL": "error",
        }
        self.process = Process([RELEASE / "entraide", "serve"], self.folder / "serve.log", environment, f"{self.base}/health/ready")
        return self.process.wait()

    def stop(self):
        if self.process:
            self.process.stop()

    @property
    def needs(self):
        return f"{self.base}/t/{TOWN}/demandes?categorie=groceries"

    @property
    def asking(self):
        return f"{self.base}/api/v1/towns/{TOWN}/requests"

    @property
    def near(self):
        return f"{self.base}/api/v1/towns/{TOWN}/offers"

    def rows(self, query):
        """Read beside the server, as any reader of the file may."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as connection:
            return connection.execute(query).fetchall()

    def count(self):
        """Requests, and how many of them lack a person, a proof of the notice or a receipt."""
        (requests,), = self.rows("SELECT count(*) FROM help_requests")
        (torn,), = self.rows(
            "SELECT count(*) FROM help_requests r WHERE door = 'api' AND NOT (EXISTS (SELECT 1 FROM people p WHERE p.town_id = r.town_id "
            "AND p.id = r.asker_id) AND EXISTS (SELECT 1 FROM consents c WHERE c.town_id = r.town_id AND c.person_id = r.asker_id))")
        return requests, torn
