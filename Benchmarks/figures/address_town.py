"""The program with an address base: a town, its file brought in by the command, and `entraide serve` on it."""

import os
import secrets
import subprocess
from pathlib import Path

from .machine import Process, free_port
from .program import RELEASE, TOWN
from .watched import watch


class AddressTown:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.process = None
        self.port = free_port()
        self.environment = {
            **os.environ, "ENTRAIDE_DATABASE_URL": f"sqlite:{self.folder / 'addresses.sqlite'}", "ENTRAIDE_KEYS_DIR": str(self.folder / "keys"),
            "ENTRAIDE_SECRET_KEY": secrets.token_hex(32), "ENTRAIDE_LISTEN": f"127.0.0.1:{self.port}",
            "ENTRAIDE_SMTP_URL": "smtp://127.0.0.1:9", "ENTRAIDE_RATE_LIMITS": "off", "ENTRAIDE_LOG_LEVEL": "error"}
        self._run("migrate")
        self._run("town", "create", TOWN, "--name", "Banc", "--admin", "admin@banc.invalid")

    def _run(self, *words):
        subprocess.run([RELEASE / "entraide", *words], check=True, env=self.environment, capture_output=True)

    def fill(self, table):
        return watch([RELEASE / "entraide", "import", "addresses", table, "--town", TOWN], self.environment)

    def serve(self):
        base = f"http://127.0.0.1:{self.port}"
        self.process = Process([RELEASE / "entraide", "serve"], self.folder / "serve.log", self.environment, f"{base}/health/ready")
        self.process.wait()
        self.url = f"{base}/t/{TOWN}/adresses"

    def stop(self):
        if self.process:
            self.process.stop()
