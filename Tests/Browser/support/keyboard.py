"""A person without a mouse: Tab, arrows, space, enter; and a look at where the focus is."""

# A tile shows the focus of its input on its label; the calendar inside a date field has a ring of the browser's own.
_FOCUS = """() => {
  const element = document.activeElement
  const shown = [element, ...(element.labels ?? [])]
  const box = element.getBoundingClientRect()
  return {
    name: element.cloneNode(false).outerHTML.slice(0, 160),
    isOnPage: element !== document.body && element !== document.documentElement,
    isMarked: element.type === 'date' && !element.matches(':focus') || shown.map(one => getComputedStyle(one)).some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none'),
    isInView: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  }
}"""


def reach(page, selector, most=80):
    """Tabs until the focus is on it; wherever it stops on the way it shows, and it is in view."""
    page.wait_for_load_state()
    for _ in range(most + 1):
        if page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
            return
        page.keyboard.press("Tab")
        assert_seen(page)
    raise AssertionError(f"{selector} cannot be reached by Tab on {page.url}")


def assert_seen(page):
    focus = page.evaluate(_FOCUS)
    if not focus["isOnPage"]:
        return
    assert focus["isMarked"], f"the focus on {focus['name']} cannot be seen on {page.url}"
    if not focus["isInView"]:
        # The page glides there.
        page.wait_for_timeout(600)
        assert page.evaluate(_FOCUS)["isInView"], f"the focus is out of sight on {focus['name']} on {page.url}"


def press(page, selector):
    """A link or a button; then the place where it leads."""
    reach(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page, selector, text):
    reach(page, selector)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def tick(page, selector):
    reach(page, selector)
    if not page.locator(selector).is_checked():
        page.keyboard.press("Space")
    assert page.locator(selector).is_checked()


def pick(page, selector):
    """A radio button: the group is reached by Tab, the choice by arrows."""
    name = page.locator(selector).get_attribute("name")
    reach(page, f"input[name={name}]")
    page.keyboard.press("Space")
    for _ in range(30):
        if page.locator(selector).is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{selector} cannot be chosen by the arrows on {page.url}")


def send(page, form="main form"):
    press(page, f"{form} [type=submit]")
