/// The referent's day: who is away and who stands in, whom a referent has greeted, and the mail of the day.
let absenceTables = """
    CREATE TABLE absences (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, person_id BLOB NOT NULL, colleague_id BLOB,
      from_at INTEGER NOT NULL, until_at INTEGER NOT NULL, said_at INTEGER NOT NULL, started_at INTEGER, ended_at INTEGER,
      CHECK (from_at < until_at), CHECK (colleague_id IS NULL OR person_id <> colleague_id),
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, colleague_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX absences_open ON absences (town_id, person_id) WHERE ended_at IS NULL;

    -- What was given away at the beginning of an absence, and to whom, so that it comes back.
    CREATE TABLE absence_requests (
      town_id INTEGER NOT NULL, absence_id BLOB NOT NULL, request_id BLOB NOT NULL, holder_id BLOB NOT NULL,
      PRIMARY KEY (town_id, absence_id, request_id),
      FOREIGN KEY (town_id, absence_id) REFERENCES absences (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, holder_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;

    CREATE TABLE greetings (
      town_id INTEGER NOT NULL, person_id BLOB NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('welcome', 'news')), at INTEGER NOT NULL,
      PRIMARY KEY (town_id, person_id, kind),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;

    -- `last_day` is the last day that was looked at, 2026-11-21, whether there was anything to write or not.
    CREATE TABLE day_mails (
      town_id INTEGER NOT NULL, person_id BLOB NOT NULL, is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)), last_day TEXT NOT NULL,
      PRIMARY KEY (town_id, person_id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;

    CREATE INDEX people_new ON people (town_id, created_at);
    CREATE INDEX consents_account ON consents (town_id, given_at) WHERE subject IS NULL AND purpose = 'notice';
    CREATE INDEX helpers_unasked ON helpers (town_id, joined_at) WHERE last_asked_at IS NULL AND is_active = 1;
    """
