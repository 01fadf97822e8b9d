"""Processes of this run, what they use, and the machine they run on."""

import os
import platform
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def free_port():
    """A loopback port below the range that the kernel gives to outgoing connections."""
    for port in range(21000, 31000):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                if port not in _taken:
                    _taken.add(port)
                    return port
            except OSError:
                continue
    raise RuntimeError("no free port")


_taken = set()


class Process:
    """A server that this run started, with its children."""

    def __init__(self, command, log, environment=None, answers=None):
        self.url = answers
        self.log = Path(log)
        self.started = time.monotonic()
        self.child = subprocess.Popen(
            [str(part) for part in command], stdout=self.log.open("wb"), stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})}, start_new_session=True)

    def wait(self, seconds=60):
        """Until it answers 200; how long that took since the start."""
        while time.monotonic() - self.started < seconds:
            if self.child.poll() is not None:
                break
            try:
                with urllib.request.urlopen(self.url, timeout=5) as answer:
                    if answer.status == 200:
                        return time.monotonic() - self.started
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.002)
        raise RuntimeError(f"{self.child.args[0]} does not answer:\n{self.log.read_text(errors='replace')[-2000:]}")

    @property
    def pids(self):
        return [self.child.pid, *descendants(self.child.pid)]

    def cpu(self):
        return sum(cpu_of(pid) for pid in self.pids)

    def memory(self):
        """Resident megabytes of the process and its children, shared pages counted once (PSS)."""
        return sum(memory_of(pid) for pid in self.pids)

    def stop(self):
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)
            try:
                self.child.wait(20)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()


def descendants(parent):
    found = []
    try:
        text = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    except OSError:
        return found
    for child in map(int, text.split()):
        found += [child, *descendants(child)]
    return found


def cpu_of(pid):
    """Seconds of user and system time, of ended children too."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / TICK


def memory_of(pid):
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def resident(pid):
    """VmRSS in megabytes: what a system's tools show."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def description():
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    memory = int(open("/proc/meminfo").readline().split()[1]) // 1024 // 1024
    return f"{os.cpu_count()} × {model}, {memory} GiB, Linux {platform.release()}; load {os.getloadavg()[0]:.1f} at the start"
