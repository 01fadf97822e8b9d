"""Ten calls, from real accounts, taken by keyboard in Chromium on a demo town: `python scenarios.py BASE SLUG`. JSON on standard output.

The caller's words are written down as fast as 40 words a minute; talking is not counted, and neither is reading aloud.
"""

import json
import sys
import time
import urllib.request

from playwright.sync_api import sync_playwright
from typist import Typist

CHROMIUM = "/usr/bin/chromium-headless-shell"


class Desk:
    def __init__(self, base, slug, page):
        self.base, self.slug, self.page = base, slug, page
        self.site = f"{base}/t/{slug}"

    def sign_in(self):
        address = f"permanence@{self.slug}.demo.invalid"
        self.page.goto(f"{self.site}/connexion")
        self.page.fill("input[type=email]", address)
        self.page.click("main form [type=submit]")
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with urllib.request.urlopen(f"{self.base}/dev/mail.json") as answer:
                mails = json.load(answer)
            mails = mails if isinstance(mails, list) else mails["items"]
            links = [link for mail in mails if address in json.dumps(mail) for link in mail.get("links", []) if "/connexion/lien/" in link]
            if links:
                self.page.goto(links[0])
                self.page.click("main form [type=submit]")
                return
            time.sleep(0.2)
        raise RuntimeError("no link came")

    def begin(self, number=""):
        """Where a telephony link leads; one press begins. Who has none types the number into the same field."""
        self.page.goto(f"{self.site}/conciergerie/appel?numero={number}")
        typist = Typist(self.page)
        typist.tab_to("main form button")
        typist.follow(lambda: typist.press("Enter"))
        return typist

    def need(self, typist, category, details="", number=1):
        suffix = "" if number == 1 else f"-{number}"
        if number == 1:
            typist.key("b")
        else:
            typist.key("n")
        typist.choose(category, f"[name='category{suffix}']")
        if details:
            typist.field(f"details{suffix}", details)

    def address(self, typist, text, pick=True):
        typist.key("a")
        typist.say(text)
        if pick:
            typist.wait(lambda: self.page.locator("[role=option]").first.wait_for())
            typist.press("ArrowDown")
            typist.press("Enter")

    def tick(self, typist, *names):
        """The boxes come after the practical constraints, in their order on the page."""
        typist.key("c")
        for name in names:
            typist.tab_to(f"[name='{name}']")
            typist.press("Space")

    def caller(self, typist, first="", last="", phone="", share="no"):
        typist.key("p")
        if first:
            typist.say(first)
        if last:
            typist.field("lastName", last)
        if phone:
            typist.key("t")
            typist.say(phone)
        self.notice(typist)
        if phone or self.page.locator("[name=phone]").input_value():
            typist.key("t")
            typist.tab_to("[name=sharePhone]")
            typist.press("ArrowDown" if share == "no" else "Space")

    def notice(self, typist):
        typist.key("p")
        for _ in range(4):
            typist.press("Shift+Tab")
            if self.page.evaluate("() => document.activeElement.name === 'notice'"):
                break
        typist.press("Space")

    def known(self, typist, name):
        """The one who was found while typing, by their button."""
        button = self.page.locator("#known li", has_text=name).locator("button").first
        typist.wait(lambda: button.wait_for())
        typist.keys += 1  # A press of the button that the eye has found; a mouse here costs no more.
        typist.follow(button.click)

    def save(self, typist, references=1):
        typist.follow(lambda: typist.key("e"))
        shown = self.page.locator(".reference").count()
        if shown != references:
            errors = self.page.locator(".error-summary").inner_text() if self.page.locator(".error-summary").count() else self.page.url
            raise RuntimeError(f"{shown} requests, not {references}: {errors}")
        return typist


def medicine(desk):
    typist = desk.begin("0261917101")
    desk.need(typist, "groceries", "Ordonnance déposée, pharmacie du Marché")
    desk.address(typist, "3 rue pasteur")
    desk.tick(typist, "criterion-over_70", "criterion-urgent_medicine")
    desk.caller(typist, "Yvette", "Garnier")
    return desk.save(typist)


def attestation(desk):
    typist = desk.begin("0261917102")
    desk.need(typist, "paperwork", "Attestation à signer, ne peut pas sortir")
    desk.address(typist, "7 rue du moulin")
    desk.tick(typist, "criterion-cannot_go_out")
    desk.caller(typist, "Raymond", "Petit")
    return desk.save(typist)


def daughter(desk):
    typist = desk.begin("0144556677")
    desk.need(typist, "groceries", "Une fois par semaine")
    typist.tab_to("[name=for]")
    typist.press("ArrowDown")
    typist.field("otherFirstName", "Simone")
    typist.field("otherLastName", "Faure")
    typist.field("otherPhone", "0261917103")
    desk.address(typist, "5 rue des jardins")
    desk.tick(typist, "criterion-over_70", "criterion-no_relative_near")
    desk.caller(typist, "Claire", "Faure")
    return desk.save(typist)


def three_needs(desk):
    typist = desk.begin("0261917104")
    desk.need(typist, "groceries", "Pain, lait, eau")
    desk.need(typist, "pets", "Le chien, le soir", 2)
    desk.need(typist, "conversation", "", 3)
    desk.tick(typist, "criterion-alone")
    desk.caller(typist, "Odile", "Roche")
    return desk.save(typist, 3)


def distress(desk):
    typist = desk.begin("0261917105")
    desk.need(typist, "conversation", "Pleure, seule depuis un mois")
    desk.caller(typist, "Anne", "Colin")
    typist.keys += 1
    typist.follow(desk.page.locator("button[formaction$='/inquietude']").click)
    typist.tab_to("[name=who]")
    typist.press("Tab")
    typist.press("ArrowDown")
    typist.tab_to("[name=words]")
    typist.say("Pleure, dit ne plus voir personne")
    typist.tab_to("main form button")
    typist.follow(lambda: typist.press("Enter"))
    if "/recue" not in desk.page.url:
        raise RuntimeError(f"the worry was not handed over: {desk.page.url}")
    typist.keys += 1
    typist.follow(desk.page.locator("main .actions a.button").first.click)
    return desk.save(typist)


def namesake(desk):
    """Two of the same name: told apart by the year."""
    typist = desk.begin()
    desk.need(typist, "groceries", "Pain")
    typist.key("p")
    typist.say("Jeanne")
    typist.field("lastName", "Vasseur")
    desk.known(typist, "1938")
    desk.notice(typist)
    typist.key("t")
    typist.tab_to("[name=sharePhone]")
    typist.press("ArrowDown")
    return desk.save(typist)


def wrong_address(desk):
    typist = desk.begin("0261917107")
    desk.need(typist, "groceries", "Pain")
    desk.address(typist, "99 rue qui n'existe pas", pick=False)
    typist.tab_to("[name=neighbourhood]")
    typist.press("ArrowDown")
    desk.caller(typist, "Marcel", "Brun")
    typist.follow(lambda: typist.key("e"))
    if desk.page.locator(".error-summary").count():
        # The base does not know it: kept as it was said, for whoever comes.
        typist.tab_to("[name=addressChoice]")
        typist.press("Space" if desk.page.locator("[name=addressChoice]").count() == 1 else "ArrowUp")
        typist.follow(lambda: typist.key("e"))
    if desk.page.locator(".reference").count() != 1:
        raise RuntimeError(desk.page.locator("main").inner_text()[:400])
    return typist


def english(desk):
    desk.page.goto(f"{desk.site}/conciergerie?lang=en")
    try:
        typist = desk.begin("0261917108")
        desk.need(typist, "groceries", "Bread and milk")
        desk.caller(typist, "Emily", "Clark")
        return desk.save(typist)
    finally:
        desk.page.goto(f"{desk.site}/conciergerie?lang=fr")


def my_request(desk):
    """Nothing is asked for: the number says who it is, the screen how it stands."""
    typist = desk.begin("0261917109")
    desk.known(typist, "Lucien")
    if not desk.page.locator("#appelant").inner_text().strip():
        raise RuntimeError("nobody was recognised")
    typist.keys += 1
    typist.follow(desk.page.locator("button[name=ending][value=told]").click)
    return typist


def lost_network(desk):
    typist = desk.begin("0261917110")
    desk.need(typist, "groceries", "Pain et lait")
    typist.wait(lambda: desk.page.wait_for_function("() => /\\d/.test(document.getElementById('enregistre').textContent)"))
    desk.page.context.set_offline(True)
    desk.tick(typist, "criterion-over_70")
    desk.caller(typist, "Paulette", "Noël")
    desk.page.wait_for_function("() => document.getElementById('enregistre').className.includes('warning')")
    desk.page.context.set_offline(False)
    typist.wait(lambda: desk.page.wait_for_function("() => !document.getElementById('enregistre').className.includes('warning')", timeout=20_000))
    desk.page.reload()
    if desk.page.locator("[name=lastName]").input_value() != "Noël":
        raise RuntimeError("what was typed without the network is lost")
    return desk.save(typist)


SCENARIOS = {
    "medicine for a person of 84": medicine, "attestation at home": attestation, "a daughter far away": daughter,
    "three needs in one call": three_needs, "a caller in distress": distress, "a namesake": namesake,
    "a wrong address": wrong_address, "English only": english, "« and my request? »": my_request, "network lost in mid-call": lost_network,
}


def prepare(desk):
    """Whom the town knows before: two of one name, and somebody who rang last week."""
    for first, last, born, number in (("Jeanne", "Vasseur", "14/03/1938", "0261917201"), ("Jeanne", "Vasseur", "02/09/1951", "0261917202"),
                                      ("Lucien", "Moreau", "", "0261917109")):
        typist = desk.begin(number)
        desk.need(typist, "conversation")
        desk.caller(typist, first, last)
        if born:
            desk.page.fill("[name=bornOn]", born)
        typist.wait(lambda: desk.page.wait_for_timeout(1_200))
        other = desk.page.locator("#known button[value=new]")
        if other.count():
            typist.follow(other.click)
        desk.save(typist)


def main(base, slug):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(15_000)
        desk = Desk(base, slug, page)
        desk.sign_in()
        prepare(desk)
        rows = []
        for name, scenario in SCENARIOS.items():
            try:
                typist = scenario(desk)
                rows.append({"name": name, "keys": typist.keys, "typing": typist.typing, "waited": typist.waited})
            except Exception as error:  # One call that fails is a row of its own; the others are taken all the same.
                rows.append({"name": name, "failed": str(error)[:300]})
        json.dump(rows, sys.stdout)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
