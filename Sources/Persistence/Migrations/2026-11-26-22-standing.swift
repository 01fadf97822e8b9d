/// Recurring help: pairs that last, a second person who is known, days on which somebody cannot come. Days are written 2026-11-21.
let standingTables = """
    CREATE TABLE standing_pairs (
      town_id INTEGER NOT NULL, request_id BLOB NOT NULL, first_day TEXT, reminded_day TEXT NOT NULL, asked_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, request_id),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE) STRICT;

    CREATE TABLE standing_seconds (
      town_id INTEGER NOT NULL, request_id BLOB NOT NULL, person_id BLOB NOT NULL, token_hash BLOB, proposed_at INTEGER NOT NULL,
      asker_agreed_at INTEGER, helper_agreed_at INTEGER, declined_at INTEGER, called_at INTEGER,
      PRIMARY KEY (town_id, request_id, person_id), UNIQUE (town_id, token_hash),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX standing_seconds_person ON standing_seconds (town_id, person_id);

    CREATE TABLE standing_occasions (
      town_id INTEGER NOT NULL, request_id BLOB NOT NULL, day TEXT NOT NULL, token_hash BLOB, told_at INTEGER, cannot_at INTEGER,
      replacement_id BLOB,
      PRIMARY KEY (town_id, request_id, day), UNIQUE (town_id, token_hash), UNIQUE (town_id, replacement_id),
      CHECK ((cannot_at IS NULL) = (replacement_id IS NULL)),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, replacement_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE) STRICT;

    CREATE TABLE standing_checks (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, person_id BLOB NOT NULL, token_hash BLOB NOT NULL,
      sent_at INTEGER NOT NULL, answer TEXT CHECK (answer IN ('well', 'not_well')), answered_at INTEGER,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, token_hash), CHECK ((answer IS NULL) = (answered_at IS NULL)),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX standing_checks_person ON standing_checks (town_id, person_id);
    """
