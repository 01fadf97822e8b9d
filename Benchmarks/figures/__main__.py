"""`make bench`: every figure in one run."""

import os
import tempfile
from datetime import datetime
from pathlib import Path

from . import addresses, creation, load, machine, near, nearness, needs, start
from .peer import Peer
from .postgres import Postgres
from .program import Program

# `needs` first: the next two add requests, and the peer was filled before them. The last two have data and peers of their own.
FIGURES = {"needs": needs, "creation": creation, "near": near, "start": start, "nearness": nearness, "addresses": addresses}
RESULTS = Path("Benchmarks/results.md")


def main():
    wanted = os.environ.get("BENCH_ONLY", ",".join(FIGURES)).split(",")
    heading = [
        "# Results of `make bench`", "",
        f"{datetime.now():%Y-%m-%d %H:%M}, {machine.description()}.", "",
        f"{load.ROUNDS} rounds of {load.SECONDS:g} s, {load.CONNECTIONS} connections, wrk on the same cores; the sides take turns. "
        "Only the ratios are promised: the machine is small and shared.", "",
    ]
    lines = []
    with tempfile.TemporaryDirectory(prefix="entraide-bench.") as folder:
        program, postgres, peer = None, None, None
        try:
            if set(wanted) - {"nearness", "addresses"}:
                program = Program(folder)
            if {"needs", "creation", "near"} & set(wanted):
                postgres = Postgres()
                peer = Peer(folder, postgres)
                peer.fill(program)
            for name, figure in FIGURES.items():
                if name in wanted:
                    part = figure.measure(program, peer)
                    print("\n".join(part), flush=True)
                    lines += part
        finally:
            for side in (program, peer, postgres):
                if side:
                    side.stop()
    if set(wanted) == set(FIGURES):
        RESULTS.write_text("\n".join(heading + lines))


if __name__ == "__main__":
    main()
