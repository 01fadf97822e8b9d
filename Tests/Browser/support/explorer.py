"""Somebody who opens every page that they may, and sends every form with whatever they wish."""
import datetime
import re
from urllib.parse import urlencode, urljoin, urlsplit

from support import forms

_IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/suivi/)[^/]+|(?<=/categories/)[^/]+")
_WIZARD = re.compile(r"/nouvelle/|/decision$")
_LEAVING = re.compile(r"/retrait$|/fin$|/annulation$|/deconnexion$|/refus$|\.csv$|/dev/")


def shape(url):
    """The address without what names one thing among its like, and without its query."""
    return _IDS.sub(":one", urlsplit(url).path)


class Explorer:
    def __init__(self, site, slug, context, payloads):
        self.site, self.slug, self.payloads = site, slug, payloads
        self.page = context.new_page()
        self.request = context.request
        self.sent = set()

    def pages(self, addresses, look):
        """`look(url, html)` for each of these addresses and one of each kind that they lead to."""
        waiting, seen = [self.site.town(self.slug, path) for path in addresses], set()
        while waiting:
            url = waiting.pop()
            if shape(url) in seen or _LEAVING.search(shape(url)):
                continue
            seen.add(shape(url))
            answer = self.request.get(url)
            if "html" in answer.headers.get("content-type", ""):
                html = answer.text()
                look(answer.url, html)
                waiting += [target for target in self._inside(answer.url, html) if shape(target) not in seen]
        return seen

    def _inside(self, url, html):
        targets = [urljoin(url, link) for link in forms.read(html)[1]]
        return [target for target in targets if target.startswith(self.site.town(self.slug, "/"))]

    def send_forms(self, url, html, look):
        """Every form with something to type, first with texts everywhere, then with texts only where they may be kept; and what comes after."""
        for form in forms.read(html)[0]:
            target = urljoin(url, form.action or url)
            if shape(target) in self.sent or not (form.typed or _WIZARD.search(target)) or form.encoding:
                continue
            self.sent.add(shape(target))
            for text in (self.rude, self.polite):
                answer = self._send(form, target, text)
                look(answer.url, answer.text())
            self.send_forms(answer.url, answer.text(), look)

    def _send(self, form, target, text):
        query = urlencode(form.filled(text))
        if form.method == "get":
            return self.request.get(f"{target.partition('?')[0]}?{query}")
        return self.request.post(target, data=query, headers={"Content-Type": "application/x-www-form-urlencoded"})

    def rude(self, item):
        return self.payloads.long(item.limit) if item.kind == "textarea" else self.payloads.short(item.limit)

    def polite(self, item):
        """Texts where a text is awaited; else something that is right."""
        known = {"email": self.payloads.email, "tel": "06 39 98 00 77", "date": datetime.date.today().isoformat()}
        if item.kind in known:
            return known[item.kind]
        if item.kind == "number":
            return item.value or ("1980" if item.name == "birthYear" else "10")
        return item.value if item.limit < 12 else self.rude(item)
