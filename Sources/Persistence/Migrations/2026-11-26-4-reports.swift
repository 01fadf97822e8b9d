/// Who wants nothing more to do with whom. The two directions have an index each: a block holds in both.
let reportTables = """
    CREATE TABLE blocks (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, blocker_id BLOB NOT NULL, blocked_id BLOB NOT NULL, created_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, blocker_id, blocked_id), CHECK (blocker_id <> blocked_id),
      FOREIGN KEY (town_id, blocker_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, blocked_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX blocks_blocked ON blocks (town_id, blocked_id);
    """
