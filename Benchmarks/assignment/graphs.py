"""Writes the graphs: `graphs.py FOLDER`. Requests and helpers of a town; candidates are the nearest, a cost is metres times urgency."""

import sys
from pathlib import Path

import numpy as np
from scipy.spatial import cKDTree

from .town import offers

NEAREST = 50
# To leave a request unserved costs more than any way.
PENALTY = 80_000
# Name: rows, columns, whether columns have 1 to 4 places.
GRAPHS = {
    "1000-5000": (1_000, 5_000, False),
    "1000-5000-capacities": (1_000, 5_000, True),
    "1000-450-tight": (1_000, 450, True),
    "10000-50000": (10_000, 50_000, False),
    "10000-50000-capacities": (10_000, 50_000, True),
    "10000-4500-tight": (10_000, 4_500, True),
}


def write(path, rows, columns, shared, everywhere):
    chance = np.random.default_rng(12345 + rows)
    order = chance.permutation(len(everywhere))
    helpers, requests = everywhere[order[:columns]], everywhere[order[columns:columns + rows]]
    urgency = chance.choice([1, 2, 4], rows, p=[0.7, 0.2, 0.1])
    capacities = chance.integers(1, 5, columns) if shared else np.ones(columns, int)
    metres, candidates = cKDTree(helpers).query(requests, k=NEAREST)
    costs = np.rint(metres * urgency[:, None])
    with path.open("wb") as file:
        for numbers in ([rows, columns, NEAREST, PENALTY], capacities, candidates, costs):
            np.asarray(numbers).astype("<i4").tofile(file)


if __name__ == "__main__":
    folder, town = Path(sys.argv[1]), np.column_stack(offers(1_000_000))
    for name, (rows, columns, shared) in GRAPHS.items():
        write(folder / name, rows, columns, shared, town)
