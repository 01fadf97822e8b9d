"""wapiti and sqlmap as commands, bounded in time, each in a folder of its own."""
import json
import re
import subprocess
import sys
from pathlib import Path

from support.places import environment

TOOLS = Path(sys.executable).parent
# What changes nothing when it is sent a hundred times; sleeping payloads are sqlmap's part.
MODULES = "sql,xss,permanentxss,crlf,exec,file,redirect,xxe,ssrf,ssl,http_headers,csp,cookieflags,methods,backup"


def wapiti(url, folder, cookie=None, seconds=60, avoiding=()):
    """What it found: kind → list of « METHOD path: why »."""
    report = folder / "wapiti.json"
    command = [
        TOOLS / "wapiti", "-u", url, "--scope", "folder", "-m", MODULES, "--flush-session", "--store-session", folder / "session",
        "--max-scan-time", str(seconds), "--max-attack-time", "15", "-d", "6", "-f", "json", "-o", report, "--no-bugreport", "--color",
    ]
    for address in avoiding:
        command += ["-x", address]
    if cookie:
        command += ["-H", f"Cookie: {cookie}"]
    # A quarter of a minute for each module, and as long again to write down what it found.
    _run(command, folder / "wapiti.log", seconds + 30 * len(MODULES.split(",")))
    found = json.loads(report.read_text())["vulnerabilities"]
    return {
        kind: [f"{one['method']} {one['path']}: {one['info']}" for one in many] for kind, many in found.items() if many
    }


def sqlmap(url, folder, cookie=None, seconds=240, crawl=True):
    """The parameters it could inject into."""
    command = [
        TOOLS / "sqlmap", "-u", url, "--batch", "--level", "2", "--risk", "1", "--smart", "--output-dir", folder / "sqlmap", "--threads", "4",
        "--technique", "BEU", "--disable-coloring", "--ignore-code", "401,404,422,429", "--flush-session",
    ]
    if crawl:
        command += ["--crawl", "2", "--forms", "--crawl-exclude", "deconnexion|static|logo|theme"]
    if cookie:
        command += ["--cookie", cookie]
    log = folder / "sqlmap.log"
    _run(command, log, seconds)
    text = log.read_text()
    assert re.search(r"testing (?:if |URL|for )|target URL", text), text[-2000:]
    return re.findall(r"^Parameter: .*", text, re.MULTILINE)


def _run(command, log, seconds):
    with log.open("wb") as output:
        try:
            subprocess.run(
                [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, timeout=seconds,
                env=environment(HOME=str(log.parent)), check=False)
        except subprocess.TimeoutExpired:
            output.write(b"\n(stopped: its time was up)\n")
