"""Ten calls taken by keyboard in Chromium: keys, seconds of typing at 40 words a minute, and what the machine let wait."""

import json
import subprocess
import tempfile
from pathlib import Path

from .operators import SLUG, Demo

AIM = 90.0


def measure(program, peer):
    with tempfile.TemporaryDirectory(prefix="entraide-scenarios.") as folder:
        demo = Demo(folder)
        try:
            walked = subprocess.run(
                [Path(".venv/bin/python").absolute(), "scenarios.py", demo.base, SLUG], cwd="Benchmarks/desk", check=True, text=True,
                stdout=subprocess.PIPE).stdout
        finally:
            demo.stop()
    rows = json.loads(walked)
    good = [row for row in rows if "failed" not in row]
    slowest = max((row["typing"] for row in good), default=0)
    return [
        "## Ten calls at the desk", "",
        "Each walked by script in Chromium, by keyboard, on the demo town; a key of the shortcuts counts two. Seconds of typing at 40 words a minute; talking "
        "and reading aloud are not counted. The wait is the machine's, measured.", "",
        f"The slowest intake: {slowest:.0f} s of typing, aim under {AIM:.0f} s: "
        f"{'reached' if len(good) == len(rows) and slowest < AIM else '**missed**'}.", "",
        "| call | keys | typing, s | waiting for the machine, s | |", "|---|---|---|---|---|", *map(line, rows), "",
    ]


def line(row):
    if "failed" in row:
        return f"| {row['name']} | | | | **failed**: {' '.join(row['failed'].split())[:160]} |"
    return f"| {row['name']} | {row['keys']} | {row['typing']:.0f} | {row['waited']:.1f} | {'reached' if row['typing'] < AIM else '**missed**'} |"
