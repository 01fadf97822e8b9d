"""Whether a page holds anything that somebody typed as more than text."""
import re

MARKER = re.compile(r"zq\d{3,}zq")

# What no page of ours holds: foreign elements, handlers, addresses that are none.
_FOREIGN = """() => {
  const address = ['href', 'src', 'action', 'formaction', 'xlink:href']
  const elements = ['iframe', 'object', 'embed', 'base', 'math', 'font', 'i', 'foreignobject']
  const isBad = ({ name, value }) => name.startsWith('on') || /zq\\d+zq/.test(name) || name === 'srcdoc'
    || address.includes(name) && (value.startsWith('//') || !/^(\\/|#|\\?|https?:|tel:|sms:|mailto:)/.test(value))
  const isForeign = element => elements.includes(element.localName)
    || ['style', 'script'].includes(element.localName) && /zq\\d+zq/.test(element.outerHTML)
    || element.httpEquiv === 'refresh' || [...element.attributes].some(isBad)
    // The one field of ours that takes the focus: codes of sheets are typed in a pile.
    || element.hasAttribute('autofocus') && !element.matches('input#code[name=code]')
  return [...document.querySelectorAll('*')].filter(isForeign).map(element => element.cloneNode(false).outerHTML.slice(0, 200))
}"""


class Watch:
    """Shows documents without their policy, so that nothing hides a mistake of escaping: what would run, runs here."""

    def __init__(self, page):
        self.page = page
        self.ran, self.foreign, self.seen = [], [], set()
        page.on("dialog", self._dialog)

    def look(self, url, html):
        self.seen.update(MARKER.findall(html))
        self.page.set_content(html, wait_until="commit")
        self.foreign += [f"{url}: {one}" for one in self.page.evaluate(_FOREIGN)]

    def assert_quiet(self):
        assert not self.ran, f"this ran: {self.ran}"
        assert not self.foreign, "more than text came out:\n" + "\n".join(self.foreign[:20])

    def _dialog(self, dialog):
        self.ran.append(dialog.message)
        dialog.dismiss()
