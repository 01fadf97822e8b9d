"""wrk, and rounds in which everybody takes a turn."""

import os
import re
import statistics
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

SECONDS = float(os.environ.get("BENCH_SECONDS", 5))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", 5))
CONNECTIONS = 64
SCRIPTS = Path(__file__).parent.parent / "load"


@dataclass
class Contender:
    """Somebody who is measured: where they answer, and whose processor time counts."""

    name: str
    url: str
    processes: list
    script: str = "get.lua"
    environment: dict = field(default_factory=dict)
    connections: int = CONNECTIONS
    rates: list = field(default_factory=list)
    p50: list = field(default_factory=list)
    p99: list = field(default_factory=list)
    cpu: list = field(default_factory=list)
    answered: int = 0
    refused: int = 0

    def run(self, seconds=SECONDS, keep=True):
        before = sum(process.cpu() for process in self.processes)
        figures = wrk(self.url, seconds, self.script, self.environment, self.connections)
        used = sum(process.cpu() for process in self.processes) - before
        self.answered += figures["good"]
        self.refused += figures["bad"]
        if figures["bad"] or not figures["good"]:
            raise RuntimeError(f"{self.name}: {figures}")
        if keep:
            self.rates.append(figures["rate"])
            self.p50.append(figures["p50"])
            self.p99.append(figures["p99"])
            self.cpu.append(used / figures["good"] * 1e6)
        return figures["rate"]

    @property
    def rate(self):
        return statistics.median(self.rates)

    def row(self):
        return (
            f"| {self.name} | {self.rate:,.0f} ({min(self.rates):,.0f}–{max(self.rates):,.0f}) | {statistics.median(self.p99):.1f} "
            f"({min(self.p99):.1f}–{max(self.p99):.1f}) | {statistics.median(self.cpu):,.0f} |")


TABLE = "| | requests/s, median (range) | p99 in ms (range) | processor µs/request |\n|---|---|---|---|"


def wrk(url, seconds, script, environment, connections):
    """wrk stops at whole seconds; every connection is its own browser that waits for its answer."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--timeout", "30s", "-s", str(SCRIPTS / script), url]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, check=True)
    found = re.search(r"FIGURES rate=(\S+) p50=(\S+) p99=(\S+) requests=(\d+) bad=(\d+)", done.stdout)
    if not found:
        raise RuntimeError(done.stdout + done.stderr)
    requests, bad = int(found[4]), int(found[5])
    return {"rate": float(found[1]), "p50": float(found[2]), "p99": float(found[3]), "good": requests - bad, "bad": bad}


def in_turn(contenders, rounds=ROUNDS, before=lambda contender: None):
    """Everybody warms up, then takes a turn in each round; every second round goes the other way."""
    for contender in contenders:
        before(contender)
        contender.run(1, keep=False)
    for number in range(rounds):
        for contender in contenders if number % 2 == 0 else reversed(contenders):
            before(contender)
            contender.run()


@dataclass
class Ratio:
    """A promise and what was measured, round by round."""

    words: str
    above: Contender
    below: Contender
    aim: float
    percent: bool = False

    @property
    def values(self):
        return [a / b for a, b in zip(self.above.rates, self.below.rates)]

    def row(self):
        show = (lambda value: f"{value * 100:.1f} %") if self.percent else (lambda value: f"{value:.1f} ×")
        median = statistics.median(self.values)
        verdict = "reached" if median >= self.aim else "**missed**"
        return f"| {self.words} | {show(median)} ({show(min(self.values))}–{show(max(self.values))}) | {show(self.aim)} | {verdict} |"


RATIOS = "| | measured, median (range) | aim | |\n|---|---|---|---|"
