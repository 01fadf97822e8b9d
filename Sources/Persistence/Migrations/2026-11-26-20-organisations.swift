/// Organisations, whom they were asked for, and the mayor's activations of the reserve. A match may be theirs.
///
/// A CHECK cannot be widened in place on SQLite, so each column is written anew beside the old one.
let organisationTables = """
    CREATE TABLE organisations (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('association', 'communal_reserve', 'service', 'ccas')), name TEXT NOT NULL,
      email BLOB NOT NULL, language TEXT NOT NULL, owner_id BLOB NOT NULL,
      is_whole_town INTEGER NOT NULL CHECK (is_whole_town IN (0, 1)), takes_all INTEGER NOT NULL CHECK (takes_all IN (0, 1)),
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)), created_at INTEGER NOT NULL, last_asked_at INTEGER,
      CONSTRAINT organisations_key PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, owner_id) REFERENCES people (town_id, id)) STRICT;
    CREATE INDEX organisations_owner ON organisations (town_id, owner_id);

    CREATE TABLE organisation_zones (
      town_id INTEGER NOT NULL, organisation_id BLOB NOT NULL, neighbourhood_id BLOB NOT NULL,
      PRIMARY KEY (town_id, organisation_id, neighbourhood_id),
      FOREIGN KEY (town_id, organisation_id) REFERENCES organisations (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;

    CREATE TABLE organisation_categories (
      town_id INTEGER NOT NULL, organisation_id BLOB NOT NULL, category_id BLOB NOT NULL,
      PRIMARY KEY (town_id, organisation_id, category_id),
      FOREIGN KEY (town_id, organisation_id) REFERENCES organisations (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, category_id) REFERENCES categories (town_id, id)) STRICT;

    CREATE TABLE organisation_asks (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, organisation_id BLOB NOT NULL, rung TEXT NOT NULL,
      sent_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
      answer TEXT CHECK (answer IN ('accepted', 'declined', 'silent', 'too_late', 'withdrawn', 'done')), answered_at INTEGER,
      answerer BLOB, match_id BLOB,
      CONSTRAINT organisation_asks_key PRIMARY KEY (town_id, id), UNIQUE (town_id, request_id, organisation_id),
      CHECK ((answer IS NULL) = (answered_at IS NULL)),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, organisation_id) REFERENCES organisations (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, match_id) REFERENCES matches (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE UNIQUE INDEX organisation_asks_one_open ON organisation_asks (town_id, request_id) WHERE answer IS NULL;
    CREATE UNIQUE INDEX organisation_asks_match ON organisation_asks (town_id, match_id) WHERE match_id IS NOT NULL;
    CREATE INDEX organisation_asks_organisation ON organisation_asks (town_id, organisation_id, sent_at);

    -- One ask has as many links as mails were sent about it; only hashes are kept.
    CREATE TABLE organisation_links (
      town_id INTEGER NOT NULL, token_hash BLOB NOT NULL, ask_id BLOB NOT NULL, created_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, token_hash),
      FOREIGN KEY (town_id, ask_id) REFERENCES organisation_asks (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX organisation_links_ask ON organisation_links (town_id, ask_id);

    CREATE TABLE reserve_activations (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, decider BLOB NOT NULL, why BLOB NOT NULL,
      from_at INTEGER NOT NULL, until_at INTEGER NOT NULL, recorded_by BLOB NOT NULL, recorded_at INTEGER NOT NULL,
      closed_by BLOB, closed_at INTEGER,
      CHECK (from_at < until_at), CHECK ((closed_by IS NULL) = (closed_at IS NULL)),
      CONSTRAINT reserve_activations_key PRIMARY KEY (town_id, id)) STRICT;
    CREATE INDEX reserve_activations_ahead ON reserve_activations (town_id, until_at) WHERE closed_at IS NULL;

    ALTER TABLE matches ADD COLUMN wider_frame TEXT NOT NULL DEFAULT 'neighbour'
      CHECK (wider_frame IN ('neighbour', 'association', 'ccas', 'communal_reserve', 'town_service'));
    UPDATE matches SET wider_frame = frame;
    ALTER TABLE matches DROP COLUMN frame;
    ALTER TABLE matches RENAME COLUMN wider_frame TO frame;
    ALTER TABLE matches ADD COLUMN wider_origin TEXT NOT NULL DEFAULT 'ask'
      CHECK (wider_origin IN ('ask', 'need', 'offer', 'referent', 'organisation'));
    UPDATE matches SET wider_origin = origin;
    ALTER TABLE matches DROP COLUMN origin;
    ALTER TABLE matches RENAME COLUMN wider_origin TO origin;
    """
