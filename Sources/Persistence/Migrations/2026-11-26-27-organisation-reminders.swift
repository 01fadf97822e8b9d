/// That an organisation was reminded of what it was asked: once.
let organisationReminderColumns = """
    ALTER TABLE organisation_asks ADD COLUMN reminded_at INTEGER;
    """
