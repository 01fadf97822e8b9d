let placeTables = """
    -- A town's address base is replaced as a whole: a new generation is filled beside the one in use, and takes its place when it is complete.
    CREATE TABLE address_imports (
      town_id INTEGER NOT NULL REFERENCES towns (id), generation INTEGER NOT NULL, digest BLOB NOT NULL,
      started_at INTEGER NOT NULL, finished_at INTEGER, byte_offset INTEGER NOT NULL, line INTEGER NOT NULL,
      accepted INTEGER NOT NULL, refused INTEGER NOT NULL,
      PRIMARY KEY (town_id, generation)) STRICT;

    -- Houses are packed (see PackedHouses): the base is only ever read street by street into an index in memory.
    CREATE TABLE address_streets (
      town_id INTEGER NOT NULL, generation INTEGER NOT NULL, insee TEXT NOT NULL, name TEXT NOT NULL, postcode TEXT NOT NULL,
      locality TEXT, city TEXT NOT NULL, longitude REAL, latitude REAL, houses BLOB NOT NULL,
      PRIMARY KEY (town_id, generation, insee, name, postcode),
      FOREIGN KEY (town_id, generation) REFERENCES address_imports (town_id, generation)) STRICT;

    -- The squares that cells are made of: laid once, never moved.
    CREATE TABLE home_grids (
      town_id INTEGER NOT NULL PRIMARY KEY REFERENCES towns (id), longitude REAL NOT NULL, latitude REAL NOT NULL,
      side REAL NOT NULL) STRICT;
    CREATE TABLE home_cells (
      town_id INTEGER NOT NULL REFERENCES towns (id), number INTEGER NOT NULL, neighbourhood_id BLOB,
      longitude REAL NOT NULL, latitude REAL NOT NULL, homes INTEGER NOT NULL CHECK (homes >= 11), created_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, number),
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;
    -- `quartier` is the neighbourhood's id, or empty without one.
    CREATE TABLE home_squares (
      town_id INTEGER NOT NULL, quartier BLOB NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL, cell INTEGER NOT NULL,
      PRIMARY KEY (town_id, quartier, x, y),
      FOREIGN KEY (town_id, cell) REFERENCES home_cells (town_id, number)) STRICT;

    -- Rivers and railways, as the town has drawn them.
    CREATE TABLE barriers (
      town_id INTEGER NOT NULL REFERENCES towns (id), position INTEGER NOT NULL, name TEXT NOT NULL, lines TEXT NOT NULL,
      PRIMARY KEY (town_id, position)) STRICT;

    -- The true point is sealed; street and building are blind indexes, for « my street » and « my building ».
    ALTER TABLE people ADD COLUMN spot BLOB;
    ALTER TABLE people ADD COLUMN cell INTEGER;
    ALTER TABLE people ADD COLUMN street_index BLOB;
    ALTER TABLE people ADD COLUMN building_index BLOB;
    CREATE INDEX people_street ON people (town_id, street_index) WHERE street_index IS NOT NULL;
    ALTER TABLE help_requests ADD COLUMN cell INTEGER;
    ALTER TABLE help_requests ADD COLUMN asked_first TEXT CHECK (asked_first IN ('building', 'street', 'neighbourhood'));
    ALTER TABLE offers ADD COLUMN cell INTEGER;
    """
