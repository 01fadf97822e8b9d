/// Who may act for whom, what was done under it, and the links by which it is read without an account.
let mandateTables = """
    CREATE TABLE mandates (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, represented_id BLOB NOT NULL, holder_id BLOB,
      relation TEXT CHECK (relation IN ('family', 'neighbour', 'friend', 'carer')), neighbourhood_id BLOB,
      may_ask INTEGER NOT NULL CHECK (may_ask IN (0, 1)), may_follow INTEGER NOT NULL CHECK (may_follow IN (0, 1)),
      may_converse INTEGER NOT NULL CHECK (may_converse IN (0, 1)), months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 12),
      state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'revoked', 'expired')),
      proposed_by BLOB NOT NULL, proposed_at INTEGER NOT NULL,
      confirmed_channel TEXT CHECK (confirmed_channel IN ('phone', 'paper')), confirmed_by BLOB, confirmed_at INTEGER,
      starts_at INTEGER, ends_at INTEGER, attempts INTEGER NOT NULL, noticed_at INTEGER, closed_at INTEGER, closed_by BLOB,
      PRIMARY KEY (town_id, id),
      CHECK (state <> 'confirmed' OR (confirmed_channel IS NOT NULL AND confirmed_by IS NOT NULL AND confirmed_at IS NOT NULL
        AND starts_at IS NOT NULL AND ends_at IS NOT NULL)),
      FOREIGN KEY (town_id, represented_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, holder_id) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;
    CREATE INDEX mandates_represented ON mandates (town_id, represented_id);
    CREATE INDEX mandates_holder ON mandates (town_id, holder_id);
    CREATE INDEX mandates_end ON mandates (town_id, ends_at) WHERE state = 'confirmed';
    CREATE INDEX mandates_pending ON mandates (town_id, proposed_at) WHERE state = 'pending';

    -- Every act in somebody's name; never what it said.
    CREATE TABLE mandate_acts (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, mandate_id BLOB NOT NULL, deed TEXT NOT NULL, actor_id BLOB NOT NULL,
      request_id BLOB, at INTEGER NOT NULL,
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, mandate_id) REFERENCES mandates (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX mandate_acts_mandate ON mandate_acts (town_id, mandate_id, at);
    CREATE INDEX mandate_acts_request ON mandate_acts (town_id, request_id);
    CREATE INDEX mandate_acts_actor ON mandate_acts (town_id, actor_id);

    -- Of the represented person, on paper or in a mail: any number. Tokens as hashes only.
    CREATE TABLE mandate_links (
      town_id INTEGER NOT NULL, token_hash BLOB NOT NULL, mandate_id BLOB NOT NULL, created_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, token_hash),
      FOREIGN KEY (town_id, mandate_id) REFERENCES mandates (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX mandate_links_mandate ON mandate_links (town_id, mandate_id);

    -- The one person whom the represented person lets read the acts.
    CREATE TABLE mandate_readers (
      town_id INTEGER NOT NULL, mandate_id BLOB NOT NULL, name BLOB NOT NULL, email BLOB NOT NULL, token_hash BLOB NOT NULL,
      agreed_at INTEGER NOT NULL, heard_by BLOB,
      PRIMARY KEY (town_id, mandate_id), UNIQUE (town_id, token_hash),
      FOREIGN KEY (town_id, mandate_id) REFERENCES mandates (town_id, id) ON DELETE CASCADE) STRICT;
    """
