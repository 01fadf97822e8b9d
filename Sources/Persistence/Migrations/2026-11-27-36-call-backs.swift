/// Promises to ring that hang on no request, what came of each try, and who is ringing whom just now.
let callBackTables = """
    CREATE TABLE call_backs (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('promised', 'cut_off', 'missed')), created_at INTEGER NOT NULL, created_by BLOB NOT NULL,
      phone BLOB NOT NULL, phone_index BLOB NOT NULL, caller_id BLOB, call_id BLOB, name BLOB, words BLOB, due_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL, last_result TEXT CHECK (last_result IN ('told', 'left_message', 'no_answer', 'later')),
      done_at INTEGER, done_by BLOB,
      PRIMARY KEY (town_id, id), CHECK ((done_at IS NULL) = (done_by IS NULL)),
      FOREIGN KEY (town_id, created_by) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, done_by) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, caller_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, call_id) REFERENCES calls (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX call_backs_open ON call_backs (town_id, due_at) WHERE done_at IS NULL;
    CREATE INDEX call_backs_caller ON call_backs (town_id, caller_id) WHERE caller_id IS NOT NULL;
    CREATE INDEX call_backs_phone ON call_backs (town_id, phone_index);
    CREATE INDEX call_backs_call ON call_backs (town_id, call_id) WHERE call_id IS NOT NULL;
    CREATE INDEX call_backs_creator ON call_backs (town_id, created_by);

    CREATE TABLE call_attempts (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, person_id BLOB, call_back_id BLOB, at INTEGER NOT NULL,
      by_id BLOB NOT NULL, result TEXT NOT NULL CHECK (result IN ('told', 'left_message', 'no_answer', 'later')),
      PRIMARY KEY (town_id, id), CHECK ((person_id IS NULL) <> (call_back_id IS NULL)),
      FOREIGN KEY (town_id, by_id) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, call_back_id) REFERENCES call_backs (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX call_attempts_person ON call_attempts (town_id, person_id, at) WHERE person_id IS NOT NULL;
    CREATE INDEX call_attempts_promise ON call_attempts (town_id, call_back_id, at) WHERE call_back_id IS NOT NULL;
    CREATE INDEX call_attempts_by ON call_attempts (town_id, by_id);

    -- One lock per caller: the bytes of a person's id, or of a promise's.
    CREATE TABLE call_locks (
      town_id INTEGER NOT NULL REFERENCES towns (id), caller BLOB NOT NULL, is_person INTEGER NOT NULL CHECK (is_person IN (0, 1)),
      holder_id BLOB NOT NULL, until_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, caller),
      FOREIGN KEY (town_id, holder_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX call_locks_holder ON call_locks (town_id, holder_id);
    """
