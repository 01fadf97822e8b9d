/// What the census says of each quartier.
let elderTables = """
    CREATE TABLE neighbourhood_elders (
      town_id INTEGER NOT NULL, neighbourhood_id BLOB NOT NULL, count INTEGER NOT NULL CHECK (count >= 0),
      PRIMARY KEY (town_id, neighbourhood_id),
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id) ON DELETE CASCADE) STRICT;
    """
