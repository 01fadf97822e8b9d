/// A town's own words for the kinds of call, and kinds that it added: nothing of anybody.
let callScriptTables = """
    CREATE TABLE call_scripts (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, standard TEXT, title TEXT NOT NULL, words TEXT NOT NULL,
      is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1)),
      PRIMARY KEY (town_id, id), CONSTRAINT call_scripts_standard UNIQUE (town_id, standard)) STRICT;
    """
