"""The peer of the address search: addok as its authors configure it for France, on a private Redis."""

import json
import os
import subprocess
import time
from pathlib import Path

from .machine import Process, free_port, resident

HERE = Path(__file__).resolve().parent.parent
PYTHON = Path(".build/benchmarks/venv-addok/bin")


class Addok:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.port = free_port()
        command = ["redis-server", "--port", self.port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", self.folder]
        self.redis = Process(command, self.folder / "redis.log")
        self.environment = {
            **os.environ, "REDIS_PORT": str(self.port), "PYTHONWARNINGS": "ignore",
            "ADDOK_CONFIG_MODULE": str(HERE / "addresses" / "addok_settings.py")}
        self._wait()

    def _wait(self):
        for _ in range(200):
            if subprocess.run(["redis-cli", "-p", str(self.port), "ping"], capture_output=True).stdout == b"PONG\n":
                return
            time.sleep(0.05)
        raise RuntimeError((self.folder / "redis.log").read_text(errors="replace")[-2000:])

    def fill(self, documents):
        """Seconds to import, with the index that completion needs."""
        start = time.monotonic()
        for command in (["batch", documents], ["ngrams"]):
            subprocess.run(
                [PYTHON / "addok", *command], check=True, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.monotonic() - start

    def ask(self, queries):
        answers = self.folder / "addok.json"
        subprocess.run(
            [PYTHON / "python", HERE / "addresses" / "ask_addok.py", queries, answers], check=True, env=self.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return json.loads(answers.read_text())

    @property
    def memory(self):
        """Resident megabytes of Redis."""
        return resident(self.redis.child.pid)

    def stop(self):
        self.redis.stop()
