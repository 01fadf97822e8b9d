"""Who is ringing, among half a million known people: sealed rows found by keyed hashes, beside pg_trgm on the same rows in clear."""

import csv
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg

from .postgres import Postgres
from .program import RELEASE

PEOPLE = int(os.environ.get("BENCH_CALLERS", "500000"))
AIM = 30.0
KINDS = {
    "letters": "surname, letter by letter", "name": "surname and first name", "misspelt": "the same, as another would spell it",
    "digits": "6 or 8 digits", "number": "whole number", "street": "number and street", "year": "surname and year of birth",
}
# What somebody who knows pg_trgm would write: the beginning by LIKE while letters come, similarity for whole names.
QUERIES = {
    "letters": "SELECT id FROM people WHERE last_name LIKE %(typed)s || '%%' ORDER BY last_name, first_name LIMIT 9",
    "name": "SELECT id FROM people WHERE name %% %(typed)s ORDER BY similarity(name, %(typed)s) DESC LIMIT 9",
    "digits": "SELECT id FROM people WHERE phone LIKE %(typed)s || '%%' LIMIT 9",
    "street": "SELECT id FROM people WHERE address LIKE %(typed)s || '%%' LIMIT 9",
    "year": "SELECT id FROM people WHERE last_name LIKE %(typed)s || '%%' AND year = %(year)s LIMIT 9",
}
QUERIES |= {"misspelt": QUERIES["name"], "number": QUERIES["digits"]}


def measure(program, peer):
    with tempfile.TemporaryDirectory(prefix="entraide-callers.") as folder:
        ours = of_ours(folder)
        theirs = of_the_peer(folder)
        size = Path(folder, "callers.sqlite").stat().st_size / 1e6
    every = [times for kind in ours.values() for times in kind["times"]]
    slowest = percentile(every)
    return [
        "## Who is ringing", "",
        f"{PEOPLE:,} known people on SQLite ({size:,.0f} MB, names, numbers and addresses sealed), each search through the use case with its line in the "
        "journal; the peer is PostgreSQL 15 with pg_trgm (GIN) on the same rows in clear, the same questions in the same run, without a journal. "
        "Milliseconds by the clock. « Found »: the person meant is among those shown (at most 8 here, 9 there).", "",
        f"All searches: p99 {slowest:.1f} ms, aim under {AIM:.0f} ms: {'reached' if slowest < AIM else '**missed**'}.", "",
        "| typed | median | p99 | pg_trgm median | p99 | p99 as a share of the peer's | found | by the peer |",
        "|---|---|---|---|---|---|---|---|",
        *(row(kind, ours[kind], theirs[kind]) for kind in KINDS), "",
    ]


def row(kind, ours, theirs):
    mine, other = percentile(ours["times"]), percentile(theirs["times"])
    return (
        f"| {KINDS[kind]} | {statistics.median(ours['times']):.2f} | {mine:.1f} | {statistics.median(theirs['times']):.2f} | {other:.1f} "
        f"| {mine / other:.2f} | {share(ours)} | {share(theirs)} |")


def share(side):
    return f"{100 * sum(side['found']) / len(side['found']):.0f} %"


def percentile(times):
    return sorted(times)[int(len(times) * 0.99)]


def empty():
    return {kind: {"times": [], "found": []} for kind in KINDS}


def of_ours(folder):
    Path(folder, "keys").mkdir()
    answer = subprocess.run(
        [RELEASE / "Benchmark", "callers", "--folder", folder, "--people", str(PEOPLE)], check=True, text=True, stdout=subprocess.PIPE).stdout
    sides = empty()
    for line in answer.splitlines():
        kind, took, found = line.split()
        sides[kind]["times"].append(float(took))
        sides[kind]["found"].append(found == "found")
    return sides


def of_the_peer(folder):
    postgres = Postgres()
    try:
        with psycopg.connect(postgres.connection, autocommit=True) as connection:
            fill(connection, folder)
            questions = list(csv.reader(Path(folder, "questions.csv").open(encoding="utf-8")))
            for question in questions[:100]:
                ask(connection, question)
            sides = empty()
            for question in questions:
                started = time.perf_counter()
                found = ask(connection, question)
                sides[question[0]]["times"].append((time.perf_counter() - started) * 1000)
                sides[question[0]]["found"].append(found)
            return sides
    finally:
        postgres.stop()


def fill(connection, folder):
    connection.execute("CREATE EXTENSION pg_trgm")
    connection.execute("CREATE TABLE people (id uuid PRIMARY KEY, first_name text, last_name text, name text, phone text, address text, year int)")
    with connection.cursor() as cursor, cursor.copy(
            "COPY people (id, first_name, last_name, name, phone, address, year) FROM STDIN") as copy:
        for person, first, last, phone, address, year in csv.reader(Path(folder, "people.csv").open(encoding="utf-8")):
            copy.write_row((person, first.lower(), last.lower(), f"{last} {first}".lower(), phone, address.lower(), int(year)))
    for column in ("last_name", "name", "phone", "address"):
        connection.execute(f"CREATE INDEX ON people USING gin ({column} gin_trgm_ops)")
    connection.execute("VACUUM ANALYZE people")


def ask(connection, question):
    kind, typed, person = question
    year = int(typed.split()[-1]) if kind == "year" else None
    typed = typed.rsplit(" ", 1)[0] if kind == "year" else typed
    rows = connection.execute(QUERIES[kind], {"typed": typed, "year": year}, prepare=True).fetchall()
    return any(str(row[0]) == person for row in rows)
