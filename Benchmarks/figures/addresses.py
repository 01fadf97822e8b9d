"""Address search: our base and addok, on the same addresses and the same texts, in process and over HTTP."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from addresses.corpus import Corpus, keystrokes
from addresses.country import Country
from addresses.files import write_csv, write_documents

from . import address_web
from .address_town import AddressTown
from .addok import Addok
from .load import ROUNDS
from .program import RELEASE
from .search_shares import kinds, shares_table
from .search_times import ratio_row, times_table

SIZES = [int(size) for size in os.environ.get("BENCH_ADDRESSES", "100000,1000000").split(",")]
EACH = 60
TYPISTS = 20
# The engine was tuned on the first half; the second was written to be looked at only afterwards.
HALVES = {"looked at while writing the engine": 11, "held out": 12}


def measure(program, peer):
    return [line for size in SIZES for line in measured(size)]


def measured(size):
    with tempfile.TemporaryDirectory(prefix="entraide-addresses.") as folder:
        folder = Path(folder)
        country = Country(size, seed=1)
        write_csv(country, folder / "ban.csv")
        write_documents(country, folder / "ban.ndjson")
        addok = Addok(folder)
        try:
            imported = addok.fill(folder / "ban.ndjson")
            lines = [f"## Address search among {size:,}", "", introduction(country), ""]
            lines += quality(country, folder, addok)
            lines += times(country, folder, addok)
            lines += loading(asked_ours(folder, "times"), imported.seconds, addok)
            town = AddressTown(folder)
            lines += address_web.imports(size, town.fill(folder / "ban.csv"), imported)
            return lines + address_web.measure(country, folder, addok, town)
        finally:
            addok.stop()


def introduction(country):
    return (
        f"{len(country.streets):,} streets in {len(country.towns):,} towns, all invented. Both sides answer five places in process; somebody "
        "who completes says where they are. Right is the very door where a number was typed, otherwise the street.")


def quality(country, folder, addok):
    """Shares of the queries whose address comes first, or among the first five."""
    lines = []
    for words, seed in HALVES.items():
        name = f"half-{seed}"
        corpus = Corpus(country, seed).fill(EACH)
        corpus.write(folder / f"{name}.json")
        ours, theirs = ask_ours(folder, name), addok.ask(folder / f"{name}.json")
        lines += [f"{len(corpus.queries)} queries, {words}:", "", *shares_table(corpus.queries, ours, theirs), ""]
    return lines


def times(country, folder, addok):
    """Both in turn, every second round the other way; the held-out half and every keystroke of some people who type."""
    queries = Corpus(country, HALVES["held out"]).fill(EACH).queries + keystrokes(country, 13, TYPISTS)
    (folder / "times.json").write_text(json.dumps(queries))
    rounds = []
    for number in range(ROUNDS):
        sides = [lambda: ("ours", ask_ours(folder, "times")), lambda: ("theirs", addok.ask(folder / "times.json"))]
        rounds.append(dict(side() for side in (sides if number % 2 == 0 else reversed(sides))))
    return [*times_table(kinds(queries), rounds), ""]


def ask_ours(folder, name):
    subprocess.run(
        [RELEASE / "Benchmark", "addresses", folder / "ban.csv", "--queries", folder / f"{name}.json", "--answers", folder / f"{name}.out"],
        check=True)
    return asked_ours(folder, name)


def asked_ours(folder, name):
    return json.loads((folder / f"{name}.out").read_text())


def loading(ours, imported, addok):
    """Ours reads the CSV and builds the base in memory, without a database."""
    seconds = ours["readSeconds"] + ours["buildSeconds"]
    worker = json.loads((addok.folder / "addok.json").read_text())["resident"] / 1e6
    memory = (ours["resident"] - ours["residentBefore"]) / 1e6
    return [
        "| | ours | addok | ratio | aim | |", "|---|---|---|---|---|---|",
        ratio_row("rows into the base in memory, per second", ours["rows"] / seconds, ours["rows"] / imported, 3),
        f"| resident memory, MB | {memory:.0f} | {addok.memory:.0f} (Redis) + 2 × {worker:.0f} | "
        f"{memory / (addok.memory + 2 * worker):.2f} | ≤ 1 | {'reached' if memory <= addok.memory + 2 * worker else '**missed**'} |", "",
    ]
