"""Addresses of the demo, and what people do with the field that completes them."""
import re

from support.neighbours import next_page
from support.people import follow

# Every commune has one: typed in the métropole it may be several.
STREET = "Rue Pasteur"
TYPED = "12 rue pasteur"
HERE = "12 Rue Pasteur 99010 Saint-Aubin"
ELSEWHERE = "12 Rue Pasteur 99030 Pont-Neuf"

_DISTANCE = re.compile(r"(?:à|about) ([\d.,]+)\s*(k?m)\b")


def to_the_place(page, site, slug):
    """From the beginning of the form to « Où ? »."""
    page.goto(site.town(slug, "/demandes/nouvelle"))
    page.locator("input[value=groceries]").check()
    next_page(page, lambda _: None)
    page.locator("input[name=when][value=now]").check()
    next_page(page, lambda _: None)
    assert page.url.partition("?")[0].endswith("/ou")


def suggestions(page, field, text):
    """Types as a person does, and waits for what is proposed."""
    page.locator(field).press_sequentially(text, delay=10)
    options = page.locator(f"{field}-liste [role=option]")
    options.first.wait_for()
    return options


def write(page, field, text):
    """Without taking what is proposed: the list goes with the focus, it would lie over what comes next."""
    page.locator(field).fill(text)
    page.locator(field).blur()


def is_refused(page):
    """The step again, with a sentence beside the field and a way on."""
    assert page.locator("#address-erreur").count() == 1, page.url
    assert page.locator(".error-summary a[href='#address']").count() == 1
    assert page.locator("input[name=addressChoice][value=words]").count() == 1


def show_near(page, address, **choices):
    """Sends the filter of a public list."""
    if not page.locator("#pres").is_visible():
        page.locator(".near > summary").click()
    write(page, "#pres", address)
    for name, value in choices.items():
        page.locator(f"#{name}").select_option(value)
    follow(page.locator("form.filters [type=submit]"))


def distances(page):
    """Metres, card after card; 0 in the same cell of homes."""
    return [_metres(card) for card in page.locator("main .card").all_inner_texts()]


def _metres(card):
    if "tout près" in card or "very near" in card:
        return 0
    found = _DISTANCE.search(card)
    assert found, card
    return float(found[1].replace(",", ".")) * (1000 if found[2] == "km" else 1)
