"""The forms of a page as data: what can be typed and what is chosen for it, so that every one can be sent without knowing it."""
from dataclasses import dataclass, field
from html.parser import HTMLParser

TYPED = {"text", "email", "tel", "number", "date", "search", "url", "password", "textarea"}


@dataclass
class Field:
    name: str
    kind: str
    value: str = ""
    limit: int = 1_000

    @property
    def is_typed(self):
        return self.kind in TYPED


@dataclass
class Form:
    action: str
    method: str
    encoding: str = ""
    fields: list = field(default_factory=list)

    @property
    def typed(self):
        return [field for field in self.fields if field.is_typed]

    def filled(self, text):
        """Names and values: `text(field)` for what is typed; else the first choice or button, every box ticked, what is hidden left as it is."""
        values = []
        for item in self.fields:
            if item.is_typed:
                values.append((item.name, text(item)))
            elif item.kind not in ("radio", "submit") or item.name not in dict(values):
                values.append((item.name, item.value))
        return values


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms, self.links, self.select = [], [], None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        elif tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower(), given.get("enctype", "")))
        elif self.forms and tag in ("input", "textarea", "button"):
            self._add(given, "textarea" if tag == "textarea" else given.get("type", "text" if tag == "input" else "submit"))
        elif self.forms and tag == "select":
            self.select = self._add(given, "select")
        elif tag == "option" and self.select and not self.select.value:
            self.select.value = given.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None

    def _add(self, given, kind):
        if not given.get("name"):
            return None
        one = Field(given["name"], kind, given.get("value") or "", int(given.get("maxlength") or 1_000))
        self.forms[-1].fields.append(one)
        return one


def read(html):
    """The forms of a page, and the addresses that it links to."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms, reader.links
