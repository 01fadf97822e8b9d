"""PostGIS as one would set it up for the question: points in Lambert-93, partial indexes on (category, point) and (category, time)."""

import subprocess
from pathlib import Path

import psycopg

from .postgres import Postgres

SOURCE = Path(__file__).parent.parent / "nearness" / "postgis.c"


class PostGIS:
    def __init__(self, folder):
        self.postgres = Postgres()
        self.client = Path(folder) / "postgis"
        subprocess.run(
            ["gcc", "-O2", "-Wall", "-I/usr/include/postgresql", SOURCE, "-o", self.client, "-lpq", "-lpthread"], check=True)
        with self._connection() as connection:
            connection.execute("CREATE EXTENSION postgis")
            connection.execute("CREATE EXTENSION btree_gist")

    def fill(self, table, offers):
        """One row an offer, all of them open, with nothing else in it that would have to be read."""
        with self._connection() as connection:
            connection.execute("CREATE TEMPORARY TABLE arriving (id bigint, created bigint, x float8, y float8, category smallint)")
            with connection.cursor() as cursor, cursor.copy("COPY arriving FROM STDIN") as copy:
                for number, created, x, y, category in offers:
                    copy.write_row((number, created, x / 100, y / 100, category))
            connection.execute(
                f"CREATE TABLE {table} AS SELECT id, ST_SetSRID(ST_MakePoint(x, y), 2154)::geometry(Point, 2154) AS geom, category, "
                "true AS open, created FROM arriving ORDER BY id")
            connection.execute(f"ALTER TABLE {table} ADD PRIMARY KEY (id)")
            connection.execute(f"CREATE INDEX ON {table} USING gist (category, geom) WHERE open")
            connection.execute(f"CREATE INDEX ON {table} (category, created DESC) WHERE open")
            connection.execute(f"VACUUM ANALYZE {table}")

    def command(self, table, queries):
        return [self.client, self.postgres.connection, table, queries]

    def size(self, table):
        with self._connection() as connection:
            return connection.execute("SELECT pg_total_relation_size(%s::regclass)", [table]).fetchone()[0]

    def cpu(self):
        return self.postgres.cpu()

    def stop(self):
        self.postgres.stop()

    def _connection(self):
        return psycopg.connect(self.postgres.connection, autocommit=True)
