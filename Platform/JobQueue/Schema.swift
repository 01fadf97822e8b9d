public import Database

/// The queue's tables, for the `Migrator` of the house.
public let jobQueueMigrations: [Migration] = [
    Migration(
        "2026-11-21-1-jobs",
        """
        CREATE TABLE jobs (
          town_id INTEGER NOT NULL, id BLOB NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL,
          due INTEGER NOT NULL, lease_until INTEGER NOT NULL, attempts INTEGER NOT NULL,
          dead INTEGER NOT NULL CHECK (dead IN (0, 1)), last_error TEXT, unique_key TEXT,
          PRIMARY KEY (town_id, id), UNIQUE (town_id, unique_key)) STRICT;
        CREATE INDEX jobs_due ON jobs (due, id) WHERE dead = 0;
        CREATE TABLE schedules (name TEXT NOT NULL PRIMARY KEY, next_at INTEGER NOT NULL) STRICT;
        """)
]
