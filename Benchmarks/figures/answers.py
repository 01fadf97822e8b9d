"""What the two pages say, so that they can be compared before any time is quoted."""

import json
import urllib.request
from html.parser import HTMLParser


class Cards(HTMLParser):
    """The needs of a page: the link and the words of each card, in order."""

    def __init__(self):
        super().__init__()
        self.cards, self.links, self.depth, self.options = [], [], 0, 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "li" and attributes.get("class") == "card":
            self.depth = 1
            self.cards.append([])
        elif tag == "li" and self.depth:
            self.depth += 1
        elif tag == "a" and self.depth:
            self.cards[-1].append(attributes["href"])
        elif tag == "use" and self.depth:
            self.cards[-1].append(attributes["href"])
        elif tag == "option":
            self.options += 1

    def handle_endtag(self, tag):
        if tag == "li" and self.depth:
            self.depth -= 1

    def handle_data(self, data):
        if self.depth and data.strip():
            self.cards[-1].append(" ".join(data.split()))


def page(url):
    with urllib.request.urlopen(url) as answer:
        return answer.read(), answer.headers


def cards(html):
    parser = Cards()
    parser.feed(html.decode())
    return [["".join(part) for part in joined(card)] for card in parser.cards], parser.options


def joined(card):
    """Text that templates cut into pieces, as one."""
    links = [part for part in card if part.startswith("/")]
    return [*links, " ".join(part for part in card if not part.startswith("/"))]


def same_needs(ours, theirs):
    """Raises unless both pages show the same fifty needs in the same words and the same filters."""
    (mine, my_options), (other, other_options) = cards(ours), cards(theirs)
    if len(mine) != 50 or my_options != other_options:
        raise RuntimeError(f"{len(mine)} needs, {my_options} and {other_options} choices")
    for a, b in zip(mine, other, strict=True):
        if normal(a) != normal(b):
            raise RuntimeError(f"the pages differ:\n{a}\n{b}")
    return len(mine)


def normal(card):
    return [part.replace("\u00a0", " ").replace(" :", ":").replace(" ,", ",") for part in card]


def created(url, body):
    """Asks once and answers what came back."""
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        if answer.status != 201:
            raise RuntimeError(f"{url}: {answer.status}")
        return json.load(answer)


def same_neighbours(question, ours, theirs, count):
    """Raises unless both sides find the same offers at the same distances; those as far as the last may differ. How many queries."""
    for number, (mine, other) in enumerate(zip(ours.answers(question, count), theirs.answers(question, count))):
        same = [distance for _, distance in mine] == [distance for _, distance in other]
        close = len(mine) == len(other) and all(abs(a - b) < 1e-9 * max(1, b) for (_, a), (_, b) in zip(mine, other))
        if not (same or close) or kept(question, mine) != kept(question, other):
            raise RuntimeError(f"{question}, query {number}: {mine} is not {other}")
    return count


def kept(question, neighbours):
    """The ids that no tie can change, in an order that no tie can change."""
    if question == "newest":
        return [number for number, _ in neighbours]
    farthest = neighbours[-1][1] if len(neighbours) == 20 else float("inf")
    return {number for number, distance in neighbours if distance < farthest - 1e-6}


# Ours measures on a sphere at the latitude asked about, PostGIS in Lambert-93: within 2 km they differ by less than half a hundredth.
PROJECTION = 0.005


def same_offers(query, ours, theirs):
    """Raises unless both sides show the same offers in the same words, as far away; those about as far as the last may differ."""
    mine, other = ({item["id"]: item for item in side["items"]} for side in (ours, theirs))
    farthest = max((item["distance"] for item in mine.values()), default=0)
    if ours["next"] is None and len(other) < 20:
        farthest = 2000
    for one in mine.keys() | other.keys():
        a, b = mine.get(one), other.get(one)
        if a and b and {**a, "distance": 0, "url": ""} == {**b, "distance": 0, "url": ""} and close(a["distance"], b["distance"]):
            continue
        if (a and b) or not close((a or b)["distance"], farthest):
            raise RuntimeError(f"{query}: {a} is not {b}")


def close(a, b):
    return abs(a - b) <= 1 + PROJECTION * max(a, b)
