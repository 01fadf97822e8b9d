"""Benchmarks/results.md: the last run of each figure, with when and on what it ran."""

import re
import subprocess
from datetime import datetime
from pathlib import Path

from . import load, machine

RESULTS = Path("Benchmarks/results.md")
HEADING = """# Results of `make bench`

The last run of each figure. The sides take turns on the same cores; only the ratios are promised: the machine is small and shared.

"""


def circumstances():
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip() or "no commit"
    return (
        f"{datetime.now():%Y-%m-%d %H:%M}, {commit}, {machine.description()}. "
        f"{load.ROUNDS} rounds of {load.SECONDS:g} s, {load.CONNECTIONS} connections where nothing else is said.")


def keep(name, part, order):
    """Puts this figure's part in the place of the one before."""
    parts = _parts() | {name: "\n".join(part).strip() + "\n"}
    known = [f"<!-- {figure} -->\n{parts[figure]}" for figure in order if figure in parts]
    RESULTS.write_text(HEADING + "\n".join(known))


def _parts():
    text = RESULTS.read_text() if RESULTS.exists() else ""
    found = re.split(r"^<!-- (\w+) -->\n", text, flags=re.MULTILINE)[1:]
    return {name: part.strip() + "\n" for name, part in zip(found[::2], found[1::2])}
