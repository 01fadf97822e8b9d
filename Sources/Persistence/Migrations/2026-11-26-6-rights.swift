/// Who was erased, and what is counted of them afterwards. Nothing here names anybody.
let rightsTables = """
    -- The same lines lie in a file outside the database, so that a restored copy forgets again (P-03).
    CREATE TABLE erasures (
      town_id INTEGER NOT NULL REFERENCES towns (id), person_id BLOB NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (town_id, person_id)) STRICT;

    -- The proof of a consent outlives its person under a number that leads nowhere.
    CREATE TABLE consent_proofs (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, pseudonym BLOB NOT NULL, purpose TEXT NOT NULL,
      text_version TEXT NOT NULL, channel TEXT NOT NULL, given_at INTEGER NOT NULL, withdrawn_at INTEGER, kept_from INTEGER NOT NULL,
      PRIMARY KEY (town_id, id)) STRICT;
    -- When a helper joined, so that the figures of that week stay what they were.
    CREATE TABLE former_helpers (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, joined_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, id)) STRICT;
    """
