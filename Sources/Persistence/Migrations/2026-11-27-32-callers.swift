/// What finds people at the desk: keyed hashes alone (see `CallerIndex`).
let callerTables = """
    CREATE TABLE caller_terms (
      town_id INTEGER NOT NULL, term_hash BLOB NOT NULL, person_id BLOB NOT NULL,
      PRIMARY KEY (town_id, term_hash, person_id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) WITHOUT ROWID, STRICT;
    CREATE INDEX caller_terms_person ON caller_terms (town_id, person_id);
    ALTER TABLE people ADD COLUMN birth_date BLOB;
    """
