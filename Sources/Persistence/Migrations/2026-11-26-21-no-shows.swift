/// Appointments to which a helper did not come: both sides are heard, and a named person decides.
let noShowTables = """
    CREATE TABLE no_shows (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, match_id BLOB NOT NULL, request_id BLOB NOT NULL, helper_id BLOB NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('reported', 'recorded', 'kept', 'struck')),
      noted_at INTEGER NOT NULL, asker_words BLOB, token_hash BLOB, recorded_at INTEGER, recorded_by BLOB,
      helper_words BLOB, answered_at INTEGER, decided_at INTEGER, decided_by BLOB,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, match_id), UNIQUE (town_id, token_hash),
      CHECK ((recorded_at IS NULL) = (recorded_by IS NULL)), CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
      CHECK ((decided_at IS NULL) = (state IN ('reported', 'recorded'))), CHECK (state <> 'recorded' OR recorded_at IS NOT NULL),
      -- Nothing is kept of somebody who was not told.
      CHECK (state <> 'kept' OR recorded_at IS NOT NULL), CHECK ((helper_words IS NULL) = (answered_at IS NULL)),
      FOREIGN KEY (town_id, match_id) REFERENCES matches (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, helper_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX no_shows_helper ON no_shows (town_id, helper_id, noted_at);
    CREATE INDEX no_shows_open ON no_shows (town_id, request_id) WHERE state IN ('reported', 'recorded');
    """
