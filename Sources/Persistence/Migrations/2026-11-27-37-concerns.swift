/// Worries about people, and the links by which a social-action centre opens them. The request and the centre are no
/// foreign keys: the worry outlives both.
let concernTables = """
    CREATE TABLE concerns (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('health', 'isolation', 'abuse', 'danger')), raised_by BLOB NOT NULL, raised_at INTEGER NOT NULL,
      subject_id BLOB, who BLOB, words BLOB, reference TEXT, organisation_id BLOB, owner_id BLOB NOT NULL, due_at INTEGER NOT NULL,
      reminders INTEGER NOT NULL, taker BLOB, taken_at INTEGER,
      result TEXT CHECK (result IN ('seen', 'passed_on', 'emergency', 'unfounded')), result_words BLOB, closed_at INTEGER,
      PRIMARY KEY (town_id, id), CHECK ((result IS NULL) = (closed_at IS NULL)),
      FOREIGN KEY (town_id, raised_by) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, subject_id) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, owner_id) REFERENCES people (town_id, id)) STRICT;
    CREATE INDEX concerns_open ON concerns (town_id, due_at) WHERE closed_at IS NULL;
    CREATE INDEX concerns_closed ON concerns (town_id, closed_at) WHERE closed_at IS NOT NULL;
    CREATE INDEX concerns_raiser ON concerns (town_id, raised_by);
    CREATE INDEX concerns_subject ON concerns (town_id, subject_id) WHERE subject_id IS NOT NULL;
    CREATE INDEX concerns_owner ON concerns (town_id, owner_id);

    CREATE TABLE concern_links (
      town_id INTEGER NOT NULL, token_hash BLOB NOT NULL, concern_id BLOB NOT NULL, created_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, token_hash),
      FOREIGN KEY (town_id, concern_id) REFERENCES concerns (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX concern_links_concern ON concern_links (town_id, concern_id);
    """
