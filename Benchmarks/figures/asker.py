"""Programs that answer on their standard input how fast they are: the index in memory and the client of PostGIS."""

import statistics
import subprocess
from dataclasses import dataclass, field

from .load import SECONDS, Ratio
from .machine import cpu_of

TABLE = "| | queries/s, median (range) | processor µs/query |\n|---|---|---|"


class Side:
    def __init__(self, command, announces=False):
        self.child = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
        if announces:
            entries, size, seconds = self._line().split()
            self.entries, self.bytes, self.seconds = int(entries), int(size), float(seconds)

    def answers(self, question, count):
        """For each of the first queries: the pairs of id and metres."""
        self._say(f"answers {question} {count}")
        for _ in range(count):
            words = self._line().split()
            yield [(int(number), float(distance)) for number, distance in zip(words[::2], words[1::2])]

    def rate(self, question, clients, seconds):
        self._say(f"rate {question} {clients} {seconds:g}")
        return float(self._line())

    def cpu(self):
        return cpu_of(self.child.pid)

    def stop(self):
        self.child.stdin.close()
        self.child.wait(20)

    def _say(self, line):
        self.child.stdin.write(line + "\n")
        self.child.stdin.flush()

    def _line(self):
        line = self.child.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.child.args[0]} has stopped")
        return line


@dataclass
class Asker:
    """A question put to a side by so many at once, and whose processor time counts."""

    name: str
    side: Side
    question: str
    clients: int
    processes: list
    rates: list = field(default_factory=list)
    costs: list = field(default_factory=list)

    def run(self, seconds=SECONDS, keep=True):
        before = sum(process.cpu() for process in self.processes)
        rate = self.side.rate(self.question, self.clients, seconds)
        used = sum(process.cpu() for process in self.processes) - before
        if keep:
            self.rates.append(rate)
            self.costs.append(used / (rate * seconds) * 1e6)
        return rate

    def row(self):
        return (
            f"| {self.name} | {statistics.median(self.rates):,.0f} ({min(self.rates):,.0f}–{max(self.rates):,.0f}) "
            f"| {statistics.median(self.costs):,.1f} |")


class CostRatio(Ratio):
    """How many times less processor time a query takes: what is left of a ratio when others want the processors too."""

    @property
    def values(self):
        return [below / above for above, below in zip(self.above.costs, self.below.costs)]
