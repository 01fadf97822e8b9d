"""The public page of needs: 50 rows out of 100,000, one category."""

from .answers import page, same_needs
from .load import RATIOS, TABLE, Contender, Ratio, in_turn
from .machine import Process, free_port
from .peer import WAYS
from .program import RELEASE

OWN_HEADERS = {"content-length", "date", "connection"}


def measure(program, peer):
    program.serve()
    way = best_way(peer)
    html, headers = page(program.needs)
    count = same_needs(html, page(peer.needs)[0])
    static = static_route(program.folder, html, headers)
    try:
        read = Contender("(a) Entraide, every row read and rendered", program.needs, [program.process], "unlike.lua")
        kept = Contender("(b) Entraide, nothing has changed", program.needs, [program.process])
        bytes_ = Contender("(c) Hummingbird, the same bytes from memory", static.url, [static])
        theirs = Contender(f"(d) Django on PostgreSQL, {way}", peer.needs, [peer.process, peer.postgres])
        in_turn([read, bytes_, kept, theirs])
    finally:
        static.stop()
        peer.stop()
        program.stop()
    ratios = [
        Ratio("a / c", read, bytes_, 0.12, percent=True), Ratio("a / d", read, theirs, 12),
        Ratio("b / c", kept, bytes_, 0.5, percent=True), Ratio("b / d", kept, theirs, 40),
    ]
    return [
        "## The public page of needs", "",
        f"{count} needs of one category out of 100,000, {len(html) / 1000:.1f} kB; both pages were parsed and show the same needs in the same "
        "words. For (a) each request carries an unused parameter that makes its address its own and too long for the page cache.", "",
        TABLE, *[contender.row() for contender in (read, kept, bytes_, theirs)], "",
        RATIOS, *[ratio.row() for ratio in ratios], "",
    ]


def best_way(peer):
    """The peer is measured as it serves this page best."""
    rates = {}
    for way in WAYS:
        peer.serve(way)
        contender = Contender(way, peer.needs, [peer.process])
        contender.run(1, keep=False)
        rates[way] = contender.run(2, keep=False)
    best = max(rates, key=rates.get)
    peer.serve(best)
    print("Django, needs: " + ", ".join(f"{way} {rate:,.0f}/s" for way, rate in rates.items()), flush=True)
    return best


def static_route(folder, html, headers):
    (folder / "page").write_bytes(html)
    (folder / "headers").write_text("".join(f"{name}: {value}\n" for name, value in headers.items() if name.lower() not in OWN_HEADERS))
    port = free_port()
    address = f"http://127.0.0.1:{port}/t/banc/demandes?categorie=groceries"
    process = Process(
        [RELEASE / "Benchmark", "static", folder / "page", "--headers", folder / "headers", "--port", port], folder / "static.log", answers=address)
    process.wait()
    if page(address)[0] != html:
        raise RuntimeError("the static route does not answer the same bytes")
    return process
