"""Requests planned together: the cheapest assignment, by us, by OR-Tools' min-cost flow and by scipy's sparse matching."""

import statistics
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from .load import RATIOS, ROUNDS, Ratio
from .program import RELEASE

PYTHON = Path(".build/benchmarks/venv-assignment/bin/python")
LEAST = {"ortools": 3, "scipy": 1.5}
AIMS = {"10000-50000": {"ortools": 50, "scipy": 20}, "10000-4500-tight": {"ortools": 5, "scipy": 3}}
NAMES = {"ours": "ours", "ortools": "OR-Tools", "scipy": "scipy"}
EVENTS = 600


class Program:
    """One that answers a line for each line."""

    def __init__(self, command):
        self.child = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)

    def ask(self, *words):
        self.child.stdin.write(" ".join(str(word) for word in words) + "\n")
        self.child.stdin.flush()
        return [float(number) for number in self.child.stdout.readline().split()]

    def stop(self):
        self.child.stdin.close()
        self.child.wait(60)


@dataclass
class Solver:
    """One graph solved by one side, once a turn; in milliseconds."""

    side: str
    graph: Path
    program: Program
    times: list = field(default_factory=list)
    costs: list = field(default_factory=list)
    found: tuple = ()

    def run(self, keep=True):
        time, work, *self.found = self.program.ask("solve" if self.side == "ours" else self.side, self.graph)
        if keep:
            self.times.append(time)
            self.costs.append(work)

    @property
    def rates(self):
        return [1 / time for time in self.times]

    def row(self):
        return (
            f"| {self.graph.name} | {NAMES[self.side]} | {statistics.median(self.times):,.2f} ({min(self.times):,.2f}–{max(self.times):,.2f}) "
            f"| {statistics.median(self.costs):,.2f} | {self.found[0]:,.0f} | {self.found[1]:,.0f} |")


class WorkRatio(Ratio):
    """How many times less processor time: what is left of a ratio when others want the processors too."""

    @property
    def values(self):
        return [below / above for above, below in zip(self.above.costs, self.below.costs)]


def measure(program, peer):
    with tempfile.TemporaryDirectory(prefix="entraide-planning.") as folder:
        subprocess.run([PYTHON, "-m", "assignment.graphs", folder], check=True)
        graphs = sorted(Path(folder).iterdir())
        ours, peers = Program([RELEASE / "Benchmark", "assignment"]), Program([PYTHON, "-m", "assignment.peers"])
        try:
            solvers = {
                graph: [Solver("ours", graph, ours), Solver("ortools", graph, peers), Solver("scipy", graph, peers)] for graph in graphs}
            compare(solvers)
            in_turn(solvers)
            return report(solvers, [replanned(ours, graph) for graph in graphs])
        finally:
            ours.stop()
            peers.stop()


def compare(solvers):
    """Everybody once, to warm up: the same cost, the same number served."""
    for graph, sides in solvers.items():
        for solver in sides:
            solver.run(keep=False)
        if len({tuple(solver.found) for solver in sides}) != 1:
            raise RuntimeError(f"{graph.name}: {[(solver.side, solver.found) for solver in sides]}")


def in_turn(solvers):
    for number in range(ROUNDS):
        for sides in solvers.values():
            for solver in sides if number % 2 == 0 else reversed(sides):
                solver.run()


def replanned(ours, graph):
    *times, cost, fresh = ours.ask("replan", graph, EVENTS)
    if cost != fresh:
        raise RuntimeError(f"{graph.name}: {cost} replanned, {fresh} from scratch")
    clock, work = sorted(times[::2]), sorted(times[1::2])
    verdict = "reached" if work[-1] < 10 else "**missed**"
    return f"| {graph.name} | {figures(clock)} | {figures(work)} | < 10 ms of processor | {verdict} |"


def figures(times):
    return f"{statistics.median(times):.3f} | {times[int(len(times) * 0.99)]:.2f} | {times[-1]:.2f}"


def report(solvers, replans):
    ratios = [
        kind(f"{graph.name}, to {NAMES[other.side]}{words}", sides[0], other, AIMS.get(graph.name, LEAST)[other.side]).row()
        for graph, sides in solvers.items() for other in sides[1:] for kind, words in ((Ratio, ""), (WorkRatio, ", processor time"))]
    return [
        "## Requests planned together", "",
        "Rows by columns; 50 nearest candidates each; a cost is metres times urgency, a row that stays unserved costs 80,000. Columns have one "
        "place, or 1 to 4 (`capacities`; `tight`: about 1.12 places a row). All sides found the same cost and served as many rows before any "
        "time was taken. In process on all sides; our graph and OR-Tools' model are built while the watch runs, scipy's matrix before.", "",
        "| graph | | ms, median (range) | ms of processor | cost | served |", "|---|---|---|---|---|---|",
        *[solver.row() for sides in solvers.values() for solver in sides], "", RATIOS, *ratios, "",
        f"Replanned after one event ({EVENTS}: a no, a yes, a row more or less, a dearer candidate, a place more or less); the cost is that of a "
        "plan from scratch.", "",
        "| graph | ms, median | 99th percentile | longest | ms of processor, median | 99th percentile | longest | aim of the longest | |",
        "|---|---|---|---|---|---|---|---|---|", *replans, "",
    ]
