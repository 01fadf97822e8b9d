// The JSON of the house, under /api/v1.
