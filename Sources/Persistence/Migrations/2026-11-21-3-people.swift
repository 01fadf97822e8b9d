/// Names, addresses and numbers are sealed; `*_index` columns are blind indexes of them.
let peopleTables = """
    CREATE TABLE people (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      first_name BLOB NOT NULL, last_name BLOB, email BLOB, email_index BLOB, phone BLOB, phone_index BLOB,
      language TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('email', 'phone', 'letter')),
      neighbourhood_id BLOB, place BLOB, birth_year INTEGER,
      has_account INTEGER NOT NULL CHECK (has_account IN (0, 1)),
      created_at INTEGER NOT NULL, last_seen_at INTEGER,
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;
    CREATE INDEX people_email ON people (town_id, email_index);
    CREATE INDEX people_phone ON people (town_id, phone_index);

    CREATE TABLE helpers (
      town_id INTEGER NOT NULL, person_id BLOB NOT NULL,
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)), neighbourhood_id BLOB,
      days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 127),
      from_hour INTEGER NOT NULL CHECK (from_hour BETWEEN 0 AND 24), to_hour INTEGER NOT NULL CHECK (to_hour BETWEEN 0 AND 24),
      radius INTEGER NOT NULL CHECK (radius >= 0), travel TEXT NOT NULL,
      is_remote_only INTEGER NOT NULL CHECK (is_remote_only IN (0, 1)), languages TEXT NOT NULL,
      paused_until INTEGER, weekly_asks INTEGER NOT NULL CHECK (weekly_asks BETWEEN 0 AND 21),
      tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3), charter_version INTEGER, charter_accepted_at INTEGER,
      is_minor INTEGER NOT NULL CHECK (is_minor IN (0, 1)),
      has_parental_authorisation INTEGER NOT NULL CHECK (has_parental_authorisation IN (0, 1)),
      joined_at INTEGER NOT NULL, last_asked_at INTEGER, meeting_asked_at INTEGER,
      PRIMARY KEY (town_id, person_id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;
    CREATE INDEX helpers_meeting ON helpers (town_id, meeting_asked_at) WHERE meeting_asked_at IS NOT NULL;

    CREATE TABLE helper_categories (
      town_id INTEGER NOT NULL, person_id BLOB NOT NULL, category_id BLOB NOT NULL,
      PRIMARY KEY (town_id, category_id, person_id),
      FOREIGN KEY (town_id, person_id) REFERENCES helpers (town_id, person_id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, category_id) REFERENCES categories (town_id, id)) STRICT;
    CREATE INDEX helper_categories_person ON helper_categories (town_id, person_id);

    CREATE TABLE trust_grants (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, person_id BLOB NOT NULL,
      tier INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3), met_on INTEGER, granted_by BLOB NOT NULL, granted_at INTEGER NOT NULL,
      revoked_at INTEGER, revoked_by BLOB,
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX trust_grants_person ON trust_grants (town_id, person_id, granted_at);

    CREATE TABLE roles (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, person_id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('referent', 'moderator', 'administrator')), neighbourhood_id BLOB,
      granted_by BLOB, granted_at INTEGER NOT NULL, revoked_at INTEGER,
      PRIMARY KEY (town_id, id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE,
      FOREIGN KEY (town_id, neighbourhood_id) REFERENCES neighbourhoods (town_id, id)) STRICT;
    CREATE INDEX roles_person ON roles (town_id, person_id);

    CREATE TABLE invitations (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('referent', 'moderator', 'administrator', 'helper')), neighbourhood_id BLOB,
      person_id BLOB, email BLOB, email_index BLOB, token_hash BLOB NOT NULL, invited_by BLOB, created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL, accepted_at INTEGER,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, token_hash),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;

    CREATE TABLE sign_ins (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, email BLOB NOT NULL, email_index BLOB NOT NULL,
      token_hash BLOB NOT NULL, code_hash BLOB NOT NULL, browser_hash BLOB NOT NULL, return_path TEXT,
      created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, attempts INTEGER NOT NULL, used_at INTEGER,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, token_hash)) STRICT;
    CREATE INDEX sign_ins_expiry ON sign_ins (town_id, expires_at);
    CREATE INDEX sign_ins_browser ON sign_ins (town_id, browser_hash);
    CREATE INDEX sign_ins_email ON sign_ins (town_id, email_index);

    -- A new address that its owner proves by a mail sent there.
    CREATE TABLE email_changes (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, person_id BLOB NOT NULL, email BLOB NOT NULL, token_hash BLOB NOT NULL,
      created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, token_hash), UNIQUE (town_id, person_id),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;

    CREATE TABLE sessions (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, token_hash BLOB NOT NULL, person_id BLOB,
      email BLOB, email_index BLOB, device TEXT NOT NULL, created_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL, revoked_at INTEGER,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, token_hash),
      FOREIGN KEY (town_id, person_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX sessions_person ON sessions (town_id, person_id);

    CREATE TABLE drafts (
      town_id INTEGER NOT NULL REFERENCES towns (id), id BLOB NOT NULL, token_hash BLOB NOT NULL, kind TEXT NOT NULL,
      body BLOB NOT NULL, expires_at INTEGER NOT NULL,
      PRIMARY KEY (town_id, id), UNIQUE (town_id, token_hash)) STRICT;
    """
