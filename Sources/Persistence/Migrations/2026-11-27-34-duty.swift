/// The roster of the phone desk, what one shift hands to the next, and the indexes of the live board.
let dutyTables = """
    -- `on_from` and `on_until` are the shift as it was: who hands over early is off from then, and the next one is on.
    CREATE TABLE duties (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, from_at INTEGER NOT NULL, until_at INTEGER NOT NULL,
      person_id BLOB, over_caps TEXT NOT NULL DEFAULT '', on_from INTEGER NOT NULL, on_until INTEGER NOT NULL, handed_at INTEGER,
      PRIMARY KEY (town_id, id), CHECK (from_at < until_at), CHECK (on_from <= on_until),
      CHECK (handed_at IS NULL OR person_id IS NOT NULL),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id)) STRICT;
    CREATE INDEX duties_from ON duties (town_id, from_at);
    CREATE INDEX duties_on ON duties (town_id, on_until) WHERE person_id IS NOT NULL;
    CREATE INDEX duties_person ON duties (town_id, person_id, from_at) WHERE person_id IS NOT NULL;
    CREATE INDEX duties_unhanded ON duties (town_id, until_at) WHERE handed_at IS NULL AND person_id IS NOT NULL;

    CREATE TABLE hand_overs (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, duty_id BLOB NOT NULL, giver_id BLOB NOT NULL, taker_id BLOB NOT NULL,
      at INTEGER NOT NULL, note BLOB, is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)), calls INTEGER NOT NULL,
      requests INTEGER NOT NULL, promises INTEGER NOT NULL, read_at INTEGER, read_by BLOB,
      PRIMARY KEY (town_id, id), CONSTRAINT hand_overs_once UNIQUE (town_id, duty_id), CHECK ((read_at IS NULL) = (read_by IS NULL)),
      FOREIGN KEY (town_id, duty_id) REFERENCES duties (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, giver_id) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, taker_id) REFERENCES people (town_id, id)) STRICT;
    CREATE INDEX hand_overs_unread ON hand_overs (town_id, at) WHERE read_at IS NULL;
    CREATE INDEX hand_overs_note ON hand_overs (town_id, at) WHERE note IS NOT NULL;
    CREATE INDEX hand_overs_giver ON hand_overs (town_id, giver_id);
    CREATE INDEX hand_overs_taker ON hand_overs (town_id, taker_id);

    -- What waits, counted by need and quartier from the index alone.
    CREATE INDEX help_requests_waiting ON help_requests (town_id, category_id, neighbourhood_id, rung_due)
      WHERE status IN ('awaiting_agreement', 'open');
    """
