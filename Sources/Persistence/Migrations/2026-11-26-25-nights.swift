/// Who said that urgent requests may reach them by night.
let nightColumns = """
    ALTER TABLE helpers ADD COLUMN accepts_nights INTEGER NOT NULL DEFAULT 0 CHECK (accepts_nights IN (0, 1));
    """
