/// How much is asked of the helpers, per kind of help and quartier, as a job measured it last. `place` is the quartier's number; empty is
/// « somewhere in town ».
let loadTables = """
    CREATE TABLE loads (
      town_id INTEGER NOT NULL REFERENCES towns (id), category_id BLOB NOT NULL, place BLOB NOT NULL,
      open INTEGER NOT NULL, matched INTEGER NOT NULL, expected REAL NOT NULL, helpers INTEGER NOT NULL,
      needed REAL NOT NULL, allowed REAL NOT NULL, measured_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, category_id, place),
      FOREIGN KEY (town_id, category_id) REFERENCES categories (town_id, id)) STRICT;
    """
