/// Kinds of help that residents miss, and what became of them.
let proposalTables = """
    CREATE TABLE category_proposals (
      town_id INTEGER NOT NULL, id BLOB NOT NULL, proposer_id BLOB NOT NULL, label TEXT NOT NULL, words BLOB,
      created_at INTEGER NOT NULL,
      verdict TEXT CHECK (verdict IN ('adopted', 'present', 'declined')), category_id BLOB, answer_words BLOB,
      answered_by BLOB, answered_at INTEGER,
      CONSTRAINT category_proposals_key PRIMARY KEY (town_id, id),
      CHECK ((verdict IS NULL) = (answered_at IS NULL)), CHECK ((verdict IS NULL) = (answered_by IS NULL)),
      CHECK (verdict IS NULL OR (verdict = 'declined') = (category_id IS NULL)),
      FOREIGN KEY (town_id, proposer_id) REFERENCES people (town_id, id) ON DELETE CASCADE) STRICT;
    CREATE INDEX category_proposals_open ON category_proposals (town_id, created_at) WHERE verdict IS NULL;
    CREATE INDEX category_proposals_proposer ON category_proposals (town_id, proposer_id);
    """
