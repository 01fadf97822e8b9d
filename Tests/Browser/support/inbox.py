"""A real SMTP server that keeps each mail as a file, and what a person does with an inbox."""
import email
import email.policy
import json
import re
import sys
import time
from dataclasses import dataclass, field

from support.places import MAIL_SINK, environment, free_port
from support.process import Process


@dataclass
class Mail:
    to: list
    subject: str
    text: str
    html: str
    links: list = field(repr=False)
    message: email.message.EmailMessage = field(repr=False)

    @property
    def code(self):
        """The six-digit sign-in code."""
        return re.search(r"\b\d{6}\b", self.text.replace("\u202f", "").replace("\u00a0", ""))[0]

    def link(self, part):
        """The first link whose address contains this."""
        return next(link for link in self.links if part in link)


def read(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    text, html = (body.get_content() if (body := message.get_body((kind,))) else "" for kind in ("plain", "html"))
    links = re.findall(r"https?://[^\s<>\"')\]]+", text) + re.findall(r"href=[\"'](https?://[^\"']+)", html)
    links = list(dict.fromkeys(link.replace("&amp;", "&").rstrip(".,;") for link in links))
    envelope = json.loads(path.with_suffix(".json").read_text())
    return Mail(envelope["to"], message["Subject"] or "", text, html, links, message)


class Inbox:
    """One mail server for everybody. `stop` and `start` take it down and up again on the same port; no mail is lost."""

    def __init__(self, folder):
        self.folder = folder
        self.taken = set()
        self.port = free_port()
        self.url = f"smtp://127.0.0.1:{self.port}"
        self.starts = 0
        self.start()

    def start(self):
        self.starts += 1
        folder = self.folder / str(self.starts)
        command = [sys.executable, "-u", str(MAIL_SINK), "--port", str(self.port), "--folder", str(folder)]
        self.process = Process(f"mail-{self.port}-{self.starts}", command, environment())
        self.process.wait_until(lambda: "listening" in self.process.log.read_text(), seconds=15)

    def stop(self):
        self.process.stop()

    def all(self):
        """Every mail so far, oldest first."""
        return [read(path) for path in self._paths()]

    def wait_for(self, to, subject_contains="", seconds=20):
        """The oldest mail to this address that nobody took yet, once it is there."""
        deadline = time.monotonic() + seconds
        while True:
            for path in self._paths():
                mail = read(path) if path not in self.taken else None
                if mail and to in mail.to and subject_contains.lower() in mail.subject.lower():
                    self.taken.add(path)
                    return mail
            if time.monotonic() > deadline:
                others = [(mail.to, mail.subject) for mail in self.all()[-10:]]
                raise AssertionError(f"no mail to {to} about “{subject_contains}” in {seconds} s; the last ones: {others}")
            time.sleep(0.05)

    def forget(self):
        """Whatever came until now is old: the next `wait_for` waits for something newer."""
        self.taken.update(self._paths())

    def _paths(self):
        return sorted(self.folder.glob("*/*.eml"), key=lambda path: (path.stat().st_mtime_ns, path.name))
