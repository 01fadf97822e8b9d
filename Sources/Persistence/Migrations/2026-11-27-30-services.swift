/// The directory of services: public facts, kept in memory with the town, so nothing inside is ever searched here.
let localServiceTables = """
    CREATE TABLE local_services (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, name TEXT NOT NULL,
      description TEXT NOT NULL, audience TEXT NOT NULL, topics TEXT NOT NULL, phones TEXT NOT NULL, address TEXT, web TEXT,
      hours TEXT NOT NULL, hours_note TEXT, tongues TEXT NOT NULL,
      is_free INTEGER NOT NULL CHECK (is_free IN (0, 1)), is_whole_town INTEGER NOT NULL CHECK (is_whole_town IN (0, 1)),
      answers_all INTEGER NOT NULL CHECK (answers_all IN (0, 1)), checked_on TEXT NOT NULL,
      CONSTRAINT local_services_key PRIMARY KEY (town_id, id)) STRICT;

    CREATE TABLE local_service_zones (
      town_id INTEGER NOT NULL, service_id BLOB NOT NULL, neighbourhood_id BLOB NOT NULL,
      PRIMARY KEY (town_id, service_id, neighbourhood_id),
      FOREIGN KEY (town_id, service_id) REFERENCES local_services (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;

    CREATE TABLE local_service_categories (
      town_id INTEGER NOT NULL, service_id BLOB NOT NULL, category_id BLOB NOT NULL,
      PRIMARY KEY (town_id, service_id, category_id),
      FOREIGN KEY (town_id, service_id) REFERENCES local_services (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, category_id) REFERENCES categories (town_id, id)) STRICT;
    """
