let matchTables = """
    CREATE TABLE matches (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, helper_id BLOB NOT NULL, offer_id BLOB,
      origin TEXT NOT NULL CHECK (origin IN ('ask', 'need', 'offer', 'referent')),
      frame TEXT NOT NULL CHECK (frame IN ('neighbour', 'association', 'ccas', 'communal_reserve')),
      insurance_version INTEGER NOT NULL, status TEXT NOT NULL CHECK (status IN ('active', 'ended', 'withdrawn')),
      created_at INTEGER NOT NULL, ended_at INTEGER,
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, helper_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE UNIQUE INDEX matches_one_active ON matches (town_id, request_id) WHERE status = 'active';
    CREATE INDEX matches_request ON matches (town_id, request_id);
    CREATE INDEX matches_helper ON matches (town_id, helper_id, created_at);

    CREATE TABLE messages (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, match_id BLOB NOT NULL,
      author TEXT NOT NULL CHECK (author IN ('asker', 'helper', 'referent')), author_id BLOB NOT NULL, body BLOB NOT NULL,
      sent_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, match_id) REFERENCES matches (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX messages_match ON messages (town_id, match_id, sent_at);

    CREATE TABLE outcomes (
      town_id INTEGER NOT NULL, request_id BLOB NOT NULL, side TEXT NOT NULL CHECK (side IN ('asker', 'helper', 'referent')),
      match_id BLOB, result TEXT NOT NULL CHECK (result IN ('helped', 'partly', 'not_helped')), reason TEXT,
      recorded_by BLOB, recorded_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, request_id, side),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE) STRICT;

    CREATE TABLE ring_backs (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, person_id BLOB NOT NULL, neighbourhood_id BLOB,
      reason TEXT NOT NULL CHECK (reason IN ('agreement', 'matched', 'withdrawn', 'nobody_found', 'outcome', 'message', 'cancelled')),
      created_at INTEGER NOT NULL, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL, last_result TEXT,
      done_at INTEGER, done_by BLOB,
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX ring_backs_open ON ring_backs (town_id, due_at) WHERE done_at IS NULL;
    CREATE INDEX ring_backs_request ON ring_backs (town_id, request_id);
    """
