/// One counter for each public list, so that a request that is created or answered makes nobody read the offers again.
let listVersionColumns = """
    ALTER TABLE town_versions ADD COLUMN needs INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE town_versions ADD COLUMN offers INTEGER NOT NULL DEFAULT 0;
    """
