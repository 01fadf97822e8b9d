"""The crisis switch: prepared, decided, seen by residents and in the mail, ended; and what can be promised when too much is asked."""
import datetime

import pytest
from support.looks import screenshot
from support.neighbours import submit
from support.people import follow
from support.process import eventually

END = "form[action$='/administration/crise/fin']"
DECIDE = "form[action$='/administration/crise']"


@pytest.mark.parametrize("any_page", ("without-scripts", "phone"), indirect=True)
def test_an_administrator_switches_the_town_and_back(page, any_page, town, assert_sound):
    town.sign_in(page, "admin")
    page.goto(town.at("/administration"))
    follow(page.locator("nav.tabs a[href$='/administration/crise']"))
    assert_sound(page)
    screenshot(page, "crise-avant")
    follow(page.locator("main a.link[href$='/administration/reglages-de-crise']"))
    assert_sound(page)
    page.locator("[name=banner-fr]").fill("La rivière déborde : restez chez vous.")
    page.locator("#extraAsks").fill("3")
    submit(page, "form[action$='/administration/reglages-de-crise']")
    page.goto(town.at("/administration/crise"))
    submit(page, DECIDE)
    assert page.locator("#reason-erreur").count() == 1 and page.locator("#until-erreur").count() == 1
    assert_sound(page)
    page.locator("[name=reason]").fill("Inondation")
    page.locator("[name=until]").fill((datetime.date.today() + datetime.timedelta(days=5)).isoformat())
    submit(page, DECIDE)
    assert page.locator(END).count() == 1
    assert "La rivière déborde" in page.locator(".crisis").inner_text()
    assert_sound(page)
    screenshot(page, "crise-pendant")
    assert "Inondation" in town.mail("admin", "mode crise est en service").text
    any_page.goto(town.at("/"))
    assert eventually(lambda: any_page.reload() and any_page.locator(".crisis").count() == 1)
    assert_sound(any_page)
    screenshot(any_page, f"crise-habitants-{any_page.viewport_size['width']}")
    submit(page, END)
    assert page.locator("table.rows", has_text="Inondation").count() == 1
    assert page.locator(".crisis").count() == 0
    assert_sound(page)
    screenshot(page, "crise-apres")
    town.mail("admin", "mode crise est terminé")


def test_what_can_be_promised_is_said_and_the_request_recorded(page, page_without_scripts, town_by_day, assert_sound):
    town = town_by_day
    weekly = {"when": "every", "rhythm": "weekly"}
    visitor = page_without_scripts
    for number in range(2):
        town.ask(visitor, f"voisine{number}", when=weekly)
    town.sign_in(page, "admin")
    page.goto(town.at("/referent/charge"))
    assert_sound(page)
    submit(page, "form[action$='/referent/charge/mesure']")
    assert page.locator("td .badge.warning").count() == 1
    assert_sound(page)
    screenshot(page, "charge")
    page.goto(town.at("/conciergerie"))
    follow(page.locator("form[action$='/conciergerie/appels'] [type=submit]"))
    assert "Peu d’aidants libres" in page.locator("main").inner_text()
    assert_sound(page)

    seen = []

    def check(asking):
        assert_sound(asking)
        if asking.url.partition("?")[0].endswith("/verification"):
            seen.append(asking.locator(".notice.warning").inner_text())
            screenshot(asking, "promesse")

    reference, _ = town.ask(visitor, "paul", when=weekly, check=check)
    assert reference and seen and "enregistrée quoi qu’il arrive" in seen[0]
