let townTables = """
    CREATE TABLE instance (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;

    CREATE TABLE towns (
      id INTEGER NOT NULL PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, insee TEXT,
      parent_id INTEGER REFERENCES towns (id), host TEXT UNIQUE, settings TEXT NOT NULL,
      outline TEXT, created_at INTEGER NOT NULL) STRICT;

    -- Counters that rise with each change, so that caches of every process know when to look again.
    CREATE TABLE town_versions (
      town_id INTEGER NOT NULL PRIMARY KEY REFERENCES towns (id), settings INTEGER NOT NULL, listings INTEGER NOT NULL) STRICT;

    CREATE TABLE neighbourhoods (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL,
      region TEXT, anchor_longitude REAL, anchor_latitude REAL, position INTEGER NOT NULL,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, slug)) STRICT;

    CREATE TABLE categories (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, key TEXT NOT NULL, labels TEXT NOT NULL,
      guidance TEXT NOT NULL, icon TEXT NOT NULL, mode TEXT NOT NULL CHECK (mode IN ('remote', 'in_person', 'either')),
      tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3), position INTEGER NOT NULL,
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
      PRIMARY KEY (town_id, id), UNIQUE (town_id, key)) STRICT;
    """
