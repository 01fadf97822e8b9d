"""Requests sent by many callers at once through the interface, and what each was told."""
import http.client
import json
import threading
from concurrent.futures import ThreadPoolExecutor

BODY = {
    "category": "groceries", "when": "now", "neighbourhood": "unknown", "for": "me", "firstName": "Jeanne", "notice": True,
    "phone": "06 39 98 00 01",
}


def ask(site, slug, body=None, timeout=20):
    """One request; the answer's status and JSON. Raises OSError or HTTPException when there was no answer."""
    connection = http.client.HTTPConnection(*site.url.removeprefix("http://").split(":"), timeout=timeout)
    try:
        connection.request("POST", f"/api/v1/towns/{slug}/requests", json.dumps(BODY | (body or {})), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


class Crowd:
    """`count` requests from `callers` threads; keeps those that were acknowledged. Stops asking once the server is gone."""

    def __init__(self, site, slug, count=1000, callers=32, body=None):
        self.site, self.slug, self.count, self.callers, self.body = site, slug, count, callers, body
        self.acknowledged, self.refused, self.unanswered = [], [], 0
        self.lock = threading.Lock()
        self.reached = threading.Event()
        self.threshold = count

    def run(self):
        with ThreadPoolExecutor(self.callers) as pool:
            list(pool.map(self.one, range(self.count)))
        return self

    def start(self, threshold):
        """In the background; `reached` is set when `threshold` requests were acknowledged."""
        self.threshold = threshold
        thread = threading.Thread(target=self.run)
        thread.start()
        return thread

    def one(self, _):
        try:
            status, answer = ask(self.site, self.slug, self.body)
        except (OSError, http.client.HTTPException):
            with self.lock:
                self.unanswered += 1
            return
        with self.lock:
            if status == 201:
                self.acknowledged.append(answer)
            else:
                self.refused.append((status, answer))
            if len(self.acknowledged) >= self.threshold:
                self.reached.set()

    def missing(self):
        """References that were acknowledged and are not there."""
        return [one["reference"] for one in self.acknowledged if not is_there(self.site, self.slug, one)]

    def assert_told_of_the_outage(self):
        """Some were served, the others were all told in words that this is a pause."""
        assert self.acknowledged and self.refused, (len(self.acknowledged), self.refused[:2], self.unanswered)
        assert self.unanswered == 0
        assert {status for status, _ in self.refused} == {503}, self.refused[:2]
        assert all(answer["detail"] for _, answer in self.refused)


def is_there(site, slug, created):
    connection = http.client.HTTPConnection(*site.url.removeprefix("http://").split(":"), timeout=20)
    try:
        connection.request("GET", f"/api/v1/towns/{slug}/tracking/{created['trackingToken']}")
        answer = connection.getresponse()
        return answer.status == 200 and json.loads(answer.read())["reference"] == created["reference"]
    finally:
        connection.close()
