/// More ways to answer an ask, appointments with their reminder, and alarms. A CHECK cannot be widened in place on SQLite, so two tables
/// are written anew.
let answerTables = """
    ALTER TABLE asks RENAME TO asks_before;
    DROP INDEX asks_helper;
    CREATE TABLE asks (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, wave_id BLOB NOT NULL, helper_id BLOB NOT NULL,
      token_hash BLOB NOT NULL, sent_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
      answer TEXT CHECK (answer IN ('yes', 'no', 'later', 'never', 'other_time', 'too_late')), answered_at INTEGER,
      band INTEGER, day_part TEXT,
      CONSTRAINT asks_key PRIMARY KEY (town_id, id), CONSTRAINT asks_token UNIQUE (town_id, token_hash),
      CONSTRAINT asks_once UNIQUE (town_id, request_id, helper_id),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, helper_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    INSERT INTO asks
      (town_id, id, request_id, wave_id, helper_id, token_hash, sent_at, due_at, answer, answered_at, band, day_part)
      SELECT town_id, id, request_id, wave_id, helper_id, token_hash, sent_at, due_at, answer, answered_at, band, day_part
      FROM asks_before;
    DROP TABLE asks_before;
    CREATE INDEX asks_helper ON asks (town_id, helper_id, sent_at);

    ALTER TABLE ring_backs RENAME TO ring_backs_before;
    DROP INDEX ring_backs_open;
    DROP INDEX ring_backs_request;
    CREATE TABLE ring_backs (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, person_id BLOB NOT NULL, neighbourhood_id BLOB,
      reason TEXT NOT NULL CHECK (reason IN
        ('agreement', 'matched', 'withdrawn', 'nobody_found', 'outcome', 'message', 'cancelled', 'text', 'other_time', 'confirmed')),
      created_at INTEGER NOT NULL, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL, last_result TEXT,
      done_at INTEGER, done_by BLOB,
      CONSTRAINT ring_backs_key_2 PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    INSERT INTO ring_backs
      (town_id, id, request_id, person_id, neighbourhood_id, reason, created_at, due_at, attempts, last_result, done_at, done_by)
      SELECT town_id, id, request_id, person_id, neighbourhood_id, reason, created_at, due_at, attempts, last_result, done_at, done_by
      FROM ring_backs_before;
    DROP TABLE ring_backs_before;
    CREATE INDEX ring_backs_open ON ring_backs (town_id, due_at) WHERE done_at IS NULL;
    CREATE INDEX ring_backs_request ON ring_backs (town_id, request_id);

    -- The hour that both agreed on, beside the wanted day of the request.
    ALTER TABLE matches ADD COLUMN appointment_at INTEGER;

    -- One per helper and request: one or two moments at which they could.
    CREATE TABLE time_proposals (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, request_id BLOB NOT NULL, helper_id BLOB NOT NULL,
      first_at INTEGER NOT NULL, second_at INTEGER, proposed_at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'ended')), decided_at INTEGER,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, request_id, helper_id), CHECK ((state = 'open') = (decided_at IS NULL)),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, helper_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX time_proposals_helper ON time_proposals (town_id, helper_id);

    -- A helper withdrew shortly before the appointment: at the top of the owner's list until somebody sees to it.
    CREATE TABLE alarms (
      town_id INTEGER NOT NULL, match_id BLOB NOT NULL, request_id BLOB NOT NULL, raised_at INTEGER NOT NULL,
      ended_at INTEGER, ended_by BLOB,
      PRIMARY KEY (town_id, match_id), CHECK (ended_by IS NULL OR ended_at IS NOT NULL),
      FOREIGN KEY (town_id, match_id) REFERENCES matches (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX alarms_open ON alarms (town_id, request_id) WHERE ended_at IS NULL;

    -- One per match and day, whatever clocks and restarts do: the key says so.
    CREATE TABLE reminders (
      town_id INTEGER NOT NULL, match_id BLOB NOT NULL, day INTEGER NOT NULL, token_hash BLOB NOT NULL, sent_at INTEGER NOT NULL,
      is_mailed INTEGER NOT NULL CHECK (is_mailed IN (0, 1)), answer TEXT CHECK (answer IN ('yes', 'cannot')), answered_at INTEGER,
      PRIMARY KEY (town_id, match_id, day), UNIQUE (town_id, token_hash), CHECK ((answer IS NULL) = (answered_at IS NULL)),
      FOREIGN KEY (town_id, match_id) REFERENCES matches (town_id, id) ON DELETE CASCADE) STRICT;
    """
