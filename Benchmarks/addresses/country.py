"""A country of N invented addresses: towns, streets with the names that streets have, doors."""

import random
from dataclasses import dataclass, field

from . import names

PER_TOWN = 2_300
PER_STREET = 14
QUARTERS = ["Nord", "Sud", "Est", "Ouest"]
TITLES = {
    "Général", "Maréchal", "Colonel", "Commandant", "Docteur", "Professeur", "Abbé", "Président", "Capitaine", "Lieutenant", "Sergent"}


@dataclass
class Town:
    name: str
    postcode: str
    insee: str
    lon: float
    lat: float
    size: int
    streets: list = field(default_factory=list)


@dataclass
class Street:
    id: str
    name: str
    town: Town
    lon: float
    lat: float
    alias: str = ""
    locality: str = ""
    doors: list = field(default_factory=list)  # (number, suffix, line of the CSV)


class Country:
    def __init__(self, addresses, seed):
        self.chance = random.Random(seed)
        self.addresses = addresses
        self.people = names.parts(names.PEOPLE)
        self.things = names.parts(names.THINGS)
        self.saints = [f"Saint-{name}" for name in names.parts(names.SAINTS)] + [f"Sainte-{name}" for name in names.parts(names.HOLY)]
        self.towns = self._towns()
        self._fill()

    @property
    def streets(self):
        return [street for town in self.towns for street in town.streets]

    def _towns(self):
        count = max(20, self.addresses // PER_TOWN)
        weights = [1 / (rank + 2) ** 0.8 for rank in range(count)]
        seen, towns = set(), []
        for rank, weight in enumerate(weights):
            name = self._unseen(self._town_name, seen)
            postcode = 10_000 + 10 * (rank * 7919 % 8_000)
            towns.append(Town(
                name, f"{postcode:05}", f"{postcode // 1000:02}{rank % 1000:03}", round(self.chance.uniform(-1, 6.5), 6),
                round(self.chance.uniform(43.5, 49), 6), max(40, round(self.addresses * weight / sum(weights)))))
        towns[-1].size += self.addresses - sum(town.size for town in towns)
        return towns

    def _unseen(self, make, seen):
        for _ in range(60):
            name = make()
            if name not in seen:
                break
        while name in seen:
            name = f"{name} {self.chance.choice(QUARTERS)}"
        seen.add(name)
        return name

    def _pick(self, text):
        return self.chance.choice(names.parts(text))

    def _invented(self):
        """A local word that no dictionary has."""
        word = self._pick(names.STARTS) + self.chance.choice(names.MIDDLES.split("|")) + self._pick(names.ENDINGS)
        return word[0].upper() + word[1:]

    def _town_name(self):
        draw = self.chance.random()
        tail = self.chance.choice([f"sur-{self._pick(names.RIVERS)}", self._pick(names.COUNTRIES), "les-Bains", "le-Haut", "le-Château"])
        if draw < 0.3:
            saint = self.chance.choice(self.saints)
            return saint if draw < 0.05 else f"{saint}-{tail}"
        if draw < 0.5:
            root = self._pick(names.TOWN_ROOTS)
            return root if draw < 0.38 else f"{root}-{tail}"
        if draw < 0.6:
            return self.chance.choice(["Le ", "La ", "Les "]) + self._invented()
        return self._invented() if draw < 0.9 else f"{self._invented()}-{tail}"

    def _street_name(self):
        draw, way = self.chance.random(), self.chance.choices(*zip(*names.WAYS))[0]
        if draw < 0.3:
            who = self.people[min(int(self.chance.expovariate(1 / 60)), len(self.people) - 1)]
            if who.split(" ")[0] in TITLES:
                return f"{way} du {who}"
            return f"{way} {who}" if self.chance.random() < 0.8 else f"{way} {who.split(' ', 1)[-1]}"
        if draw < 0.62:
            return f"{way} {self.things[min(int(self.chance.expovariate(1 / 70)), len(self.things) - 1)]}"
        if draw < 0.69:
            return f"{way} {self.chance.choice(self.saints)}"
        word = self._invented()
        if draw < 0.72:
            return self.chance.choice(["Le ", "La ", "Les ", "Grande Rue ", "Hameau de "]) + word
        link = self.chance.choice(["de ", "du ", "des ", "de la ", "", f"du {self._pick(names.QUALITIES)} "])
        if link == "de " and word[0] in "AEIOUÉ":
            link = "d'"
        return f"{way} {link}{word}"

    def _fill(self):
        line, number = 1, 0
        for town in self.towns:
            seen, left = set(), town.size
            while left > 0:
                number += 1
                street = Street(
                    f"{town.insee}_{number:06}", self._unseen(self._street_name, seen), town,
                    round(town.lon + self.chance.gauss(0, 0.02), 6), round(town.lat + self.chance.gauss(0, 0.015), 6))
                if self.chance.random() < 0.02:
                    street.alias = self._street_name()
                if self.chance.random() < 0.05:
                    street.locality = self._invented()
                count = min(left, 1 + int(self.chance.gammavariate(0.9, PER_STREET)))
                for door in self._doors(count):
                    line += 1
                    street.doors.append((*door, line))
                left -= count
                town.streets.append(street)

    def _doors(self, count):
        number, doors = 0, []
        while len(doors) < count:
            number += 1 if self.chance.random() < 0.75 else self.chance.choice([2, 3, 4])
            doors.append((number, ""))
            draw = self.chance.random()
            if draw < 0.05 and len(doors) < count:
                doors.append((number, "bis"))
                if draw < 0.01 and len(doors) < count:
                    doors.append((number, "ter"))
            elif draw < 0.065 and len(doors) < count:
                doors.append((number, self.chance.choice("abcd")))
        return doors
