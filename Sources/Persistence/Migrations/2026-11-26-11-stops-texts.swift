/// The words of consents, once for each wording. They name nobody.
let consentTextTables = """
    CREATE TABLE consent_texts (
      town_id INTEGER NOT NULL REFERENCES towns (id), purpose TEXT NOT NULL, language TEXT NOT NULL, version TEXT NOT NULL,
      text TEXT NOT NULL, first_shown_at INTEGER NOT NULL,
      CONSTRAINT consent_texts_key PRIMARY KEY (town_id, purpose, language, version)) STRICT;
    """
