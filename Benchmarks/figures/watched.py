"""A command watched while it works: seconds, processor time, the most memory."""

import resource
import subprocess
import time
from dataclasses import dataclass

from .machine import descendants, memory_of

INTERVAL = 0.05


@dataclass
class Watched:
    seconds: float
    cpu: float
    peak: float


def watch(command, environment, beside=()):
    """`beside`: processes that work for the command; their memory counts, and their processor time."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    theirs, peak = sum(process.cpu() for process in beside), 0
    child = subprocess.Popen([str(part) for part in command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while child.poll() is None:
        pids = [child.pid, *descendants(child.pid), *(pid for process in beside for pid in process.pids)]
        peak = max(peak, sum(map(memory_of, pids)))
        time.sleep(INTERVAL)
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if child.returncode:
        raise RuntimeError(f"{command[0]}: {child.stderr.read().decode(errors='replace')[-2000:]}")
    own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Watched(seconds, own + sum(process.cpu() for process in beside) - theirs, peak)
