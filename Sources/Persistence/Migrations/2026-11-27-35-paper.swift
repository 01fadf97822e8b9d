/// What stands behind the codes of printed sheets. Blank sheets have no request; rows point at one, and go with it.
let paperTables = """
    CREATE TABLE paper_codes (
      town_id INTEGER NOT NULL REFERENCES towns (id), code TEXT NOT NULL, printing_id BLOB NOT NULL, number INTEGER NOT NULL,
      request_id BLOB, ring_back_id BLOB, printed_at INTEGER NOT NULL, printed_by BLOB NOT NULL, expires_at INTEGER NOT NULL,
      entered_at INTEGER, entered_by BLOB, call_id BLOB,
      result TEXT CHECK (result IN ('helped', 'partly', 'nobody_came', 'could_not_reach', 'no_longer_needed', 'not_possible', 'postponed',
        'told', 'left_message', 'no_answer', 'settled')),
      PRIMARY KEY (town_id, code), CHECK ((entered_at IS NULL) = (entered_by IS NULL)),
      CHECK (ring_back_id IS NULL OR request_id IS NOT NULL), CHECK (call_id IS NULL OR request_id IS NULL),
      CHECK (result IS NULL OR request_id IS NOT NULL),
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, call_id) REFERENCES calls (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, printed_by) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, entered_by) REFERENCES people (town_id, id)) STRICT;
    CREATE INDEX paper_codes_printing ON paper_codes (town_id, printing_id, number);
    CREATE INDEX paper_codes_request ON paper_codes (town_id, request_id, printed_at) WHERE request_id IS NOT NULL;
    CREATE INDEX paper_codes_call ON paper_codes (town_id, call_id) WHERE call_id IS NOT NULL;
    CREATE INDEX paper_codes_printed_by ON paper_codes (town_id, printed_by);
    CREATE INDEX paper_codes_entered_by ON paper_codes (town_id, entered_by) WHERE entered_by IS NOT NULL;
    CREATE INDEX paper_codes_expiry ON paper_codes (town_id, expires_at);
    """
