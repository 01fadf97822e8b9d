/// All rungs of the ladder, and why each wave asked whom.
let ladderTables = """
    ALTER TABLE help_requests ADD COLUMN climbed TEXT;
    ALTER TABLE help_requests ADD COLUMN promised_by INTEGER;
    ALTER TABLE help_requests ADD COLUMN criteria TEXT;
    ALTER TABLE categories ADD COLUMN starts_on TEXT;
    ALTER TABLE categories ADD COLUMN leaves_out TEXT;
    ALTER TABLE waves ADD COLUMN rung TEXT NOT NULL DEFAULT 'helpers';
    ALTER TABLE waves ADD COLUMN reasoning TEXT;

    -- How each ask is counted: how far, and in which part of the day it went out.
    ALTER TABLE asks ADD COLUMN band INTEGER;
    ALTER TABLE asks ADD COLUMN day_part TEXT;

    -- How often asks were answered yes: numbers, no people. They outlive the asks, whose time to be erased comes.
    CREATE TABLE answer_tallies (
      town_id INTEGER NOT NULL REFERENCES towns (id), category_id BLOB NOT NULL,
      day_part TEXT NOT NULL CHECK (day_part IN ('morning', 'afternoon', 'evening')),
      band INTEGER NOT NULL CHECK (band BETWEEN 0 AND 3), asked INTEGER NOT NULL, yes INTEGER NOT NULL,
      CONSTRAINT answer_tallies_key PRIMARY KEY (town_id, category_id, day_part, band),
      FOREIGN KEY (town_id, category_id) REFERENCES categories (town_id, id) ON DELETE CASCADE) STRICT;
    """
