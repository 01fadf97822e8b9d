/// Helpers in the order of their turn, for a town where nobody can look at all of them: who is new first (0), then who was asked longest ago.
/// The expressions are `HelperLanes`'; what follows the person is there to be read without the row.
let turnIndexes = """
    CREATE INDEX helpers_turns_near ON helpers (
      town_id, neighbourhood_id, is_remote_only, travel, is_active,
      (CASE WHEN last_asked_at IS NULL OR last_asked_at < returned_at THEN 0 ELSE last_asked_at END),
      (coalesce(returned_at, joined_at)), person_id, radius, last_asked_at, returned_at, joined_at);
    CREATE INDEX helpers_turns_town ON helpers (
      town_id, is_remote_only, travel, is_active,
      (CASE WHEN last_asked_at IS NULL OR last_asked_at < returned_at THEN 0 ELSE last_asked_at END),
      (coalesce(returned_at, joined_at)), person_id, neighbourhood_id, radius, last_asked_at, returned_at, joined_at);
    """
