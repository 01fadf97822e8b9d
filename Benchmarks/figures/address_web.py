"""Address search as browsers ask for it: every keystroke of people who type, over HTTP, and the import that comes before."""

import json
import statistics
from urllib.parse import quote

from addresses.corpus import keystrokes

from .answers import page
from .load import RATIOS, Contender, Ratio, in_turn
from .search_times import ratio_row

CONNECTIONS = 16
TYPISTS = 200
TABLE = "| | requests/s, median (range) | median, ms | p99, ms | processor µs/request |\n|---|---|---|---|---|"


def measure(country, folder, addok, town):
    """Both sides have the base; `addok` serves as its authors deploy it."""
    questions = write_questions(country, folder)
    town.serve()
    addok.serve()
    try:
        shares = [right(side.url, country, path) for side, path in zip((town, addok), questions)]
        ours, theirs = (
            Contender(name, side.url, processes, "questions.lua", {"BENCH_QUESTIONS": str(path)}, CONNECTIONS)
            for name, side, processes, path in (
                ("Entraide", town, [town.process], questions[0]), ("addok, gunicorn with 2 workers", addok, [addok.process, addok.redis], questions[1])))
        in_turn([ours, theirs])
    finally:
        town.stop()
        addok.stop_serving()
    return [
        f"Every keystroke over HTTP, {CONNECTIONS} connections, ten places an answer; of {TYPISTS} whole texts the street was among them in "
        f"{shares[0]:.1%} (Entraide) and {shares[1]:.1%} (addok):", "",
        TABLE, row(ours), row(theirs), "", RATIOS, Ratio("keystrokes, Entraide / addok", ours, theirs, 20).row(), ""]


def write_questions(country, folder):
    typed = keystrokes(country, 29, TYPISTS)
    ours, theirs = folder / "questions-ours", folder / "questions-addok"
    ours.write_text("".join(f"?q={quote(query['text'])}\n" for query in typed))
    theirs.write_text("".join(
        f"?q={quote(query['text'])}&limit=10&autocomplete=1&lon={query['near'][0]}&lat={query['near'][1]}\n" for query in typed))
    return ours, theirs


def right(url, country, path):
    """The share of whole texts whose street is among the answers, in its town."""
    lines = path.read_text().splitlines()
    whole = [line for line, after in zip(lines, [*lines[1:], ""]) if not after.startswith(line.split("&")[0])]
    texts = [query["text"] for query in keystrokes(country, 29, TYPISTS)]
    wanted = [text for text, after in zip(texts, [*texts[1:], ""]) if not after.startswith(text)]
    return statistics.mean(text.split(" ", 1)[1] in said(url + line) for text, line in zip(wanted, whole, strict=True))


def said(url):
    """The answer's words as somebody types them: without postcodes."""
    answer = json.loads(page(url)[0])
    labels = answer["items"] if "items" in answer else [place["properties"]["label"] for place in answer["features"]]
    words = (" ".join(word for word in label.replace(",", " ").split() if not (word.isdigit() and len(word) == 5)) for label in labels)
    return "\n".join(words).lower()


def row(side):
    p50, p99 = (statistics.median(values) for values in (side.p50, side.p99))
    return (
        f"| {side.name} | {side.rate:,.0f} ({min(side.rates):,.0f}–{max(side.rates):,.0f}) | {p50:.2f} | {p99:.1f} "
        f"| {statistics.median(side.cpu):,.0f} |")


def imports(rows, ours, theirs):
    """Ours reads the CSV into the database, draws the cells of homes, and is then ready to be asked."""
    return [
        "| | ours | addok | ratio | aim | |", "|---|---|---|---|---|---|",
        ratio_row("rows into the base, per second", rows / ours.seconds, rows / theirs.seconds, 3),
        ratio_row("the same per second of processor time", rows / ours.cpu, rows / theirs.cpu, 3),
        f"| most memory meanwhile, MB | {ours.peak:.0f} | {theirs.peak:.0f} | {ours.peak / theirs.peak:.2f} | ≤ 1 | "
        f"{'reached' if ours.peak <= theirs.peak else '**missed**'} |", ""]
