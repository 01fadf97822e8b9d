/// Askers without mail are rung about a second person. A CHECK cannot be widened in place on SQLite, so the column is written anew.
let secondPersonCalls = """
    ALTER TABLE ring_backs ADD COLUMN wider_reason TEXT NOT NULL DEFAULT 'outcome' CHECK (wider_reason IN
      ('agreement', 'matched', 'withdrawn', 'nobody_found', 'outcome', 'message', 'cancelled', 'text', 'other_time', 'confirmed',
       'second_person'));
    UPDATE ring_backs SET wider_reason = reason;
    ALTER TABLE ring_backs DROP COLUMN reason;
    ALTER TABLE ring_backs RENAME COLUMN wider_reason TO reason;
    """
