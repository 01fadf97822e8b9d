/// What the guard saw in words that their author wanted to send all the same: kinds with commas between. Nobody else reads them before
/// a moderator has; a message that is not held has no review, and one that was can be decided and appealed like other texts.
let guardTables = """
    ALTER TABLE help_requests ADD COLUMN held_for TEXT;
    ALTER TABLE offers ADD COLUMN held_for TEXT;
    ALTER TABLE messages ADD COLUMN held_for TEXT;
    ALTER TABLE messages ADD COLUMN review TEXT CHECK (review IN ('unread', 'approved', 'refused'));
    CREATE INDEX messages_held ON messages (town_id, sent_at, id) WHERE review = 'unread';

    ALTER TABLE text_decisions RENAME TO text_decisions_before;
    DROP INDEX text_decisions_subject;
    DROP INDEX text_decisions_time;
    DROP INDEX text_decisions_appeals;
    CREATE TABLE text_decisions (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('request', 'offer', 'message')), subject_id BLOB NOT NULL,
      read_text BLOB NOT NULL, public_text TEXT,
      verdict TEXT NOT NULL CHECK (verdict IN ('published', 'amended', 'refused')), reason TEXT, words BLOB,
      decided_by BLOB NOT NULL, waited_since INTEGER NOT NULL, decided_at INTEGER NOT NULL,
      appeal_words BLOB, appealed_at INTEGER, appeal_result TEXT CHECK (appeal_result IN ('upheld', 'overturned')),
      answer_words BLOB, answered_by BLOB, answered_at INTEGER,
      -- A message is nobody's to read but its two people's: what a moderator made of it is sealed.
      delivered_text BLOB,
      CONSTRAINT text_decisions_by_id PRIMARY KEY (town_id, id),
      CHECK ((verdict = 'refused') = (reason IS NOT NULL)), CHECK ((appeal_words IS NULL) = (appealed_at IS NULL)),
      CHECK (appeal_result IS NULL OR appealed_at IS NOT NULL),
      CHECK ((appeal_result IS NULL) = (answered_by IS NULL)), CHECK ((appeal_result IS NULL) = (answered_at IS NULL)),
      CHECK (kind <> 'message' OR public_text IS NULL),
      -- Never the one who decided (P-12).
      CHECK (answered_by IS NULL OR answered_by <> decided_by)) STRICT;
    INSERT INTO text_decisions
      (town_id, id, kind, subject_id, read_text, public_text, verdict, reason, words, decided_by, waited_since, decided_at, appeal_words,
       appealed_at, appeal_result, answer_words, answered_by, answered_at)
      SELECT town_id, id, kind, subject_id, read_text, public_text, verdict, reason, words, decided_by, waited_since, decided_at,
        appeal_words, appealed_at, appeal_result, answer_words, answered_by, answered_at
      FROM text_decisions_before;
    DROP TABLE text_decisions_before;
    CREATE INDEX text_decisions_subject ON text_decisions (town_id, subject_id, decided_at);
    CREATE INDEX text_decisions_time ON text_decisions (town_id, decided_at);
    CREATE INDEX text_decisions_appeals ON text_decisions (town_id, appealed_at) WHERE appealed_at IS NOT NULL AND appeal_result IS NULL;
    """
