"""What people do in many tests."""
import re

from support.world import town_of


def follow(locator):
    """Presses a button or a link, and waits for the page that comes."""
    with locator.page.expect_navigation():
        locator.click()


def sign_in(page, site, inbox, address):
    """Signs in by the link in the mail, in the town that the address names. The page then is a person's own."""
    inbox.forget()
    page.goto(site.town(town_of(address), "/connexion"))
    form = page.locator("main form", has=page.locator("input[type=email]"))
    form.locator("input[type=email]").fill(address)
    follow(form.locator("[type=submit]"))
    page.goto(inbox.wait_for(address).link("/connexion"))
    # Opening a link changes nothing, since mail scanners open links: a button signs in.
    follow(page.locator("main form [type=submit]").first)
    page.wait_for_url(re.compile(r"^(?!.*/connexion)"))
