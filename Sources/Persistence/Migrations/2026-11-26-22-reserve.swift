/// Offers that rest in reserve, helpers who sleep, and what they were asked. A CHECK cannot be widened in place on SQLite, so offers are
/// written anew.
let reserveTables = """
    ALTER TABLE offers RENAME TO offers_before;
    DROP INDEX offers_public;
    DROP INDEX offers_public_category;
    DROP INDEX offers_public_neighbourhood;
    DROP INDEX offers_unread;
    DROP INDEX offers_person;
    CREATE TABLE offers (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, person_id BLOB NOT NULL, category_id BLOB NOT NULL,
      neighbourhood_id BLOB, details BLOB, public_text TEXT,
      review TEXT NOT NULL CHECK (review IN ('unread', 'approved', 'refused')),
      status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'reserved', 'withdrawn')),
      created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, cell INTEGER, rewritten_at INTEGER, held_for TEXT,
      CONSTRAINT offers_key PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, category_id) REFERENCES categories (town_id, id),
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;
    INSERT INTO offers
      (town_id, id, person_id, category_id, neighbourhood_id, details, public_text, review, status, created_at, updated_at, cell,
       rewritten_at, held_for)
      SELECT town_id, id, person_id, category_id, neighbourhood_id, details, public_text, review, status, created_at, updated_at, cell,
        rewritten_at, held_for
      FROM offers_before;
    DROP TABLE offers_before;
    CREATE INDEX offers_public ON offers (town_id, created_at, id) WHERE status = 'active';
    CREATE INDEX offers_public_category ON offers (town_id, category_id, created_at, id) WHERE status = 'active';
    CREATE INDEX offers_public_neighbourhood ON offers (town_id, neighbourhood_id, created_at, id) WHERE status = 'active';
    CREATE INDEX offers_unread ON offers (town_id, created_at, id)
      WHERE status = 'active' AND review = 'unread' AND details IS NOT NULL;
    CREATE INDEX offers_person ON offers (town_id, person_id);
    CREATE INDEX offers_unused ON offers (town_id, updated_at) WHERE status = 'active';

    ALTER TABLE helpers ADD COLUMN asleep_since INTEGER;
    ALTER TABLE helpers ADD COLUMN returned_at INTEGER;

    -- « Still available? »: a mail with its link, or a referent's call, which has none.
    CREATE TABLE reserve_checks (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, person_id BLOB NOT NULL, token_hash BLOB, sent_at INTEGER NOT NULL,
      answer TEXT CHECK (answer IN ('yes', 'pause', 'stop')), answered_at INTEGER,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, token_hash), CHECK ((answer IS NULL) = (answered_at IS NULL)),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX reserve_checks_person ON reserve_checks (town_id, person_id, sent_at);
    CREATE INDEX reserve_checks_sent ON reserve_checks (town_id, sent_at);
    -- A person is called about it once.
    CREATE UNIQUE INDEX reserve_checks_voice ON reserve_checks (town_id, person_id) WHERE token_hash IS NULL;
    """
