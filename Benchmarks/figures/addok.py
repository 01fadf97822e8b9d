"""The peer of the address search: addok as its authors configure it for France, on a private Redis."""

import json
import os
import subprocess
import time
from pathlib import Path

from .machine import Process, free_port, resident
from .watched import Watched, watch

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
        """With the index that completion needs."""
        steps = [watch([PYTHON / "addok", *command], self.environment, [self.redis]) for command in (["batch", documents], ["ngrams"])]
        return Watched(sum(step.seconds for step in steps), sum(step.cpu for step in steps), max(step.peak for step in steps))

    def serve(self):
        """Its own HTTP, two workers on two cores."""
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        command = [
            PYTHON / "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", "--log-level", "error", "--worker-tmp-dir", "/dev/shm",
            "addok.http.wsgi:application"]
        self.process = Process(command, self.folder / "addok-http.log", self.environment, f"{base}/search/?q=rue")
        self.process.wait()
        self.url = f"{base}/search/"

    def stop_serving(self):
        self.process.stop()

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
