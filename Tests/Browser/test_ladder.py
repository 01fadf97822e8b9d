"""One request climbs all rungs while the clock is moved: what the asker reads, who answers for it, who is written to, and how often."""
import re
from collections import Counter

import pytest
from support import neighbours
from support.looks import screenshot
from support.neighbours import submit
from support.people import follow
from support.process import eventually
from support.site import Site
from support.town import Town
from test_organisations import add
from test_referent_day import appoint

BODIES = {"association": "Le Panier partagé", "communal_reserve": "Réserve communale", "service": "Service des solidarités"}

# For each rung: minutes after ten at which it has begun, who answers for the request, who is asked, what the asker reads and hears on the
# telephone, what the guide reads.
CLIMB = (
    (22, "nadia", "farida", "un peu plus loin", "Des voisins plus éloignés sont sollicités"),
    (95, "nadia", None, "Nadia s’occupe de votre demande", "C’est à vous de trouver une solution"),
    (225, "nadia", "association", "une association", "Une association est sollicitée"),
    (360, "nadia", "communal_reserve", "la réserve communale", "La réserve communale est sollicitée"),
    (495, "nadia", "service", "un service de la ville", "Un service de la ville est sollicité"),
    (630, "admin", None, "s’occupe de votre demande", "c’est à la ville de trouver une solution"),
)
KILLED_AT = 225


@pytest.fixture(params=("sqlite", "postgres"))
def town_on(request, tmp_path, inbox):
    """A town at ten in the morning, on either engine."""
    settings = {}
    if request.param == "postgres":
        settings["ENTRAIDE_DATABASE_URL"] = request.getfixturevalue("cluster").new_database()
    site = Site(tmp_path, inbox.url, serving=neighbours.by_day(), **settings)
    town = Town(site, inbox)
    site.start()
    yield town
    site.stop()


class Clock:
    """The server's clock: ten in the morning when the test began, and as many minutes later as it is told."""

    def __init__(self, town):
        self.town, self.start = town, int(town.site.serving["FAKETIME"].rstrip("s"))

    def go_to(self, minutes, killed=False):
        """The process ends, and another finds what was due meanwhile. Killed: it dies with work in hand, whose lease has to run out."""
        site = self.town.site
        site.stop()
        self._serve(minutes)
        if killed:
            site.process.kill()
            self._serve(minutes + 3)

    def _serve(self, minutes):
        self.town.site.serving = self.town.site.serving | {"FAKETIME": f"{self.start + minutes * 60:+d}s"}
        self.town.site.start()


def live_far_away(page, town, name):
    """A neighbour of the other quartier, who goes half a kilometre: asked on the wider ring only."""
    town.sign_in(page, name)
    page.locator("#firstName").fill(name.title())
    page.locator("select[name=neighbourhood]").select_option(label="La Fontaine")
    page.locator("input[name=age]").check()
    submit(page)
    page.goto(town.at("/mon-compte/disponibilites"))
    neighbours.say_when(page)
    page.goto(town.at("/mon-compte/disponibilites"))
    page.locator("select[name=radius]").select_option("500")
    submit(page, "form[action$='/disponibilites']")
    page.goto(town.at("/mon-compte/charte"))
    page.locator("input[name=charter]").check()
    submit(page, "form[action$='/charte']")


def call_out(admin, town):
    admin.goto(town.at("/administration/reserve-communale"))
    day = neighbours.shown_day().isoformat()
    for field, value in {"decidedBy": "Mme Dupont, maire", "why": "Crue de la rivière", "from": day, "until": day}.items():
        admin.locator(f"#{field}").fill(value)
    submit(admin, "form.box")


def asked_so_far(town):
    """How often each address was asked, by the links that open an ask."""
    letters = [mail for mail in town.inbox.all() if any("/reponse/" in link or "/organisation/" in link for link in mail.links)]
    return Counter(address for mail in letters for address in mail.to if address.endswith(f"@{town.slug}.test"))


def told_on_the_telephone(page, town, reference):
    page.goto(f"{town.at('/referent/demandes')}?reference={reference}")
    return page.locator("section[aria-labelledby=trouvee]").inner_text()


def test_a_request_climbs_all_rungs(page, phone_page, new_context, town_on, assert_sound):
    town, admin, asker = town_on, page, phone_page
    clock = Clock(town)
    town.sign_in(admin, "admin")
    for kind, name in BODIES.items():
        add(admin, town, name, kind)
    call_out(admin, town)
    guides = {"admin": admin, "nadia": appoint(admin, new_context, town, "nadia", "Les Lilas")}
    town.become_helper(new_context().new_page(), "karim")
    live_far_away(new_context().new_page(), town, "farida")
    reference, tracking = town.ask(new_context().new_page(), "jeanne")
    asked = Counter([town.email("karim")])
    assert eventually(lambda: asked_so_far(town) == asked)
    asker.goto(tracking)
    assert "Nous demandons à des voisins" in now(asker) and "sinon Nadia" in now(asker)
    assert_sound(asker)

    for minutes, owner, next_asked, reads, state in CLIMB:
        clock.go_to(minutes, killed=minutes == KILLED_AT)
        asker.goto(tracking)
        assert eventually(lambda: asker.reload() and reads in now(asker)), f"{reads}: {now(asker)}"
        assert re.search(r"(avant|vers|demain|ce soir|à) ", now(asker)) and "plus de temps que prévu" not in now(asker), now(asker)
        assert_sound(asker)
        look(asker, minutes)
        asked.update([town.email(next_asked)] if next_asked else [])
        assert eventually(lambda: asked_so_far(town) == asked), f"{asked_so_far(town)} for {asked}"
        guide = guides[owner]
        assert reads in told_on_the_telephone(guide, town, reference)
        follow(guide.locator("section[aria-labelledby=trouvee] a[href*='/referent/demandes/']"))
        assert state in guide.locator("main").inner_text()
        assert_sound(guide)
    assert_history(admin)
    assert written_to_owners(town) == {town.email("nadia"): 1, town.email("admin"): 1}
    assert set(asked_so_far(town).values()) == {1}


def now(page):
    return page.locator("[aria-current=step]").inner_text()


def look(page, minutes):
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 640})
        screenshot(page, f"ladder-{minutes}-{width}")


def written_to_owners(town):
    """How often whoever answers in person was written to, because a request waits."""
    letters = [mail for mail in town.inbox.all() if "attend dans votre quartier" in mail.subject]
    return Counter(address for mail in letters for address in mail.to if address.endswith(f"@{town.slug}.test"))


def assert_history(page):
    """The guide reads who was asked, once each, and that the bodies did not answer."""
    words = page.locator("section[aria-labelledby=histoire]").inner_text()
    assert words.count("1 voisin sollicité") == 2
    for name in BODIES.values():
        assert words.count(f"{name} a été sollicitée") == 1 and words.count(f"{name} n’a pas répondu à temps") == 1
