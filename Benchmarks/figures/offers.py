"""Offers of a made-up métropole in Lambert-93 metres: communes of very unlike sizes along three valleys, each with its estates."""

import math
import random
import struct

CENTRE = (914_000, 6_458_000)
COMMUNES = 49
CATEGORY_WEIGHTS = [1740, 933, 725, 260, 240, 180, 210, 120, 60, 90, 150]
FIRST_DAY = 1_585_000_000_000
OFFER, QUERY = struct.Struct("<QqiiI"), struct.Struct("<iiI")


class Metropole:
    def __init__(self, seed=20):
        self.chance = random.Random(seed)
        self.estates, self.weights = [], []
        for rank in range(1, COMMUNES + 1):
            self._settle(rank, size=1 / rank ** 1.3)

    def _settle(self, rank, size):
        """The largest commune is in the middle, the others farther and farther up one of the valleys."""
        angle = math.radians(self.chance.choice([35, 150, 265])) + self.chance.gauss(0, 0.18)
        away = 400 * (rank - 1) * self.chance.uniform(0.6, 1.2)
        x, y = CENTRE[0] + away * math.cos(angle), CENTRE[1] + away * math.sin(angle)
        width = 600 + 1_300 * math.sqrt(size)
        for _ in range(max(3, round(120 * size))):
            self.estates.append((self.chance.gauss(x, width), self.chance.gauss(y, width), self.chance.uniform(60, 350)))
            self.weights.append(size * self.chance.gammavariate(1.2, 1))

    def places(self, count):
        """Whole quarters of a metre, in centimetres: both sides hold them, and the squares of their differences, without rounding."""
        for x, y, width in self.chance.choices(self.estates, self.weights, k=count):
            yield round(self.chance.gauss(x, width) * 4) * 25, round(self.chance.gauss(y, width) * 4) * 25

    def categories(self, count):
        return self.chance.choices(range(len(CATEGORY_WEIGHTS)), CATEGORY_WEIGHTS, k=count)


def offers(count):
    """(id, milliseconds, x and y in centimetres, category), oldest first, no two of the same time, over a year."""
    town = Metropole()
    step = 365 * 86_400_000 // count
    for number, ((x, y), category) in enumerate(zip(town.places(count), town.categories(count))):
        yield number + 1, FIRST_DAY + number * step, x, y, category


def queries(count):
    """Asked where people live: (x and y in centimetres, category)."""
    town = Metropole()
    town.chance.seed(4242)
    for (x, y), category in zip(town.places(count), town.categories(count)):
        yield x, y, category


def write(path, layout, rows):
    with open(path, "wb") as file:
        for row in rows:
            file.write(layout.pack(*row))
    return path
