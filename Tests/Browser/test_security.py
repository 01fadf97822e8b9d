"""The administrator's page of security: what is on, from the configuration that the process runs with."""
from support.looks import screenshot
from support.people import follow
from support.world import TOWN, email


def states(page):
    rows = page.locator("table.rows tbody tr").all()
    return {row.locator("th").inner_text(): row.locator(".badge").inner_text() for row in rows}


def test_the_administrator_reads_what_guards_the_town(page, entraide, sign_in, assert_sound):
    sign_in(page, email("admin"))
    page.goto(entraide.town(TOWN, "/administration"))
    follow(page.locator("nav.tabs a[href$='/administration/securite']"))
    screenshot(page, "securite")
    assert_sound(page)
    read = states(page)
    assert len(read) >= 13
    assert read["Chiffrement du site"] == "À faire", "the tests' site is served without https"
    assert read["Limites d’usage"] in ("En place", "À faire")
    assert read["Démonstration"] == "À faire"
    assert set(read.values()) == {"En place", "À savoir", "À faire"}


def test_on_a_small_screen_the_rows_are_cards(phone_page, entraide, sign_in, assert_sound):
    sign_in(phone_page, email("admin"))
    phone_page.goto(entraide.town(TOWN, "/administration/securite"))
    screenshot(phone_page, "securite-320")
    assert_sound(phone_page)
