"""Run with addok's own Python: answers a file of queries as `Benchmark addresses` does, everything once to warm up, then with a watch."""

import json
import sys
import time

from addok.config import config
from addok.core import search

LIMIT = 5


def ask(query):
    lon, lat = query["near"] or (None, None)
    return search(query["text"], limit=LIMIT, autocomplete=True, lat=lat, lon=lon)


def main(queries, answers):
    config.load()
    with open(queries) as file:
        asked = json.load(file)
    for query in asked:
        ask(query)
    result = {"microseconds": [], "answers": []}
    for query in asked:
        start = time.perf_counter()
        found = ask(query)
        result["microseconds"].append((time.perf_counter() - start) * 1e6)
        result["answers"].append([{"id": str(place.id), "label": str(place)} for place in found])
    with open("/proc/self/statm") as file:
        result["resident"] = int(file.read().split()[1]) * 4096
    with open(answers, "w") as file:
        json.dump(result, file, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
