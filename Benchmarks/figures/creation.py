"""Requests for help created: form read, rules checked, people, request, proof of the notice and receipt in one durable transaction."""

import itertools
import os
import signal

from .answers import created
from .load import CONNECTIONS, RATIOS, TABLE, Contender, Ratio, in_turn
from .peer import WAYS

SAMPLE = {
    "category": "groceries", "when": "now", "neighbourhood": "quartier-1", "place": "3 rue des Lilas", "for": "me", "details": "Deux sacs.",
    "firstName": "Jeanne", "lastName": "Martin", "email": "jeanne@example.org", "phone": "06 12 34 56 78", "notice": "yes",
}
runs = itertools.count()


def measure(program, peer):
    program.serve()
    way = best_way(peer)
    for side in (program, peer):
        if set(created(side.asking, SAMPLE)) < {"reference", "status", "trackingToken"}:
            raise RuntimeError("the two sides do not answer the same")
    ours = Contender("Entraide on SQLite", program.asking, [program.process], "ask.lua")
    theirs = Contender(f"Django on PostgreSQL, {way}", peer.asking, [peer.process, peer.postgres], "ask.lua")
    sides = [(ours, program), (theirs, peer)]
    before = [side.count()[0] for _, side in sides]

    def turn(contender):
        """The ladders of the program's requests go on after its turn: they wait for the next one, not to take the peer's processors."""
        contender.environment.update(BENCH_RUN=str(next(runs)))
        os.kill(program.process.child.pid, signal.SIGCONT if contender is ours else signal.SIGSTOP)

    try:
        in_turn([ours, theirs], before=turn)
        turns = len(ours.rates) + 1
        checks = [check(contender, side, start, turns) for (contender, side), start in zip(sides, before)]
    finally:
        os.kill(program.process.child.pid, signal.SIGCONT)
        peer.stop()
        program.stop()
    return [
        "## Requests created", "",
        "Each durable before its answer (SQLite `synchronous=FULL` with grouped commits; PostgreSQL with `fsync` and `synchronous_commit` on). "
        "Both write the person, the request, the proof of the notice and the receipt's mail in one transaction; the program seals names, "
        "addresses and texts besides, and its worker is at work on the ladder of each request.", "",
        TABLE, ours.row(), theirs.row(), "", RATIOS, Ratio("created, Entraide / Django", ours, theirs, 10).row(), "",
        *checks, "",
    ]


def check(contender, side, before, turns):
    """Every acknowledged request is there, whole; a request in flight when wrk stops may be there without having been counted."""
    after, torn = side.count()
    new = after - before
    if torn or not contender.answered <= new <= contender.answered + turns * CONNECTIONS:
        raise RuntimeError(f"{contender.name}: {contender.answered} answers, {new} rows, {torn} of them torn")
    return f"{contender.name}: {contender.answered:,} answers of 201, {new:,} rows, none torn (up to {CONNECTIONS} were in flight at each end)."


def best_way(peer):
    rates = {}
    for way in WAYS:
        peer.serve(way)
        contender = Contender(way, peer.asking, [peer.process], "ask.lua", {"BENCH_RUN": f"way{next(runs)}"})
        contender.run(1, keep=False)
        rates[way] = contender.run(2, keep=False)
    best = max(rates, key=rates.get)
    peer.serve(best)
    print("Django, creation: " + ", ".join(f"{way} {rate:,.0f}/s" for way, rate in rates.items()), flush=True)
    return best
