"""A real commune's outline, and made-up quartiers and addresses inside it."""
import json

STREETS = ("des Lilas", "du Muguet", "de la Fontaine", "des Mésanges", "du Vieux-Chêne", "des Tanneurs", "de l’Écluse", "du Belvédère")
KINDS = ("Rue", "Avenue", "Allée")
HEADER = "id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat;type_position"


def outline(file):
    """The first ring of the only commune of a GeoJSON file."""
    (commune,) = json.loads(file.read_text())["features"]
    assert commune["geometry"]["type"] == "Polygon"
    return commune["geometry"]["coordinates"][0]


def holds(ring, x, y):
    """Whether the ring surrounds the point: a ray to the east leaves it an odd number of times."""
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        crossings += (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
    return crossings % 2 == 1


def quartiers(ring, squares):
    """GeoJSON of squares by name, each `(west, south, east, north)` and inside the ring."""
    features = []
    for name, (west, south, east, north) in squares.items():
        corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
        assert all(holds(ring, x, y) for x, y in corners), name
        geometry = {"type": "Polygon", "coordinates": [corners]}
        features.append({"type": "Feature", "properties": {"nom": name, "fictif": True}, "geometry": geometry})
    return json.dumps({"type": "FeatureCollection", "features": features})


def ban(ring, squares, insee, postcode, city, houses=40):
    """Streets side by side in each square, as a file of the Base Adresse Nationale."""
    names = iter(f"{kind} {street}" for kind in KINDS for street in STREETS)
    lines = [HEADER]
    for west, south, east, north in squares.values():
        for row in range(len(STREETS)):
            name, y = next(names), south + (row + 0.5) / len(STREETS) * (north - south)
            for number in range(1, houses + 1):
                x = west + number / (houses + 1) * (east - west)
                assert holds(ring, x, y)
                suffix = "bis" if number % 13 == 0 else ""
                lines.append(f";{number};{suffix};{name};{postcode};{insee};{city};{x:.6f};{y:.6f};entrée")
    return "\n".join(lines) + "\n"
