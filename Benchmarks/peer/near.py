"""The offers near a place as JSON: one query to PostGIS, nearest first along its index."""

from django.db import connection
from django.http import JsonResponse
from django.views.decorators.http import require_GET

from . import catalogue

BASE = "http://127.0.0.1/t/banc/propositions/"
WEEKDAYS = [[day for day in range(1, 8) if mask & 1 << day - 1] for mask in range(128)]
# The radius is looked at outside, so that nothing but the walk along the index is worth planning. A bare number would be an int4, which
# cannot use an index on a bigint.
NEAR = """
    SELECT * FROM (
      SELECT id, neighbourhood_id, days, part, reach, travel, public_text,
        geom <-> ST_Transform(ST_SetSRID(ST_MakePoint(%(x)s, %(y)s), 4326), 2154) AS distance
      FROM peer_offer WHERE is_public AND category_id = %(category)s::bigint
      ORDER BY geom <-> ST_Transform(ST_SetSRID(ST_MakePoint(%(x)s, %(y)s), 4326), 2154) LIMIT %(limit)s) nearest
    WHERE distance <= %(radius)s
"""


@require_GET
def offers(request):
    longitude, latitude = map(float, request.GET["around"].split(","))
    radius, limit = int(request.GET.get("radius", 2000)), int(request.GET.get("limit", 50))
    category = catalogue.category(request.GET["category"])
    with connection.cursor() as cursor:
        cursor.execute(NEAR, {"x": longitude, "y": latitude, "category": category.id, "radius": radius, "limit": limit + 1})
        rows = cursor.fetchall()
    items = [described(row, category.key) for row in rows[:limit]]
    return JsonResponse({"items": items, "next": f"{rows[limit - 1][7]}.{rows[limit - 1][0]}" if len(rows) > limit else None})


def described(row, category):
    identity, place, days, part, reach, travel, text, distance = row
    item = {
        "id": str(identity), "category": category, "neighbourhood": catalogue.slugs()[place], "days": WEEKDAYS[days], "part": part,
        "reach": reach, "travel": travel, "url": f"{BASE}{identity}", "distance": round(distance)}
    if text is not None:
        item["text"] = text
    return item
