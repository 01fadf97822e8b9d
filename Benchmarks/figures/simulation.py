"""The policy lab: what `entraide simulate` says of ours and of the others, over many seeds, and how long it takes."""

import json
import os
import resource
import subprocess

from .program import RELEASE

SEEDS = int(os.environ.get("BENCH_SEEDS", 20))
HELD_OUT_SEEDS = max(1, SEEDS // 10)
FIGURES = {
    "served": "served", "servedByHelpers": "by helpers", "medianHours": "median time to yes", "ninetiethHours": "90th",
    "medianUrgentHours": "median, urgent", "asksPerServed": "asks per served", "neverAsked": "never asked",
    "askedWithinFourteenDays": "asked within 14 days", "giniOfAsks": "Gini of asks", "wornOut": "worn out",
}
SHARES = {"served", "servedByHelpers", "neverAsked", "askedWithinFourteenDays", "wornOut", "withinTwoDays", "matched"}
TARGETS = "| | median (95 of 100 runs) | aim | |\n|---|---|---|---|"


def measure(_program, _peer):
    ordinary, crisis = (simulate(name, "all", SEEDS) for name in ("ordinary", "crisis"))
    return [
        "## The policy lab", "",
        f"Simulated people and time, the ladder's real rules; {SEEDS} seeds, the same people, requests and luck for every policy. What it "
        "rests on and what it is not: docs/decisions/2026-11-26-simulation.md.", "",
        *calibration(), *held_out(),
        *(row for found in (ordinary, crisis) for row in compared(found)), *targets(ordinary, crisis), *speed(),
    ]


def simulate(scenario, policy, seeds, days=None):
    command = [RELEASE / "entraide", "simulate", "--scenario", scenario, "--policy", policy, "--seeds", str(seeds), "--json"]
    output = subprocess.run(command + (["--days", str(days)] if days else []), check=True, capture_output=True).stdout
    return json.loads(output)


def ranges(found, policy):
    return next(one["ranges"] for one in found["policies"] if one["policy"] == policy)


def said(key, value):
    if value is None:
        return "never"
    return f"{value * 100:.1f} %" if key in SHARES else f"{value:.2f}" if key.startswith("gini") else f"{value:.1f}"


def cell(found, policy, key):
    spread = ranges(found, policy).get(key)
    if spread is None:
        return "–"
    return f"{said(key, spread.get('median'))} ({said(key, spread.get('low'))}–{said(key, spread.get('high'))})"


def compared(found):
    policies = [one["policy"] for one in found["policies"]]
    return [
        f"**{found['scenario']}**: {found['summary']}; {found['days']} days. Times in hours.", "",
        "| | " + " | ".join(policies) + " |", "|---|" + "---|" * len(policies),
        *(f"| {label} | " + " | ".join(cell(found, policy, key) for policy in policies) + " |" for key, label in FIGURES.items()), "",
    ]


def calibration():
    looks, actions = (
        float(number) for number in
        subprocess.run([RELEASE / "Benchmark", "calibration"], check=True, capture_output=True, text=True).stdout.split())
    return [f"Calibration: on a board, in 19 days, the frozen people look {looks:,.0f} times (2,700 by the page views) and act {actions:,.0f} "
            "times (300 published).", ""]


def held_out():
    """Published, and never used: 85 % served, 80 % within two days."""
    found = simulate("hotline", "dispatcher", HELD_OUT_SEEDS)
    rows = []
    for key, published, words in (("matched", 0.85, "a helper found"), ("withinTwoDays", 0.80, "within two days")):
        value = ranges(found, "dispatcher")[key]["median"]
        rows.append(f"| {words} | {published * 100:.0f} % | {value * 100:.1f} % | {(value - published) * 100:+.1f} points |")
    return ["Held out, nebenan.de's hotline with the same frozen people:", "", "| | published | predicted | error |", "|---|---|---|---|", *rows, ""]


def targets(ordinary, crisis):
    rows = [
        target("served, ordinary", ordinary, "served", 0.95, at_least=True), target("served, crisis", crisis, "served", 0.98, at_least=True),
        target("median time to yes, ordinary, h", ordinary, "medianHours", 4), target("the same, urgent, h", ordinary, "medianUrgentHours", 1),
        ratio(ordinary), ratio(crisis), asked(ordinary),
    ]
    return ["Ours (`ladder`):", "", TARGETS, *rows, ""]


def target(words, found, key, aim, at_least=False):
    median = ranges(found, "ladder")[key].get("median")
    reached = median is not None and (median >= aim if at_least else median < aim)
    return f"| {words} | {cell(found, 'ladder', key)} | {'≥' if at_least else '<'} {said(key, aim)} | {'reached' if reached else '**missed**'} |"


def ratio(found):
    """Run by run: the same people and requests on both sides."""
    runs = {one["policy"]: one["runs"] for one in found["policies"]}
    pairs = zip(runs["nearest"], runs["ladder"])
    ratios = sorted(other["asksPerServed"] / ours["asksPerServed"] for other, ours in pairs)
    middle = ratios[len(ratios) // 2]
    words = f"asks per served request, nearest-to-everyone / ours, {found['scenario']}"
    return f"| {words} | {middle:.1f} × ({ratios[0]:.1f}–{ratios[-1]:.1f}) | ≥ 3 × | {'reached' if middle >= 3 else '**missed**'} |"


def asked(found):
    """Where demand allows: some helpers are near no request of their kind. Who asks whoever may be asked, reaches all others, run by run."""
    runs = {one["policy"]: one["runs"] for one in found["policies"]}
    gaps = sorted(
        100 * (ours["askedWithinFourteenDays"] - other["askedWithinFourteenDays"]) for other, ours in zip(runs["nearest"], runs["ladder"]))
    middle = gaps[len(gaps) // 2]
    return (
        f"| asked within 14 days, {found['scenario']}: {cell(found, 'ladder', 'askedWithinFourteenDays')}; beside nearest-to-everyone, who asks "
        f"whoever may be asked | {middle:+.1f} points ({gaps[0]:+.1f}–{gaps[-1]:+.1f}) | ≥ 0 | {'reached' if middle >= 0 else '**missed**'} |")


def speed():
    """Processor seconds of a simulated week, the start of the program included."""
    took = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        simulate("ordinary", "ladder", 1, days=7)
        took.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    middle = sorted(took)[2]
    return [
        "| | measured | aim | |", "|---|---|---|---|",
        f"| a week of 2,100 helpers under our rules, processor s | {middle:.2f} ({min(took):.2f}–{max(took):.2f}) | < 1 | "
        f"{'reached' if middle < 1 else '**missed**'} |", ""]
