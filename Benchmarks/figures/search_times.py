"""Microseconds per answer, by kind."""

import statistics

AIM = 20


def times_table(groups, rounds):
    """Medians over the rounds of each round's median and 99th percentile; the ratio is that of the medians, with its range."""
    lines = [
        "| | ours, µs: median | 99th percentile | addok: median | 99th percentile | ratio of medians (range) | aim | |",
        "|---|---|---|---|---|---|---|---|"]
    for kind, numbers in groups.items():
        halves = [[part(run[side], numbers, 0.5) for run in rounds] for side in ("ours", "theirs")]
        tails = [statistics.median(part(run[side], numbers, 0.99) for run in rounds) for side in ("ours", "theirs")]
        ratios = [theirs / ours for ours, theirs in zip(*halves, strict=True)]
        ratio = statistics.median(ratios)
        lines.append(
            f"| {kind} | {statistics.median(halves[0]):.0f} | {tails[0]:.0f} | {statistics.median(halves[1]):,.0f} | {tails[1]:,.0f} "
            f"| {ratio:.0f} × ({min(ratios):.0f}–{max(ratios):.0f}) | {AIM} × | {'reached' if ratio >= AIM else '**missed**'} |")
    return lines


def part(run, numbers, share):
    times = sorted(run["microseconds"][number] for number in numbers)
    return times[min(len(times) - 1, int(len(times) * share))]


def ratio_row(words, ours, theirs, aim):
    verdict = "reached" if ours >= aim * theirs else "**missed**"
    return f"| {words} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.1f} × | {aim} × | {verdict} |"
