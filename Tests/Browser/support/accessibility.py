"""axe-core on a page: WCAG 2.2, levels A and AA."""
import re
from contextlib import contextmanager

from support.places import AXE

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")

# preload: false, because otherwise axe waits ten seconds for a medium that does not load.
_RUN = """async tags => {
  const result = await axe.run(document, { preload: false, resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } })
  return result.violations.map(rule => rule.id + ' (' + rule.impact + '): ' + rule.help + '\\n' +
    rule.nodes.map(node => '    ' + node.target.join(' ') + '  ' + node.html.slice(0, 160)).join('\\n'))
}"""


@contextmanager
def twin_with_scripts(page):
    """The same document where scripts run, since axe needs timers; the page's own scripts are taken out."""
    html = re.sub(r"<script\b.*?</script>", "", page.content(), flags=re.DOTALL | re.IGNORECASE)
    html = re.sub(r"<(/?)noscript\b", r"<\1div", html, flags=re.IGNORECASE)
    context = page.context.browser.new_context(viewport=page.viewport_size)
    try:
        twin = context.new_page()
        twin.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        twin.goto(page.url)
        yield twin
    finally:
        context.close()


def violations(page, tags=TAGS):
    """One text per broken rule, with the elements that break it."""
    if not page.evaluate("matchMedia('(scripting: enabled)').matches"):
        with twin_with_scripts(page) as twin:
            return violations(twin, tags)
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text())
    return page.evaluate(_RUN, list(tags))


def assert_accessible(page):
    found = violations(page)
    assert not found, f"{page.url} is not accessible:\n" + "\n".join(found)
