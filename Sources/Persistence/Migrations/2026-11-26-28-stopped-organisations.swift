/// Since when an organisation is not asked any more: its term begins then.
let stoppedOrganisationColumns = """
    ALTER TABLE organisations ADD COLUMN stopped_at INTEGER;
    UPDATE organisations SET stopped_at = coalesce(last_asked_at, created_at) WHERE is_active = 0;
    """
