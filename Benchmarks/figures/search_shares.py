"""Whether a place that was answered is one that was meant."""


def shares_table(queries, ours, theirs):
    """First, and among the first five, by kind of query, in percent."""
    mine = [rank(query, found, is_ours) for query, found in zip(queries, ours["answers"], strict=True)]
    other = [rank(query, found, is_addoks) for query, found in zip(queries, theirs["answers"], strict=True)]
    lines = ["| | ours, first | first five | addok, first | first five | |", "|---|---|---|---|---|---|"]
    for kind, numbers in kinds(queries).items():
        a, b = [mine[number] for number in numbers], [other[number] for number in numbers]
        lines.append(f"| {kind} | {first(a):.1f} | {five(a):.1f} | {first(b):.1f} | {five(b):.1f} | {verdict(a, b)} |")
    return lines


def kinds(queries):
    """The numbers of the queries of each kind, and of all."""
    groups = {}
    for number, query in enumerate(queries):
        groups.setdefault(query["kind"], []).append(number)
    return {**groups, "all": list(range(len(queries)))}


def verdict(ours, theirs):
    differences = first(ours) - first(theirs), five(ours) - five(theirs)
    return "**worse**" if min(differences) < 0 else "better" if max(differences) > 0 else "equal"


def first(ranks):
    return 100 * sum(rank == 0 for rank in ranks) / len(ranks)


def five(ranks):
    return 100 * sum(rank < 5 for rank in ranks) / len(ranks)


def rank(query, found, is_meant):
    """Of the first answer that was meant; 5 is none."""
    return next((rank for rank, place in enumerate(found) if any(is_meant(place, meant) for meant in query["expected"])), 5)


def is_ours(place, meant):
    if meant["row"] is not None:
        return place.get("row") == meant["row"]
    return (place["street"], place["insee"]) == (meant["street"], meant["insee"])


def is_addoks(place, meant):
    """A street may be answered by one of its doors, whose number begins with the street's."""
    return place["id"] == meant["id"] if meant["row"] is not None else place["id"].startswith(meant["id"])
