let requestTables = """
    CREATE TABLE help_requests (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, reference TEXT NOT NULL,
      category_id BLOB NOT NULL, neighbourhood_id BLOB, asker_id BLOB NOT NULL, beneficiary_id BLOB NOT NULL, offer_id BLOB,
      wanted_kind TEXT NOT NULL CHECK (wanted_kind IN ('now', 'on', 'every')), wanted_on INTEGER, rhythm TEXT,
      urgency INTEGER NOT NULL CHECK (urgency BETWEEN 0 AND 2),
      door TEXT NOT NULL CHECK (door IN ('web', 'phone', 'referent', 'api', 'paper')), taken_by BLOB,
      details BLOB, constraints BLOB,
      status TEXT NOT NULL CHECK (status IN ('awaiting_agreement', 'open', 'matched', 'closed', 'cancelled')),
      rung TEXT NOT NULL, rung_due INTEGER, owner_id BLOB NOT NULL,
      review TEXT NOT NULL CHECK (review IN ('unread', 'approved', 'refused')), public_text TEXT,
      is_public INTEGER NOT NULL CHECK (is_public IN (0, 1)),
      agreement_at INTEGER, agreement_channel TEXT, agreement_by BLOB,
      created_at INTEGER NOT NULL, matched_at INTEGER, closed_at INTEGER, outcome TEXT,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, reference),
      CHECK ((wanted_kind = 'on') = (wanted_on IS NOT NULL)), CHECK ((wanted_kind = 'every') = (rhythm IS NOT NULL)),
      CHECK (is_public = 0 OR status = 'open'),
      FOREIGN KEY (town_id, category_id) REFERENCES categories (town_id, id),
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id),
      FOREIGN KEY (town_id, asker_id) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, beneficiary_id) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, owner_id) REFERENCES people (town_id, id)) STRICT;
    CREATE INDEX help_requests_public ON help_requests (town_id, created_at, id) WHERE is_public = 1;
    CREATE INDEX help_requests_public_category ON help_requests (town_id, category_id, created_at, id) WHERE is_public = 1;
    CREATE INDEX help_requests_public_neighbourhood ON help_requests (town_id, neighbourhood_id, created_at, id) WHERE is_public = 1;
    -- What a moderator has still to read, oldest first.
    CREATE INDEX help_requests_unread ON help_requests (town_id, created_at, id)
      WHERE is_public = 1 AND review = 'unread' AND details IS NOT NULL;
    CREATE INDEX help_requests_status ON help_requests (town_id, status, rung_due);
    CREATE INDEX help_requests_asker ON help_requests (town_id, asker_id);
    CREATE INDEX help_requests_beneficiary ON help_requests (town_id, beneficiary_id);
    CREATE INDEX help_requests_created ON help_requests (town_id, created_at);

    -- One request has as many links as mails were sent about it: only hashes are kept, so an old link cannot be sent again.
    CREATE TABLE tracking_links (
      town_id INTEGER NOT NULL, token_hash BLOB NOT NULL, request_id BLOB NOT NULL, created_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, token_hash),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX tracking_links_request ON tracking_links (town_id, request_id);

    CREATE TABLE offers (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, person_id BLOB NOT NULL, category_id BLOB NOT NULL,
      neighbourhood_id BLOB, details BLOB, public_text TEXT,
      review TEXT NOT NULL CHECK (review IN ('unread', 'approved', 'refused')),
      status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'withdrawn')),
      created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, category_id) REFERENCES categories (town_id, id),
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;
    CREATE INDEX offers_public ON offers (town_id, created_at, id) WHERE status = 'active';
    CREATE INDEX offers_public_category ON offers (town_id, category_id, created_at, id) WHERE status = 'active';
    CREATE INDEX offers_public_neighbourhood ON offers (town_id, neighbourhood_id, created_at, id) WHERE status = 'active';
    CREATE INDEX offers_unread ON offers (town_id, created_at, id)
      WHERE status = 'active' AND review = 'unread' AND details IS NOT NULL;
    CREATE INDEX offers_person ON offers (town_id, person_id);

    CREATE TABLE waves (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, number INTEGER NOT NULL,
      asked INTEGER NOT NULL, eligible INTEGER NOT NULL, started_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, request_id, number),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE) STRICT;

    CREATE TABLE asks (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, wave_id BLOB NOT NULL, helper_id BLOB NOT NULL,
      token_hash BLOB NOT NULL, sent_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
      answer TEXT CHECK (answer IN ('yes', 'no', 'later', 'too_late')), answered_at INTEGER,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, token_hash), UNIQUE (town_id, request_id, helper_id),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, helper_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX asks_helper ON asks (town_id, helper_id, sent_at);
    """
