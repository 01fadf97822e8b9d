/// Decisions about texts are rows that can be appealed; a text has a moment since when it waits; a decision can be told by voice.
let moderationTables = """
    ALTER TABLE categories ADD COLUMN reviews_texts INTEGER NOT NULL DEFAULT 0 CHECK (reviews_texts IN (0, 1));
    -- When the words were last changed; NULL where they are as old as the row.
    ALTER TABLE help_requests ADD COLUMN rewritten_at INTEGER;
    ALTER TABLE offers ADD COLUMN rewritten_at INTEGER;

    CREATE TABLE text_decisions (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('request', 'offer')), subject_id BLOB NOT NULL,
      read_text BLOB NOT NULL, public_text TEXT,
      verdict TEXT NOT NULL CHECK (verdict IN ('published', 'amended', 'refused')), reason TEXT, words BLOB,
      decided_by BLOB NOT NULL, waited_since INTEGER NOT NULL, decided_at INTEGER NOT NULL,
      appeal_words BLOB, appealed_at INTEGER, appeal_result TEXT CHECK (appeal_result IN ('upheld', 'overturned')),
      answer_words BLOB, answered_by BLOB, answered_at INTEGER,
      CONSTRAINT text_decisions_key PRIMARY KEY (town_id, id),
      CHECK ((verdict = 'refused') = (reason IS NOT NULL)), CHECK ((appeal_words IS NULL) = (appealed_at IS NULL)),
      CHECK (appeal_result IS NULL OR appealed_at IS NOT NULL),
      CHECK ((appeal_result IS NULL) = (answered_by IS NULL)), CHECK ((appeal_result IS NULL) = (answered_at IS NULL)),
      -- Never the one who decided (P-12).
      CHECK (answered_by IS NULL OR answered_by <> decided_by)) STRICT;
    CREATE INDEX text_decisions_subject ON text_decisions (town_id, subject_id, decided_at);
    CREATE INDEX text_decisions_time ON text_decisions (town_id, decided_at);
    CREATE INDEX text_decisions_appeals ON text_decisions (town_id, appealed_at) WHERE appealed_at IS NOT NULL AND appeal_result IS NULL;

    ALTER TABLE ring_backs RENAME TO ring_backs_before;
    DROP INDEX ring_backs_open;
    DROP INDEX ring_backs_request;
    CREATE TABLE ring_backs (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, person_id BLOB NOT NULL, neighbourhood_id BLOB,
      reason TEXT NOT NULL CHECK (reason IN
        ('agreement', 'matched', 'withdrawn', 'nobody_found', 'outcome', 'message', 'cancelled', 'text')),
      created_at INTEGER NOT NULL, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL, last_result TEXT,
      done_at INTEGER, done_by BLOB,
      CONSTRAINT ring_backs_key PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    INSERT INTO ring_backs
      (town_id, id, request_id, person_id, neighbourhood_id, reason, created_at, due_at, attempts, last_result, done_at, done_by)
      SELECT town_id, id, request_id, person_id, neighbourhood_id, reason, created_at, due_at, attempts, last_result, done_at, done_by
      FROM ring_backs_before;
    DROP TABLE ring_backs_before;
    CREATE INDEX ring_backs_open ON ring_backs (town_id, due_at) WHERE done_at IS NULL;
    CREATE INDEX ring_backs_request ON ring_backs (town_id, request_id);
    """
