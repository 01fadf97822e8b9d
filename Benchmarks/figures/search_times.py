"""Microseconds per answer, by kind."""

AIM = 20
HEADING = [
    "| | ours, µs: median | 99th percentile | addok: median | 99th percentile | ratio of medians | aim | |",
    "|---|---|---|---|---|---|---|---|"]


def times_table(groups, rounds):
    """Each text counts with its best time over the rounds, for what else the machine does only adds."""
    ours, theirs = ([min(times) for times in zip(*(run[side]["microseconds"] for run in rounds), strict=True)] for side in ("ours", "theirs"))
    lines = []
    for kind, numbers in groups.items():
        ratio = percentile(theirs, numbers) / percentile(ours, numbers)
        lines.append(
            f"| {kind} | {percentile(ours, numbers):.0f} | {percentile(ours, numbers, 0.99):.0f} | {percentile(theirs, numbers):,.0f} "
            f"| {percentile(theirs, numbers, 0.99):,.0f} | {ratio:.0f} × | {AIM} × | {'reached' if ratio >= AIM else '**missed**'} |")
    return HEADING + lines


def percentile(times, numbers, share=0.5):
    chosen = sorted(times[number] for number in numbers)
    return chosen[min(len(chosen) - 1, int(len(chosen) * share))]


def ratio_row(words, ours, theirs, aim):
    verdict = "reached" if ours >= aim * theirs else "**missed**"
    return f"| {words} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.1f} × | {aim} × | {verdict} |"
