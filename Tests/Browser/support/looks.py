"""What a page looks like: does it fit the screen, and a picture of it."""
from support.places import SCREENSHOTS

_TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  return [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > width + 1)
    .map(element => element.cloneNode(false).outerHTML + ' reaches ' + Math.round(element.getBoundingClientRect().right) + ' px')
    .slice(0, 10)
    .concat('the page is ' + document.documentElement.scrollWidth + ' px wide in a window of ' + width)
}"""


def assert_no_sideways_scroll(page):
    found = page.evaluate(_TOO_WIDE)
    assert not found, f"{page.url} scrolls sideways:\n" + "\n".join(found)


def screenshot(page, name):
    """A picture of the whole page in .build/screenshots/NAME.png."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    path = SCREENSHOTS / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path
