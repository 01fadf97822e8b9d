/// Decisions to run a town by its crisis set: one at a time. The number of who decided stays, as with every decision.
let crisisTables = """
    CREATE TABLE crises (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, decided_by BLOB NOT NULL, reason TEXT NOT NULL,
      from_at INTEGER NOT NULL, until_at INTEGER NOT NULL, warned_at INTEGER, ended_at INTEGER, ended_by BLOB,
      PRIMARY KEY (town_id, id), CHECK (from_at < until_at)) STRICT;
    CREATE UNIQUE INDEX crises_open ON crises (town_id) WHERE ended_at IS NULL;
    CREATE INDEX crises_from ON crises (town_id, from_at);
    """
