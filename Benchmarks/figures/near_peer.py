"""The peer's offers: the program's rows, each at the anchor from which the public measures it, under the index that the question wants."""

import uuid

import psycopg

PARTS = {(8, 20): "day", (8, 12): "morning", (12, 18): "afternoon", (18, 21): "evening"}
OFFERS = """
    SELECT o.id, c.key, n.slug, h.days, h.from_hour, h.to_hour, h.radius, h.travel, CASE WHEN o.review = 'approved' THEN o.public_text END,
      p.longitude, p.latitude
    FROM offers o JOIN helpers h ON h.town_id = o.town_id AND h.person_id = o.person_id
      JOIN categories c ON c.town_id = o.town_id AND c.id = o.category_id
      JOIN neighbourhoods n ON n.town_id = o.town_id AND n.id = o.neighbourhood_id
      JOIN home_cells p ON p.town_id = o.town_id AND p.number = o.cell
    WHERE o.status = 'active' AND h.is_active = 1
"""
ARRIVING = (
    "arriving (id uuid, category text, place text, days smallint, part text, reach text, travel text, public_text text, "
    "longitude float8, latitude float8)")
TABLE = """
    CREATE TABLE peer_offer AS
    SELECT a.id, c.id AS category_id, n.id AS neighbourhood_id, a.days, a.part, a.reach, a.travel, a.public_text, true AS is_public,
      ST_Transform(ST_SetSRID(ST_MakePoint(a.longitude, a.latitude), 4326), 2154)::geometry(Point, 2154) AS geom
    FROM arriving a JOIN peer_category c ON c.key = a.category JOIN peer_neighbourhood n ON n.slug = a.place
"""


def fill(peer, program):
    """How many offers there are."""
    rows = program.rows(OFFERS)
    with psycopg.connect(peer.postgres.connection, autocommit=True) as connection:
        connection.execute("CREATE EXTENSION postgis")
        connection.execute("CREATE EXTENSION btree_gist")
        connection.execute(f"CREATE TEMPORARY TABLE {ARRIVING}")
        with connection.cursor() as cursor, cursor.copy("COPY arriving FROM STDIN") as copy:
            for row in rows:
                copy.write_row(arriving(row))
        connection.execute(TABLE)
        connection.execute("ALTER TABLE peer_offer ADD PRIMARY KEY (id)")
        connection.execute("CREATE INDEX ON peer_offer USING gist (category_id, geom) WHERE is_public")
        connection.execute("VACUUM ANALYZE peer_offer")
    return len(rows)


def arriving(row):
    identity, category, place, days, start, end, radius, travel, text, longitude, latitude = row
    reach = "near" if radius <= 2000 else "town"
    return uuid.UUID(bytes=identity), category, place, days, PARTS[start, end], reach, travel, text, longitude, latitude
