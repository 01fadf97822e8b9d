import Database

/// The schema of the house, in order; frozen once landed, forward only.
public let houseMigrations: [Migration] = [
    Migration("2026-11-21-2-towns", townTables),
    Migration("2026-11-21-3-people", peopleTables),
    Migration("2026-11-21-4-requests", requestTables),
    Migration("2026-11-21-5-matches", matchTables),
    Migration("2026-11-21-6-traces", traceTables),
    Migration("2026-11-25-1-places", placeTables),
]
