/// What the nightly purge needs and leaves behind, and the requests of people about their own data.
let retentionTables = """
    -- When its asker last said that a request is still needed: its term begins anew.
    ALTER TABLE help_requests ADD COLUMN renewed_at INTEGER;
    ALTER TABLE help_requests ADD COLUMN anonymised_at INTEGER;
    CREATE INDEX help_requests_ended ON help_requests (town_id, closed_at) WHERE closed_at IS NOT NULL AND anonymised_at IS NULL;
    CREATE INDEX matches_ended ON matches (town_id, ended_at) WHERE ended_at IS NOT NULL;

    -- Who was warned of the end of a term, and when; a line goes when its subject is no longer near its end.
    CREATE TABLE retention_notices (
      town_id INTEGER NOT NULL REFERENCES towns (id), rule TEXT NOT NULL, subject_id BLOB NOT NULL, sent_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, rule, subject_id)) STRICT;

    -- One line per rule and night in which something went: the slip of what was destroyed. Nothing here names anybody.
    CREATE TABLE retention_runs (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, rule TEXT NOT NULL, fate TEXT NOT NULL,
      months INTEGER NOT NULL, days INTEGER NOT NULL, approval TEXT, count INTEGER NOT NULL CHECK (count > 0),
      first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, id)) STRICT;
    CREATE INDEX retention_runs_time ON retention_runs (town_id, started_at, id);

    -- What somebody asks about their own data (GDPR 12 to 21), or complains of the site's accessibility (A-04).
    CREATE TABLE rights_requests (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, reference TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN
        ('access', 'rectification', 'erasure', 'objection', 'limitation', 'portability', 'accessibility')),
      door TEXT NOT NULL CHECK (door IN ('web', 'phone', 'paper')), answer_by TEXT NOT NULL CHECK (answer_by IN ('email', 'phone', 'letter')),
      name BLOB NOT NULL, contact BLOB NOT NULL, words BLOB, language TEXT NOT NULL, taken_by BLOB,
      received_at INTEGER NOT NULL, due_at INTEGER NOT NULL, extended_at INTEGER, extension BLOB,
      identity TEXT CHECK (identity IN ('known', 'document', 'call', 'not_needed')), identity_at INTEGER, identity_by BLOB,
      answer TEXT CHECK (answer IN ('done', 'partly', 'refused', 'nothing_found')), answer_words BLOB, answered_at INTEGER,
      answered_by BLOB,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, reference),
      CHECK ((extended_at IS NULL) = (extension IS NULL)), CHECK ((identity IS NULL) = (identity_at IS NULL)),
      CHECK ((answer IS NULL) = (answered_at IS NULL))) STRICT;
    CREATE INDEX rights_requests_open ON rights_requests (town_id, due_at) WHERE answered_at IS NULL;
    """
