"""From the command to `/health/ready`, and resident memory, with 100,000 offers."""

import statistics

from .load import ROUNDS, Contender
from .machine import resident


def measure(program, peer):
    starts = []
    for _ in range(ROUNDS):
        starts.append(program.serve())
        ready = resident(program.process.child.pid)
        program.stop()
    program.serve()
    pages = [program.needs, f"{program.base}/t/banc/?n=0"]
    for url in pages:
        for script in ("get.lua", "unlike.lua"):
            Contender("load", url, [program.process], script).run(2)
    Contender("load", program.asking, [program.process], "ask.lua", {"BENCH_RUN": "start"}).run(2)
    loaded = resident(program.process.child.pid)
    program.stop()
    (offers,), = program.rows("SELECT count(*) FROM offers")
    return [
        "## Start and memory", "", f"{offers:,} offers and more than 100,000 requests; seeded in {program.seeding:.0f} s.", "",
        "| | measured | aim | |", "|---|---|---|---|",
        row("start to ready, s", statistics.median(starts), 1.0, f" ({min(starts):.2f}–{max(starts):.2f})", 2),
        row("resident when ready, MB", ready, 200, "", 0), row("resident after load, MB", loaded, 200, "", 0), "",
    ]


def row(words, value, aim, range_, digits):
    return f"| {words} | {value:.{digits}f}{range_} | < {aim:g} | {'reached' if value < aim else '**missed**'} |"
