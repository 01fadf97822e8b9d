"""An hour of the desk: 20 operators and 600 calls through real HTTP, each call saved as it is typed; nothing may be lost or taken twice."""

import http.client
import json
import random
import re
import sqlite3
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .machine import Process, free_port
from .program import RELEASE

OPERATORS, CALLS, SAVES, PROMISES = 20, 600, 12, 100
SLUG = "saint-aubin"
# A call in ten is written on from a second screen at the same moment.
DOUBLED = 10


class Demo:
    """The demo métropole on SQLite, and `serve` on it."""

    def __init__(self, folder, scale="0.05"):
        port = free_port()
        self.database = Path(folder, "demo.sqlite")
        self.base = f"http://127.0.0.1:{port}"
        environment = {
            "ENTRAIDE_DATABASE_URL": f"sqlite:{self.database}", "ENTRAIDE_KEYS_DIR": str(Path(folder, "keys")),
            "ENTRAIDE_LISTEN": f"127.0.0.1:{port}", "ENTRAIDE_PUBLIC_URL": self.base, "ENTRAIDE_RATE_LIMITS": "off",
            "ENTRAIDE_LOG_LEVEL": "error",
        }
        subprocess.run([RELEASE / "entraide", "demo", "--scale", scale], env=environment, check=True, stdout=subprocess.DEVNULL)
        self.process = Process([RELEASE / "entraide", "serve"], Path(folder, "serve.log"), environment, f"{self.base}/health/ready")
        self.process.wait()

    def links(self, address, kind):
        """Of the mails to somebody, the newest first."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with urllib.request.urlopen(f"{self.base}/dev/mail.json") as answer:
                mails = json.load(answer)
            mails = mails if isinstance(mails, list) else mails["items"]
            links = [link for mail in mails if address in json.dumps(mail) for link in mail.get("links", []) if kind in link]
            if links:
                return links
            time.sleep(0.1)
        raise RuntimeError(f"no mail to {address}")

    def stop(self):
        self.process.stop()


class Operator:
    """A browser without a screen: cookies, forms, the time of each answer."""

    def __init__(self, demo):
        self.demo, self.times, self.cookies = demo, [], {}
        self.host = urllib.parse.urlsplit(demo.base).netloc
        self.connection = http.client.HTTPConnection(self.host, timeout=30)

    def send(self, method, path, fields=None):
        path = path.removeprefix(self.demo.base)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Origin": self.demo.base}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        started = time.perf_counter()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.times.append(1000 * (time.perf_counter() - started))
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        if answer.status >= 500:
            raise RuntimeError(f"{method} {path}: {answer.status}")
        return answer.status, answer.getheader("Location") or "", text

    def sign_in(self, address):
        self.send("POST", f"/t/{SLUG}/connexion", {"email": address})
        link = self.demo.links(address, "/connexion/lien/")[0]
        status, place, text = self.send("POST", link, {})
        if status != 303:
            raise RuntimeError(f"{address} did not get in: {status} {text[:200]}")
        return place

    def begin(self, number):
        return self.send("POST", f"/t/{SLUG}/conciergerie/appels", {"numero": number})[1]


def operators(demo):
    """Twenty of them, each invited by the administrator and signed in."""
    administrator = Operator(demo)
    administrator.sign_in(f"admin@{SLUG}.demo.invalid")
    everybody = []
    for number in range(OPERATORS):
        address = f"operatrice{number}@banc.invalid"
        administrator.send("POST", f"/t/{SLUG}/administration/invitations", {"email": address, "role": "operator"})
        link = demo.links(address, "/invitation/")[0]
        one = Operator(demo)
        fields = {"firstName": f"Operatrice{number}", "neighbourhood": "unknown", "language": "fr", "age": "yes"}
        status, _, text = one.send("POST", link, fields)
        if status != 303 or one.send("GET", f"/t/{SLUG}/conciergerie")[0] != 200:
            raise RuntimeError(f"{address} is no operator: {status} {re.findall('erreur.>[^<]*', text)[:3]}")
        everybody.append(one)
    return everybody


def version(text):
    return re.search(r'data-version="(\d+)"', text).group(1)


def take(operator, number, dice):
    """One call: begun, saved as it is typed, ended as a request. Answers the words that must be in it."""
    call = operator.begin(f"06{number:08d}")
    words = f"appel {number} : " + " ".join(dice.choice(("pain", "lait", "eau", "courrier", "ampoule")) for _ in range(SAVES))
    fields = {"phone": f"06{number:08d}", "category": "groceries", "when": "now", "for": "me", "version": "1", "needs": "1"}
    for part in range(1, SAVES + 1):
        fields["details"] = " ".join(words.split()[:part + 3])
        if part == SAVES // 2 and number % DOUBLED == 0:
            conflict(operator, call, fields)
        status, _, text = operator.send("POST", call + "/brouillon?partie=1", fields)
        if status != 200:
            raise RuntimeError(f"a save of call {number} was refused: {status}")
        fields["version"] = version(text)
    fields |= {"details": words, "firstName": f"Personne{number}", "notice": "yes", "sharePhone": "no"}
    status, place, text = operator.send("POST", call, fields)
    if status != 303 or not place.endswith("/fin"):
        raise RuntimeError(f"call {number} made no request: {status} {re.findall('href=.#[^>]*>[^<]*', text)[:4]}")
    return words


def conflict(operator, call, fields):
    """A second screen of the same call writes first: whoever comes after it is told, and nothing is overwritten."""
    status, _, text = operator.send("POST", call + "/brouillon?partie=1", {**fields, "details": "second écran"})
    if status != 200:
        raise RuntimeError(f"the first of two was refused: {status}")
    late, _, told = operator.send("POST", call + "/brouillon?partie=1", fields)
    if late != 409:
        raise RuntimeError(f"an older version overwrote a newer one: {late}")
    fields["version"] = version(told)


def ring(everybody):
    """All ring at once: nobody is held by two, nobody is left out."""
    held, lock = [], threading.Lock()

    def work(operator):
        while True:
            place = operator.send("POST", f"/t/{SLUG}/conciergerie/rappels/suivant", {})[1]
            if "rappels/" not in place:
                return
            with lock:
                held.append(place)
            # A question cannot be told: whoever is asked something is tried again later.
            for result in ("told", "no_answer"):
                page = operator.send("GET", place)[2]
                tries = re.search(r'name="tries" value="(\d+)"', page)
                if not tries or operator.send("POST", place + "/resultat", {"result": result, "tries": tries.group(1)})[1] != place:
                    break

    with ThreadPoolExecutor(len(everybody)) as pool:
        list(pool.map(work, everybody))
    return held


def measure(program, peer):
    with tempfile.TemporaryDirectory(prefix="entraide-operators.") as folder:
        demo = Demo(folder)
        try:
            return report(demo)
        finally:
            demo.stop()


def report(demo):
    everybody = operators(demo)
    before = requests(demo)
    for one in everybody:
        one.times.clear()
    numbers = list(range(1, CALLS + 1))
    shares = [numbers[place::OPERATORS] for place in range(OPERATORS)]
    spent, started = demo.process.cpu(), time.monotonic()

    def work(pair):
        operator, share = pair
        dice = random.Random(share[0])
        return [take(operator, number, dice) for number in share]

    with ThreadPoolExecutor(OPERATORS) as pool:
        words = [one for share in pool.map(work, zip(everybody, shares)) for one in share]
    took, spent = time.monotonic() - started, demo.process.cpu() - spent
    made = requests(demo) - before
    times = sorted(one for operator in everybody for one in operator.times)
    promises(demo, everybody[0])
    held = ring(everybody)
    lost, twice = CALLS - made, len(held) - len(set(held))
    good = lost == 0 and twice == 0 and len(set(words)) == CALLS
    return [
        "## An hour of the phone desk", "",
        f"{OPERATORS} operators, {CALLS} calls of {SAVES} saves each (one in {DOUBLED} written on from two screens at once) and {PROMISES} call-backs rung "
        "by all of them at the same time, on SQLite, through real HTTP, as fast as they are answered.", "",
        "| | measured | |", "|---|---|---|",
        f"| requests made of {CALLS} calls | {made} | {'none lost' if lost == 0 else '**lost**'} |",
        f"| call-backs held by two operators | {twice} | {'reached' if twice == 0 else '**missed**'} |",
        f"| call-backs rung, of {PROMISES} | {len(set(held))} | {'all' if len(set(held)) >= PROMISES else '**some left**'} |",
        f"| each answer, median / p99, ms | {statistics.median(times):.1f} / {times[int(len(times) * 0.99)]:.0f} | |",
        f"| the whole hour of calls, s | {took:.1f} | {3600 / took:.0f} × faster than they come |",
        f"| processor, s | {spent:.1f} | {100 * spent / 3600:.1f} % of one core for such an hour |", "",
        f"{'Nothing was lost.' if good else '**Something was lost or taken twice.**'}", "",
    ]


def promises(demo, operator):
    # What the demo has to tell by voice is told too.
    for number in range(PROMISES):
        operator.send(
            "POST", f"/t/{SLUG}/conciergerie/rappels/nouveau", {"phone": f"07{number:08d}", "reason": "missed", "words": f"rappel {number}"})


def requests(demo):
    with sqlite3.connect(f"file:{demo.database}?mode=ro", uri=True) as connection:
        return connection.execute("SELECT count(*) FROM help_requests WHERE door = 'phone'").fetchone()[0]
