/// Entries are numbered and chained, each by a code of itself and of the one before; those of before are chained when the next one is written.
let journalTables = """
    ALTER TABLE journal RENAME TO journal_before;
    DROP INDEX journal_subject;
    CREATE TABLE journal (
      town_id INTEGER NOT NULL, number INTEGER NOT NULL, id BLOB NOT NULL, at INTEGER NOT NULL, actor_id BLOB, role TEXT NOT NULL,
      action TEXT NOT NULL, subject_kind TEXT NOT NULL, subject BLOB, purpose TEXT NOT NULL, code BLOB,
      CONSTRAINT journal_key PRIMARY KEY (town_id, number)) STRICT;
    INSERT INTO journal (town_id, number, id, at, actor_id, role, action, subject_kind, subject, purpose, code)
      SELECT town_id, row_number() OVER (PARTITION BY town_id ORDER BY at, id), id, at, actor_id, '', action, subject_kind, subject,
             purpose, NULL
      FROM journal_before;
    DROP TABLE journal_before;
    CREATE INDEX journal_subject ON journal (town_id, subject, number);
    CREATE INDEX journal_actor ON journal (town_id, actor_id, number);

    CREATE TABLE journal_heads (
      town_id INTEGER NOT NULL PRIMARY KEY REFERENCES towns (id), number INTEGER NOT NULL, code BLOB NOT NULL) STRICT;

    -- What stands for the oldest part once its time is over.
    CREATE TABLE journal_checkpoints (
      town_id INTEGER NOT NULL, number INTEGER NOT NULL, entries INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
      purged_at INTEGER NOT NULL, last_code BLOB NOT NULL, code BLOB NOT NULL,
      PRIMARY KEY (town_id, number)) STRICT;
    """
