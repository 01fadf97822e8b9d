/// The phone desk: operators, the calls they take and the requests that came of them. A CHECK cannot be widened in place on SQLite, so roles
/// and invitations are written anew.
let callTables = """
    ALTER TABLE roles RENAME TO roles_before;
    CREATE TABLE roles (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, person_id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('referent', 'moderator', 'administrator', 'dpo', 'operator')), neighbourhood_id BLOB,
      granted_by BLOB, granted_at INTEGER NOT NULL, revoked_at INTEGER,
      CONSTRAINT roles_primary PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;
    INSERT INTO roles (town_id, id, person_id, kind, neighbourhood_id, granted_by, granted_at, revoked_at)
      SELECT town_id, id, person_id, kind, neighbourhood_id, granted_by, granted_at, revoked_at FROM roles_before;
    DROP TABLE roles_before;
    CREATE INDEX roles_person ON roles (town_id, person_id);

    ALTER TABLE invitations RENAME TO invitations_before;
    CREATE TABLE invitations (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('referent', 'moderator', 'administrator', 'dpo', 'operator', 'helper')), neighbourhood_id BLOB,
      person_id BLOB, email BLOB, email_index BLOB, token_hash BLOB NOT NULL, invited_by BLOB, created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL, accepted_at INTEGER,
      CONSTRAINT invitations_primary PRIMARY KEY (town_id, id), CONSTRAINT invitations_secret UNIQUE (town_id, token_hash),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    INSERT INTO invitations
      (town_id, id, kind, neighbourhood_id, person_id, email, email_index, token_hash, invited_by, created_at, expires_at, accepted_at)
      SELECT town_id, id, kind, neighbourhood_id, person_id, email, email_index, token_hash, invited_by, created_at, expires_at,
             accepted_at
      FROM invitations_before;
    DROP TABLE invitations_before;

    -- What was typed stays until the call ends, sealed, whatever becomes of the browser.
    CREATE TABLE calls (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, begun_at INTEGER NOT NULL, begun_by BLOB NOT NULL,
      holder_id BLOB NOT NULL, saved_at INTEGER NOT NULL, version INTEGER NOT NULL, phone BLOB, phone_index BLOB, caller_id BLOB,
      draft BLOB, notice_read_at INTEGER, state TEXT NOT NULL CHECK (state IN ('in_progress', 'kept', 'ended')),
      ending TEXT CHECK (ending IN ('request_taken', 'told', 'oriented', 'nobody', 'abandoned')), ended_at INTEGER,
      PRIMARY KEY (town_id, id), CHECK ((phone IS NULL) = (phone_index IS NULL)), CHECK ((ending IS NULL) = (ended_at IS NULL)),
      CHECK ((state = 'ended') = (ended_at IS NOT NULL)), CHECK (state <> 'ended' OR draft IS NULL),
      FOREIGN KEY (town_id, begun_by) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, holder_id) REFERENCES people (town_id, id),
      FOREIGN KEY (town_id, caller_id) REFERENCES people (town_id, id)) STRICT;
    CREATE INDEX calls_open ON calls (town_id, saved_at) WHERE state <> 'ended';
    CREATE INDEX calls_phone ON calls (town_id, phone_index) WHERE phone_index IS NOT NULL;
    CREATE INDEX calls_caller ON calls (town_id, caller_id) WHERE caller_id IS NOT NULL;
    CREATE INDEX calls_begun ON calls (town_id, begun_by);
    CREATE INDEX calls_holder ON calls (town_id, holder_id);

    -- Requests that a call made, and those that it was about a second time.
    CREATE TABLE call_requests (
      town_id INTEGER NOT NULL, call_id BLOB NOT NULL, request_id BLOB NOT NULL, is_made INTEGER NOT NULL CHECK (is_made IN (0, 1)),
      at INTEGER NOT NULL,
      PRIMARY KEY (town_id, call_id, request_id),
      FOREIGN KEY (town_id, call_id) REFERENCES calls (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, request_id) REFERENCES help_requests (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX call_requests_request ON call_requests (town_id, request_id);
    CREATE INDEX help_requests_desk ON help_requests (town_id, created_at, id)
      WHERE door = 'phone' AND status IN ('awaiting_agreement', 'open', 'matched');
    """
