"""A million offers of a made-up métropole in Lambert-93 metres: the places of rows and columns are drawn from them."""

import numpy as np

CENTRE = (914_000.0, 6_458_000.0)
COMMUNES = 49
LARGEST = [158.0, 38, 36, 24, 21, 17.5, 15, 12, 11, 9.5, 9, 8.5, 8, 7.5, 6.5, 6, 5.5, 5]


def offers(count, seed=20200318):
    """Their x and y; the largest commune in the middle, the others along three valleys, each with its estates."""
    chance = np.random.default_rng(seed)
    people = np.array([*LARGEST, *np.linspace(4.5, 0.3, COMMUNES - len(LARGEST))])
    people /= people.sum()
    valley = chance.integers(0, 3, COMMUNES)
    angle = np.deg2rad(np.array([35.0, 150.0, 265.0]))[valley] + chance.normal(0, 0.18, COMMUNES)
    away = np.minimum(np.concatenate([[0.0], np.sort(chance.gamma(2.2, 3300, COMMUNES - 1))]), 19_000)
    x, y = CENTRE[0] + away * np.cos(angle), CENTRE[1] + away * np.sin(angle)
    return places(count, estates(people, x, y, chance), chance)


def estates(people, x, y, chance):
    """x, y, share of the people and width of every estate."""
    width = 600 + 1_500 * np.sqrt(people / people.max()) * 0.9
    parts = []
    for commune, count in enumerate(np.maximum(2, (people * 450).astype(int) // 4)):
        places = chance.normal(x[commune], width[commune], count), chance.normal(y[commune], width[commune], count)
        shares = chance.gamma(1.2, 1, count)
        parts.append((*places, people[commune] * shares / shares.sum(), chance.uniform(60, 350, count)))
    return [np.concatenate(part) for part in zip(*parts)]


def places(count, estates, chance):
    x, y, shares, width = estates
    at = chance.choice(len(shares), count, p=shares / shares.sum())
    return np.round(x[at] + chance.normal(0, 1, count) * width[at], 1), np.round(y[at] + chance.normal(0, 1, count) * width[at], 1)
