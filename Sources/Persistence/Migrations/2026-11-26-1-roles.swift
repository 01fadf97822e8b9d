/// A data protection officer per town. A CHECK cannot be widened in place on SQLite, so both tables are written anew.
let officerTables = """
    ALTER TABLE roles RENAME TO roles_before;
    CREATE TABLE roles (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, person_id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('referent', 'moderator', 'administrator', 'dpo')), neighbourhood_id BLOB,
      granted_by BLOB, granted_at INTEGER NOT NULL, revoked_at INTEGER,
      CONSTRAINT roles_key PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;
    INSERT INTO roles (town_id, id, person_id, kind, neighbourhood_id, granted_by, granted_at, revoked_at)
      SELECT town_id, id, person_id, kind, neighbourhood_id, granted_by, granted_at, revoked_at FROM roles_before;
    DROP TABLE roles_before;
    CREATE INDEX roles_person ON roles (town_id, person_id);

    ALTER TABLE invitations RENAME TO invitations_before;
    CREATE TABLE invitations (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('referent', 'moderator', 'administrator', 'dpo', 'helper')), neighbourhood_id BLOB,
      person_id BLOB, email BLOB, email_index BLOB, token_hash BLOB NOT NULL, invited_by BLOB, created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL, accepted_at INTEGER,
      CONSTRAINT invitations_key PRIMARY KEY (town_id, id), CONSTRAINT invitations_token UNIQUE (town_id, token_hash),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    INSERT INTO invitations
      (town_id, id, kind, neighbourhood_id, person_id, email, email_index, token_hash, invited_by, created_at, expires_at, accepted_at)
      SELECT town_id, id, kind, neighbourhood_id, person_id, email, email_index, token_hash, invited_by, created_at, expires_at,
             accepted_at
      FROM invitations_before;
    DROP TABLE invitations_before;
    """
