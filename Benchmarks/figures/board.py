"""The desk's live board: 200 watchers, 50 calls a second through the program, beside Starlette on PostgreSQL with LISTEN/NOTIFY."""

import asyncio
import os
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from board import watching

from .machine import Process, free_port
from .peer import moment
from .postgres import Postgres
from .program import RELEASE, TOWN

WATCHERS = int(os.environ.get("BENCH_WATCHERS", "200"))
RATE = float(os.environ.get("BENCH_CHANGES", "50"))
SECONDS = float(os.environ.get("BENCH_BOARD_SECONDS", "20"))
AIM = 2.0
VENV = Path(os.environ.get("BENCH_BOARD_VENV", ".build/benchmarks/venv-board"))


def measure(program, peer):
    tokens = desk(program)
    program.serve()
    cookies = [f"session-{TOWN}={token}" for token in tokens]
    try:
        base = f"/t/{TOWN}/conciergerie"
        ours = watch(program.base, f"{base}/tableau/flux", f"{base}/appels", cookies, watching.OURS)
    finally:
        program.stop()
    theirs = of_the_peer(program)
    (open_requests,), = program.rows("SELECT count(*) FROM help_requests WHERE status IN ('open', 'awaiting_agreement')")
    mine, other = percentile(ours[0], 0.99), percentile(theirs[0], 0.99)
    reached = "reached" if mine < AIM else "**missed**"
    return [
        "## The live board", "",
        f"{WATCHERS} streams of server-sent events over HTTP and {RATE:g} calls a second that begin through the desk's own form, for {SECONDS:g} s, "
        f"in a town of {open_requests:,} open requests on SQLite. From the press to the sight of each call by each watcher, in milliseconds. Both sides look for "
        "everybody at once and at most four times a second; the peer is Starlette under uvicorn with PostgreSQL 15 on the same open requests, told by "
        "NOTIFY, which writes a row without a session, a journal or a seal.", "",
        f"p99 {1000 * mine:.0f} ms, aim under {1000 * AIM:.0f} ms: {reached}. As a share of the peer's: {mine / other:.2f}.", "",
        "| side | median | p99 | longest | last press late by |", "|---|---|---|---|---|",
        row("entraide", *ours), row("Starlette", *theirs), "",
    ]


def row(name, delays, lag):
    figures = (percentile(delays, 0.5), percentile(delays, 0.99), max(delays), lag)
    return f"| {name} | " + " | ".join(f"{1000 * figure:.0f}" for figure in figures) + " |"


def percentile(times, share):
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def watch(base, feed, calls, cookies, pattern):
    at = urlsplit(base)
    return asyncio.run(watching.measure(at.hostname, at.port, feed, calls, cookies, pattern, WATCHERS, RATE, SECONDS))


def desk(program):
    """Four streams each: as many operators as it takes."""
    answer = subprocess.run(
        [RELEASE / "Benchmark", "board-desk", "--database", program.database, "--keys", program.folder / "keys", "--key", program.key,
         "--operators", str((WATCHERS + 3) // 4)], check=True, text=True, stdout=subprocess.PIPE).stdout
    return answer.split()


def of_the_peer(program):
    postgres = Postgres()
    server = None
    try:
        fill(postgres, program)
        port = free_port()
        with tempfile.TemporaryDirectory(prefix="entraide-board.") as folder:
            server = Process(
                [VENV / "bin" / "python", "-m", "uvicorn", "--port", str(port), "--log-level", "error", "board.server:app"],
                Path(folder, "uvicorn.log"), {"PYTHONPATH": "Benchmarks", "BOARD_POSTGRES": postgres.connection},
                f"http://127.0.0.1:{port}/health")
            server.wait()
            return watch(f"http://127.0.0.1:{port}", "/flux", "/appels?holder=1", None, watching.THEIRS)
    finally:
        if server:
            server.stop()
        postgres.stop()


def fill(postgres, program):
    rows = program.rows(
        "SELECT reference, category_id, neighbourhood_id, status, rung_due FROM help_requests WHERE status IN ('open', 'awaiting_agreement')")
    with psycopg.connect(postgres.connection, autocommit=True) as connection:
        connection.execute("CREATE TABLE calls (id bigserial PRIMARY KEY, begun_at timestamptz NOT NULL DEFAULT now(), state text NOT NULL, holder text)")
        connection.execute("CREATE INDEX ON calls (begun_at) WHERE state <> 'ended'")
        connection.execute("CREATE TABLE requests (reference text PRIMARY KEY, category text, place text, status text, due timestamptz)")
        with connection.cursor() as cursor, cursor.copy("COPY requests FROM STDIN") as copy:
            for reference, category, place, status, due in rows:
                copy.write_row((reference, category.hex(), place and place.hex(), status, moment(due)))
        connection.execute("CREATE INDEX ON requests (category, place, due) WHERE status IN ('open', 'awaiting_agreement')")
        connection.execute("CREATE INDEX ON requests (due) WHERE status IN ('open', 'awaiting_agreement')")
        connection.execute("VACUUM ANALYZE")
