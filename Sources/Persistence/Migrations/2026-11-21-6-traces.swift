let traceTables = """
    CREATE TABLE consents (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, person_id BLOB NOT NULL, purpose TEXT NOT NULL, subject BLOB,
      text_version TEXT NOT NULL, channel TEXT NOT NULL, collected_by BLOB, given_at INTEGER NOT NULL, withdrawn_at INTEGER,
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX consents_person ON consents (town_id, person_id, purpose);

    CREATE TABLE journal (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, at INTEGER NOT NULL, actor_id BLOB, action TEXT NOT NULL,
      subject_kind TEXT NOT NULL, subject BLOB, purpose TEXT NOT NULL,
      PRIMARY KEY (town_id, id)) STRICT;
    CREATE INDEX journal_subject ON journal (town_id, subject);

    CREATE TABLE outbound_mails (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, kind TEXT NOT NULL, recipient BLOB NOT NULL, content BLOB NOT NULL,
      language TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('waiting', 'sent', 'failed')),
      created_at INTEGER NOT NULL, sent_at INTEGER, error TEXT,
      PRIMARY KEY (town_id, id)) STRICT;
    CREATE INDEX outbound_mails_created ON outbound_mails (town_id, created_at);

    CREATE TABLE page_views (
      town_id INTEGER NOT NULL, day TEXT NOT NULL, page TEXT NOT NULL, views INTEGER NOT NULL,
      PRIMARY KEY (town_id, day, page)) STRICT;

    CREATE TABLE idempotency_keys (
      town_id INTEGER NOT NULL, key_hash BLOB NOT NULL, request_hash BLOB NOT NULL, body BLOB NOT NULL,
      created_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, key_hash)) STRICT;
    """
