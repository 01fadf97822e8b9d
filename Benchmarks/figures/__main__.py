"""`make bench`: every figure in one run."""

import os
import tempfile

from . import (
    addresses, board, callers, creation, near, nearness, needs, operators, planning, results, scenarios, simulation, start, wave)
from .peer import Peer
from .postgres import Postgres
from .program import Program

# `creation` after the pages: the ladders of what it creates go on for minutes. The last eight have data and peers of their own.
FIGURES = {
    "needs": needs, "near": near, "creation": creation, "start": start, "nearness": nearness, "planning": planning,
    "board": board, "wave": wave, "callers": callers, "operators": operators, "scenarios": scenarios, "simulation": simulation,
    "addresses": addresses,
}


def main():
    wanted = os.environ.get("BENCH_ONLY", ",".join(FIGURES)).split(",")
    with tempfile.TemporaryDirectory(prefix="entraide-bench.") as folder:
        program, postgres, peer = None, None, None
        try:
            if set(wanted) - {"nearness", "planning", "wave", "callers", "operators", "scenarios", "simulation", "addresses"}:
                program = Program(folder)
            if {"needs", "creation", "near"} & set(wanted):
                postgres = Postgres()
                peer = Peer(folder, postgres)
                peer.fill(program)
            for name, figure in FIGURES.items():
                if name in wanted:
                    circumstances = results.circumstances()
                    part = figure.measure(program, peer)
                    print("\n".join(part), flush=True)
                    results.keep(name, [part[0], "", circumstances, *part[1:]], list(FIGURES))
        finally:
            for side in (program, peer, postgres):
                if side:
                    side.stop()


if __name__ == "__main__":
    main()
