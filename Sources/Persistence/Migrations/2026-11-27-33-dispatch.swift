/// Whom the desk rang about a request, by hand, and what came of it. Nothing of what was said is kept.
let dispatchTables = """
    CREATE TABLE dispatch_calls (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, request_id BLOB NOT NULL, helper_id BLOB NOT NULL,
      caller_id BLOB NOT NULL, begun_at INTEGER NOT NULL,
      result TEXT CHECK (result IN ('yes', 'no', 'message', 'unreached', 'later', 'lapsed')), ended_at INTEGER, again_at INTEGER,
      PRIMARY KEY (town_id, id), CHECK ((result IS NULL) = (ended_at IS NULL)), CHECK (again_at IS NULL OR result IS NOT NULL),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, helper_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, caller_id) REFERENCES people (town_id, id)) STRICT;
    -- Nobody is rung by two at once, whatever for.
    CREATE UNIQUE INDEX dispatch_calls_held ON dispatch_calls (town_id, helper_id) WHERE result IS NULL;
    CREATE INDEX dispatch_calls_request ON dispatch_calls (town_id, request_id, begun_at);
    CREATE INDEX dispatch_calls_helper ON dispatch_calls (town_id, helper_id, begun_at);
    CREATE INDEX dispatch_calls_caller ON dispatch_calls (town_id, caller_id);
    """
