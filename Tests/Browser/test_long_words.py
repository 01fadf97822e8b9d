"""Names, words and addresses as long as forms allow, everywhere at once, on the smallest phone: no page scrolls sideways."""
import pytest
from support.explorer import Explorer
from support.looks import assert_no_sideways_scroll, screenshot
from support.people import sign_in
from support.routes import addresses
from support.site import Site
from support.world import PUBLIC_PATHS, ROLES, TOWN, email

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


class LongWords:
    """What is typed into every field: a word without a space in it, an address."""

    email = "marie-antoinette.de-la-tour-du-pin@association-des-habitants.exemple.test"

    def short(self, limit=60):
        return (WORD * 2)[: min(limit, 120)]

    def long(self, limit):
        return f"{self.short(limit // 4)}\n{self.short(60).lower()}@exemple.test"[:limit]


@pytest.fixture(scope="module")
def site(tmp_path_factory, inbox):
    site = Site(tmp_path_factory.mktemp("long-words"), inbox.url)
    site.run("demo")
    yield site.start()
    site.stop()


def test_long_words_break_on_a_small_phone(new_context, site, inbox):
    phone = {"viewport": {"width": 320, "height": 640}}
    everybody = {role: Explorer(site, TOWN, new_context(**phone), LongWords()) for role in ("visitor", *ROLES)}
    paths = dict.fromkeys(ROLES, addresses(site)) | {"visitor": PUBLIC_PATHS}
    for role in ROLES:
        sign_in(everybody[role].page, site, inbox, email(role))
    for role, one in everybody.items():
        one.pages(paths[role], lambda url, html, one=one: one.send_forms(url, html, lambda *_: None))
    for role, one in everybody.items():
        seen = one.pages(paths[role], lambda url, _, one=one: fits(one.page, url))
        assert len(seen) > 15
        screenshot(one.page, f"long-words-{role}")
    every_request_fits(everybody["referent"].page, site)
    everybody["visitor"].page.goto(site.town(TOWN, "/"))
    assert WORD in everybody["visitor"].page.locator("header").inner_text()


def every_request_fits(page, site):
    """Each has people with names and addresses of their own."""
    page.goto(site.town(TOWN, "/referent"))
    links = {link.get_attribute("href") for link in page.locator("main a[href*='/referent/demandes/']").all()}
    assert len(links) > 3
    for link in links:
        fits(page, site.url + link)


def fits(page, url):
    page.goto(url)
    assert_no_sideways_scroll(page)
