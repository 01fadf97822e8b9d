"""The Django peer: same rows, its own schema with the index the page wants, gunicorn in whichever way serves it best."""

import subprocess
import sys
import uuid
from datetime import datetime, timezone
from pathlib import Path

import psycopg

from .machine import Process, free_port
from .program import TOWN

HERE = Path(__file__).parent.parent
GUNICORN = Path(sys.executable).parent / "gunicorn"

# Two workers on two cores. Sync closes each connection after its answer; threads keep them.
WAYS = {
    "sync": ["--worker-class", "sync"],
    "2 threads": ["--worker-class", "gthread", "--threads", "2", "--keep-alive", "30"],
    "8 threads": ["--worker-class", "gthread", "--threads", "8", "--keep-alive", "30"],
    "32 threads": ["--worker-class", "gthread", "--threads", "32", "--keep-alive", "30"],
}


class Peer:
    def __init__(self, folder, postgres):
        self.folder, self.postgres, self.process, self.way = Path(folder), postgres, None, None
        self.environment = {"PYTHONPATH": str(HERE), "DJANGO_SETTINGS_MODULE": "peer.settings", **postgres.environment}
        subprocess.run(
            [sys.executable, "-m", "django", "migrate", "--run-syncdb", "--verbosity", "0"], check=True,
            env={"PATH": "/usr/bin:/bin", **self.environment})

    def fill(self, program):
        """Copies what its page and its form need out of the program's database."""
        with psycopg.connect(self.postgres.connection) as connection:
            numbers = {}
            for table, query, change in TABLES:
                with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
                    for row in program.rows(query):
                        copy.write_row(change(row, numbers))
        with psycopg.connect(self.postgres.connection, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")

    def serve(self, way):
        self.stop()
        port = free_port()
        self.way, self.base = way, f"http://127.0.0.1:{port}"
        command = [GUNICORN, "--workers", "2", "--bind", f"127.0.0.1:{port}", "--backlog", "512", "--log-level", "error",
                   "--worker-tmp-dir", "/dev/shm", *WAYS[way], "peer.wsgi:application"]
        self.process = Process(command, self.folder / "peer.log", self.environment, f"{self.base}/health")
        return self.process.wait()

    def stop(self):
        if self.process:
            self.process.stop()

    @property
    def needs(self):
        return f"{self.base}/t/{TOWN}/demandes?categorie=groceries"

    @property
    def asking(self):
        return f"{self.base}/api/v1/towns/{TOWN}/requests"

    @property
    def near(self):
        return f"{self.base}/api/v1/towns/{TOWN}/offers"

    def count(self):
        """Requests, and how many of them lack a person, a proof of the notice or a receipt."""
        with psycopg.connect(self.postgres.connection) as connection:
            requests = connection.execute("SELECT count(*) FROM peer_need").fetchone()[0]
            torn = connection.execute(
                "SELECT count(*) FROM peer_need n WHERE created_at > (SELECT min(given_at) FROM peer_consent) AND NOT EXISTS "
                "(SELECT 1 FROM peer_consent c WHERE c.subject = n.id AND c.person_id = n.asker_id)").fetchone()[0]
        return requests, torn


def moment(milliseconds):
    return None if milliseconds is None else datetime.fromtimestamp(milliseconds / 1000, timezone.utc)


def neighbourhood(row, numbers):
    identity, slug, name = row
    numbers[identity] = len(numbers) + 1
    return numbers[identity], slug, name


def category(row, numbers):
    identity, key, label, icon, mode, tier, position = row
    numbers[identity] = len(numbers) + 1
    return numbers[identity], key, label, icon, mode == "remote", tier < 2, position


def person(row, numbers):
    identity, place, created = row
    return uuid.UUID(bytes=identity), "Prénom", None, None, None, "fr", numbers.get(place), None, moment(created)


def need(row, numbers):
    (identity, reference, kind, place, asker, wanted, wanted_on, rhythm, urgency, review, text, due, created) = row
    return (
        uuid.UUID(bytes=identity), reference, identity, wanted, moment(wanted_on), rhythm, urgency, text, None, "open", review,
        text if review == "approved" else None, True, moment(due), moment(created), uuid.UUID(bytes=asker), numbers[kind], numbers[place])


TABLES = [
    ("peer_neighbourhood (id, slug, name)", "SELECT id, slug, name FROM neighbourhoods ORDER BY position", neighbourhood),
    ("peer_category (id, key, label, icon, is_remote, may_be_public, position)",
     "SELECT id, key, json_extract(labels, '$.fr'), icon, mode, tier, position FROM categories ORDER BY position", category),
    ("peer_person (id, first_name, last_name, email, phone, language, neighbourhood_id, place, created_at)",
     "SELECT id, neighbourhood_id, created_at FROM people", person),
    ("peer_need (id, reference, tracking_hash, wanted_kind, wanted_on, rhythm, urgency, details, constraints, status, review, "
     "public_text, is_public, due_at, created_at, asker_id, category_id, neighbourhood_id)",
     "SELECT id, reference, category_id, neighbourhood_id, asker_id, wanted_kind, wanted_on, rhythm, urgency, review, public_text, "
     "rung_due, created_at FROM help_requests WHERE is_public = 1", need),
]
