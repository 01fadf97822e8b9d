"""The public question through HTTP: the 20 nearest offers of a category within 2 km, as JSON."""

import json
import random

from . import near_peer
from .answers import page, same_offers
from .load import RATIOS, TABLE, Contender, Ratio, in_turn
from .needs import static_route
from .peer import WAYS

CONNECTIONS = (16, 64)
PLACES, COMPARED = 20_000, 500
WEST, EAST, SOUTH, NORTH = 4.8, 5.049, 44.0, 44.072


def measure(program, peer):
    program.serve()
    count = near_peer.fill(peer, program)
    questions = write_questions(program)
    environment = {"BENCH_QUESTIONS": str(questions)}
    way = best_way(peer, environment)
    static = None
    try:
        compare(program, peer, questions)
        sides = {}
        for connections in CONNECTIONS:
            words = f"{connections} connections"
            sides[words] = (
                Contender(f"Entraide on SQLite, {words}", program.near, [program.process], "questions.lua", environment, connections),
                Contender(
                    f"Django on PostGIS, {way}, {words}", peer.near, [peer.process, peer.postgres], "questions.lua", environment, connections))
        static = static_route(program.folder, *page(program.near + questions.read_text().split("\n", 1)[0]))
        floor = Contender(f"Hummingbird, one of these answers from memory, {CONNECTIONS[-1]} connections", static.url, [static])
        in_turn([*(side for two in sides.values() for side in two), floor])
    finally:
        if static:
            static.stop()
        peer.stop()
        program.stop()
    return [
        "## What is near, through HTTP", "",
        f"The 20 nearest of {count:,} offers, of one category and within 2 km, as JSON, at {PLACES:,} places all over the town; {COMPARED} "
        "answers of each side were compared first.", "",
        TABLE, *[side.row() for two in sides.values() for side in two], floor.row(), "",
        RATIOS, *[Ratio(f"Entraide / Django, {words}", *two, 25).row() for words, two in sides.items()], "",
    ]


def write_questions(program):
    """Anywhere in the town; of the kinds of help that are offered."""
    chance = random.Random(7)
    kinds = [key for key, in program.rows("SELECT key FROM categories WHERE is_active = 1 ORDER BY position")]
    path = program.folder / "questions"
    path.write_text("".join(
        f"?around={chance.uniform(WEST, EAST):.6f},{chance.uniform(SOUTH, NORTH):.6f}&radius=2000&limit=20&category={chance.choice(kinds)}\n"
        for _ in range(PLACES)))
    return path


def compare(program, peer, questions):
    for question in questions.read_text().splitlines()[:COMPARED]:
        same_offers(question, *(json.loads(page(side.near + question)[0]) for side in (program, peer)))


def best_way(peer, environment):
    rates = {}
    for way in WAYS:
        peer.serve(way)
        contender = Contender(way, peer.near, [peer.process], "questions.lua", environment)
        contender.run(1, keep=False)
        rates[way] = contender.run(2, keep=False)
    best = max(rates, key=rates.get)
    peer.serve(best)
    print("Django, near: " + ", ".join(f"{way} {rate:,.0f}/s" for way, rate in rates.items()), flush=True)
    return best
