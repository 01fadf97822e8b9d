"""What is near: the 20 nearest and the 20 newest offers of a category within 2 km, in memory and in PostGIS."""

import statistics
import tempfile
from pathlib import Path

from . import offers
from .answers import same_neighbours
from .asker import TABLE, Asker, CostRatio, Side
from .load import RATIOS, Ratio, in_turn
from .postgis import PostGIS
from .program import RELEASE

SIZES = {100_000: "offers_100k", 1_000_000: "offers_1m"}
AIMS = {"nearest": 30, "newest": 100}
CLIENTS = (1, 16)
QUERIES, COMPARED = 20_000, 1_000


def measure(program, peer):
    with tempfile.TemporaryDirectory(prefix="entraide-nearness.") as folder:
        postgis, sides = PostGIS(folder), []
        try:
            queries = offers.write(Path(folder) / "queries", offers.QUERY, offers.queries(QUERIES))
            for count, table in SIZES.items():
                sides.append(pair(postgis, folder, count, table, queries))
            compared = [same_neighbours(question, ours, theirs, COMPARED) for _, ours, theirs in sides for question in AIMS]
            askers = contenders(sides, postgis)
            in_turn([asker for two in askers.values() for asker in two])
            return report(askers, sides, postgis, sum(compared))
        finally:
            for _, ours, theirs in sides:
                ours.stop()
                theirs.stop()
            postgis.stop()


def pair(postgis, folder, count, table, queries):
    """The same offers on both sides."""
    rows = offers.write(Path(folder) / table, offers.OFFER, offers.offers(count))
    postgis.fill(table, offers.offers(count))
    return count, Side([RELEASE / "Benchmark", "nearness", rows, queries], announces=True), Side(postgis.command(table, queries))


def contenders(sides, postgis):
    return {
        (question, count, clients): (
            Asker(f"{count:,} offers, {question}, {clients} at once: index in memory", ours, question, clients, [ours]),
            Asker("PostGIS", theirs, question, clients, [theirs, postgis]))
        for count, ours, theirs in sides for question in AIMS for clients in CLIENTS
    }


def report(askers, sides, postgis, compared):
    ratios = [
        ratio(f"{question}, {count:,} offers, {clients} at once{words}", *two, AIMS[question]).row()
        for (question, count, clients), two in askers.items()
        for ratio, words in ((Ratio, ""), (CostRatio, ", processor time"))]
    return [
        "## What is near", "",
        f"The 20 {' and the 20 '.join(AIMS)} offers of a category within 2 km, at places where people live; {compared:,} answers of each "
        "side were compared first. The index is asked in process, PostGIS over a Unix socket: prepared, in binary, all of it in memory.", "",
        TABLE, *[asker.row() for two in askers.values() for asker in two], "", RATIOS, *ratios, "",
        "| | measured | aim | |", "|---|---|---|---|",
        *[growth(askers, question, clients) for question in AIMS for clients in CLIENTS], *[weight(*side, postgis) for side in sides], "",
    ]


def growth(askers, question, clients):
    small, large = [askers[question, count, clients][0].costs for count in SIZES]
    times = statistics.median(b / a for a, b in zip(small, large))
    words = f"{question}, {clients} at once: processor time of a query, ten times the offers"
    return row(words, f"{times:.2f} ×", "< 1.5 ×", times < 1.5)


def weight(count, ours, theirs, postgis):
    each = ours.bytes / count
    words = f"{count:,} offers, bytes each (PostGIS: {postgis.size(SIZES[count]) / count:.0f})"
    return row(words, f"{each:.0f}", "< 100", each < 100)


def row(words, value, aim, reached):
    return f"| {words} | {value} | {aim} | {'reached' if reached else '**missed**'} |"
