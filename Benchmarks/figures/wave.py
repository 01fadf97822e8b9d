"""One wave for one request among a million helpers: by a walk of the first, and by the same rule applied to everybody."""

import os
import statistics
import subprocess
import tempfile
from pathlib import Path

from .postgres import Postgres
from .program import RELEASE

HELPERS = int(os.environ.get("BENCH_WAVE_HELPERS", "1000000"))
AIM = 5.0


def measure(program, peer):
    with tempfile.TemporaryDirectory(prefix="entraide-wave.") as folder:
        rows = [row("SQLite", f"sqlite:{folder}/wave.sqlite", folder, aim=AIM)]
    if os.environ.get("BENCH_WAVE_POSTGRES"):
        rows.append(on_postgres())
    return [
        "## One wave among a million", "",
        f"One wave for one request in a city of {HELPERS:,} helpers and 200 quartiers, true points sealed as in the product: what a step of the "
        "ladder reads and decides until it knows whom to ask. 240 different requests after 20 to warm up; milliseconds of the processor, of our "
        "process (on PostgreSQL the server's come on top, and the clock says more). Beside it, in the same run, the same rule applied to "
        "everybody, which has to choose the same people.", "",
        "| | ms of processor, median | 95th percentile | longest | ms by the clock, median | 95th percentile | asked, median | everybody: ms of "
        "processor | times as much (range) | same people | aim of the 95th percentile | |",
        "|---|---|---|---|---|---|---|---|---|---|---|---|", *rows, "",
    ]


def row(name, database, folder, aim=None):
    keys = Path(folder, "keys")
    keys.mkdir(exist_ok=True)
    answer = subprocess.run(
        [RELEASE / "Benchmark", "wave", "--database", database, "--keys", keys, "--helpers", str(HELPERS)], check=True, text=True,
        stdout=subprocess.PIPE).stdout
    lines = [line.split() for line in answer.splitlines()]
    walks = [line for line in lines if line[0] == "walk"]
    work, clock = (sorted(float(line[place]) for line in walks) for place in (1, 2))
    whole = [line for line in lines if line[0] == "whole"]
    ratios = sorted(float(line[2]) / float(line[1]) for line in whole)
    same = sum(line[3] == "same" for line in whole)
    if same != len(whole):
        raise RuntimeError(f"{name}: {len(whole) - same} waves of {len(whole)} are not those of the whole search")
    verdict = "" if aim is None else "reached" if percentile(work) < aim else "**missed**"
    return (
        f"| {name} | {statistics.median(work):.2f} | {percentile(work):.2f} | {work[-1]:.2f} | {statistics.median(clock):.2f} "
        f"| {percentile(clock):.2f} | {statistics.median(int(line[3]) for line in walks):.0f} "
        f"| {statistics.median(float(line[2]) for line in whole):,.0f} | {statistics.median(ratios):,.0f} × ({ratios[0]:,.0f} ×–{ratios[-1]:,.0f} ×) "
        f"| {same} of {len(whole)} | {'< 5 ms' if aim else 'none'} | {verdict} |")


def percentile(times):
    return times[int(len(times) * 0.95)]


def on_postgres():
    postgres = Postgres()
    try:
        with tempfile.TemporaryDirectory(prefix="entraide-wave.") as folder:
            return row("PostgreSQL", f"postgres://postgres@/postgres?host={postgres.socket}", folder)
    finally:
        postgres.stop()
