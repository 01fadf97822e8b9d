"""What people would type, with the address they mean, in kinds. Written from how people write, before any engine was asked."""

import json
import random
import re
import string

from .files import door_id
from .french import SHORT, SOUNDS, in_words, plain

LITTLE = {"de", "du", "des", "la", "le", "les", "l", "d", "et"}
KEYS = {letter: near for row in ("azertyuiop", "qsdfghjklm", "wxcvbn") for letter, near in zip(row, row[1:] + row[-2])}


class Corpus:
    def __init__(self, country, seed):
        self.chance = random.Random(seed)
        self.country = country
        self.streets = country.streets
        self.queries = []

    def fill(self, each):
        """`each` queries of each kind."""
        for kind, make in KINDS.items():
            for _ in range(each):
                self.queries.append(make(self, kind))
        return self

    def write(self, path):
        with open(path, "w") as file:
            json.dump(self.queries, file, ensure_ascii=False)

    # What is meant

    def door(self):
        street = self.chance.choice(self.streets)
        return street, self.chance.choice(street.doors)

    def query(self, kind, text, street, door=None, near=False, others=()):
        expected = [self.expected(street, door), *(self.expected(other) for other in others)]
        place = [street.town.lon, street.town.lat] if near else None
        return {"kind": kind, "text": text, "near": place, "expected": expected}

    @staticmethod
    def expected(street, door=None):
        return {
            "id": door_id(street, *door[:2]) if door else street.id, "row": door[2] if door else None, "street": street.name,
            "insee": street.town.insee}

    # How it is written

    def number(self, door):
        number, suffix, _ = door
        return f"{number}{self.chance.choice([' ', ''])}{suffix}" if suffix else f"{number}"

    def clean(self, kind):
        street, door = self.door()
        number = f"{door[0]} {door[1]}".strip()
        return self.query(kind, f"{number} {street.name} {street.town.postcode} {street.town.name}", street, door)

    def careless(self, kind):
        street, door = self.door()
        text = f"{self.number(door)} {street.name} {street.town.name}"
        return self.query(kind, self.chance.choice([plain(text).replace("-", " "), plain(text).upper(), text.lower()]), street, door)

    def misspelt(self, kind):
        street, door = self.door()
        town = street.town.name if kind == "one error" else self.with_error(street.town.name)
        return self.query(kind, f"{self.number(door)} {self.with_error(street.name)} {town}".lower(), street, door)

    def with_error(self, name):
        words = re.split(r"([ '-])", name)
        longest = max(range(len(words)), key=lambda index: len(words[index]))
        index = self.chance.choice([index for index, word in enumerate(words) if len(word) > 3 and index > 0] or [longest])
        words[index] = self.error(words[index])
        return "".join(words)

    def error(self, word):
        """A slip of the fingers: a letter left out, doubled or added, hit beside, or exchanged."""
        at = self.chance.randrange(len(word))
        draw = self.chance.random()
        if draw < 0.3:
            return word[:at] + word[at + 1:]
        if draw < 0.5:
            return word[:at] + self.chance.choice([word[at], self.chance.choice(string.ascii_lowercase)]) + word[at:]
        if draw < 0.75:
            return word[:at] + KEYS.get(word[at].lower(), "e") + word[at + 1:]
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]

    def abbreviated(self, kind):
        street, door = self.door()
        name, town = self.shortened(street.name), self.shortened(street.town.name)
        text = f"{self.number(door)} {name} {self.chance.choice([town, street.town.name, street.town.postcode + ' ' + town])}"
        return self.query(kind, self.chance.choice([text, text.lower(), text.upper()]), street, door)

    def shortened(self, name):
        words = name.replace("-", " ").split()
        dot = self.chance.choice(["", "", "."])
        return " ".join(self.chance.choice(SHORT[word]) + dot if word in SHORT else word for word in words)

    def spoken(self, kind):
        street, door = self.door()
        number = f"{in_words(door[0])} {door[1]}".strip() if self.chance.random() < 0.5 else self.number(door)
        town = self.chance.choice([street.town.name, self.heard(street.town.name)])
        return self.query(kind, f"{number} {self.heard(street.name)} à {town}", street, door)

    def heard(self, name):
        """One or two things written as they sound."""
        text, left = name.lower().replace("-", " "), self.chance.choice([1, 2])
        for pattern, sound in self.chance.sample(SOUNDS, len(SOUNDS)):
            changed = re.sub(pattern, sound, text, count=1)
            if changed != text and left:
                text, left = changed, left - 1
        return text

    def reordered(self, kind):
        street, door = self.door()
        way, _, rest = street.name.partition(" ")
        number, town = self.number(door), street.town
        return self.query(kind, self.chance.choice([
            f"{town.name}, {number} {street.name}", f"{street.name} {number}, {town.postcode} {town.name}",
            f"{street.name} {number} {town.name}", f"{town.postcode} {town.name} {street.name} {number}",
            f"{number} {rest} {way} {town.name}", f"{rest} ({way}) {number} {town.name}",
        ]), street, door)

    def glued(self, kind):
        """Words written in one, or one in two."""
        street, door = self.door()
        text = f"{street.name} {street.town.name}".lower()
        if self.chance.random() < 0.7:
            gap = self.chance.choice([match.start() for match in re.finditer(r"(?<=\w\w)[ '-](?=\w\w)", text)])
            text = text[:gap] + text[gap + 1:]
        else:
            word = max(re.findall(r"\w+", street.name.lower()), key=len)
            cut = self.chance.randint(2, max(2, len(word) - 2))
            text = text.replace(word, f"{word[:cut]} {word[cut:]}", 1)
        return self.query(kind, f"{self.number(door)} {text}", street, door)

    def little(self, kind):
        """Little words forgotten or added."""
        street, door = self.door()
        words = [word for word in re.split(r"[ '’]", street.name) if word.lower() not in LITTLE]
        if self.chance.random() < 0.3:
            words.insert(1, self.chance.choice(["de la", "du", "des", "de l'"]))
        return self.query(kind, f"{self.number(door)} {' '.join(words)} {street.town.name}", street, door)

    def postcode(self, kind):
        street, door = self.door()
        town, number = street.town, self.number(door)
        wrong = f"{town.postcode[:4]}{(int(town.postcode[4]) + 1) % 10}"
        return self.query(kind, self.chance.choice([
            f"{number} {street.name} {town.postcode}", f"{number} {street.name} {town.postcode} {town.name.upper()} CEDEX",
            f"{number} {street.name} {town.postcode} {town.name[:5]}", f"{town.postcode} {street.name} {number}",
            f"{number} {street.name}, {town.name} ({town.postcode})", f"{number} {street.name} {wrong} {town.name}",
        ]), street, door)

    def beginning(self, kind):
        """Half of a street or more, by somebody of the town; any street of the town that begins so is right."""
        street = self.chance.choice(self.streets)
        typed = street.name[:self.chance.randint(max(5, len(street.name) // 2), len(street.name))].rstrip()
        others = [other for other in street.town.streets if other is not street and other.name.lower().startswith(typed.lower())]
        return self.query(kind, self.chance.choice([typed, plain(typed)]), street, near=True, others=others)

    def beginning_of_town(self, kind):
        """A street and the first letters of its town."""
        street = self.chance.choice(self.streets)
        length = self.chance.randint(3, len(street.town.name))
        return self.query(kind, plain(f"{street.name} {street.town.name[:length]}"), street)

    def part(self, kind):
        """A word of the name, by somebody of the town; any street of the town that has it is right."""
        street = self.chance.choice(self.streets)
        word = max(re.split(r"[ '’-]", street.name), key=len)
        typed = word[:self.chance.randint(max(4, len(word) - 2), max(4, len(word)))]
        others = [
            other for other in street.town.streets
            if other is not street and any(plain(part).startswith(plain(typed)) for part in re.split(r"[ '’-]", other.name))]
        return self.query(kind, plain(typed), street, near=True, others=others)


KINDS = {
    "clean": Corpus.clean, "careless": Corpus.careless, "one error": Corpus.misspelt, "two errors": Corpus.misspelt,
    "abbreviated": Corpus.abbreviated, "spoken": Corpus.spoken, "reordered": Corpus.reordered, "glued": Corpus.glued,
    "little words": Corpus.little, "postcode": Corpus.postcode, "beginning": Corpus.beginning,
    "beginning of town": Corpus.beginning_of_town, "part of a name": Corpus.part,
}


def keystrokes(country, seed, texts):
    """Every text that stands in the box while somebody types, from one character on."""
    corpus = Corpus(country, seed)
    queries = []
    for _ in range(texts):
        street, door = corpus.door()
        text = f"{corpus.number(door)} {street.name} {street.town.name}".lower()
        queries += [
            {"kind": f"keystroke {length if length < 4 else '4 and more'}", "text": text[:length],
             "near": [street.town.lon, street.town.lat], "expected": []}
            for length in range(1, len(text) + 1)]
    return queries
