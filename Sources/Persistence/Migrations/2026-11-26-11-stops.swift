/// What is reported, and whose new contacts are stopped. Neither falls with a person: what is counted stays, without a word.
let stopTables = """
    CREATE TABLE reports (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('request', 'offer', 'message', 'person')), subject_id BLOB NOT NULL, read_text BLOB,
      accused_id BLOB NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('violence', 'theft', 'minor', 'paid', 'insult', 'illegal', 'spam', 'other')),
      is_severe INTEGER NOT NULL CHECK (is_severe IN (0, 1)), words BLOB, reporter_id BLOB, email BLOB, email_index BLOB,
      language TEXT NOT NULL, created_at INTEGER NOT NULL,
      verdict TEXT CHECK (verdict IN ('dismissed', 'withdrawn', 'stopped')), decision_words BLOB, decided_by BLOB, decided_at INTEGER,
      CONSTRAINT reports_key PRIMARY KEY (town_id, id),
      CHECK ((verdict IS NULL) = (decided_by IS NULL)), CHECK ((verdict IS NULL) = (decided_at IS NULL)),
      FOREIGN KEY (town_id, accused_id) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, reporter_id) REFERENCES people (town_id, id)) STRICT;
    CREATE INDEX reports_open ON reports (town_id, is_severe DESC, created_at, id) WHERE verdict IS NULL;
    CREATE INDEX reports_accused ON reports (town_id, accused_id);
    CREATE INDEX reports_reporter ON reports (town_id, reporter_id);
    CREATE INDEX reports_email ON reports (town_id, email_index);
    -- The same thing said twice by the same person is said once, while it waits.
    CREATE UNIQUE INDEX reports_once ON reports (town_id, subject_id, reporter_id, reason)
      WHERE verdict IS NULL AND reporter_id IS NOT NULL;
    CREATE UNIQUE INDEX reports_once_by_mail ON reports (town_id, subject_id, email_index, reason)
      WHERE verdict IS NULL AND reporter_id IS NULL AND email_index IS NOT NULL;

    CREATE TABLE contact_stops (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, person_id BLOB NOT NULL, report_id BLOB NOT NULL, reason TEXT NOT NULL,
      since INTEGER NOT NULL, is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)), decided_by BLOB, words BLOB,
      appeal_words BLOB, appealed_at INTEGER, appeal_result TEXT CHECK (appeal_result IN ('upheld', 'overturned')),
      answer_words BLOB, answered_by BLOB, answered_at INTEGER, ended_at INTEGER, ended_by BLOB,
      CONSTRAINT contact_stops_key PRIMARY KEY (town_id, id),
      CHECK ((appeal_result IS NULL) = (answered_by IS NULL)), CHECK ((appeal_result IS NULL) = (answered_at IS NULL)),
      CHECK (appeal_result IS NULL OR appealed_at IS NOT NULL),
      -- Never the one who decided (P-12), nor the person themselves.
      CHECK (answered_by IS NULL OR decided_by IS NULL OR answered_by <> decided_by), CHECK (answered_by <> person_id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, report_id) REFERENCES reports (town_id, id)) STRICT;
    CREATE UNIQUE INDEX contact_stops_standing ON contact_stops (town_id, person_id) WHERE ended_at IS NULL;
    CREATE INDEX contact_stops_person ON contact_stops (town_id, person_id, since);
    CREATE INDEX contact_stops_report ON contact_stops (town_id, report_id);
    CREATE INDEX contact_stops_automatic ON contact_stops (town_id, since) WHERE is_automatic = 1;
    """
