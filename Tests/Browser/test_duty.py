"""The desk's roster, its hand-over from one shift to the next, and the board that follows by itself. In a town where no other test is at the desk."""
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect
from support.looks import screenshot
from support.people import follow
from support.world import email

TOWN = "pont-neuf"
PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def desk(entraide):
    return lambda path="": entraide.town(TOWN, f"/conciergerie{path}")


def begin(page, desk, number):
    page.goto(desk())
    page.locator("[name=numero]").fill(number)
    follow(page.locator("form[action$='/conciergerie/appels'] [type=submit]"))


def test_a_shift_is_taken_and_handed_over(page_without_scripts, phone_page, sign_in, desk, assert_sound):
    boss, operator = page_without_scripts, phone_page
    sign_in(boss, email("admin", TOWN))
    boss.goto(desk("/permanence"))
    assert_sound(boss)
    now = datetime.now(PARIS)
    boss.locator("#day").fill(f"{now:%Y-%m-%d}")
    boss.locator("#from").fill(f"{now:%H:%M}")
    boss.locator("#until").fill(f"{now + timedelta(hours=3):%H:%M}")
    follow(boss.get_by_role("button", name="Ajouter"))
    assert "à pourvoir cette semaine" in boss.locator("main").inner_text()
    assert_sound(boss)
    screenshot(boss, "duty-roster")
    follow(boss.get_by_role("link", name="Imprimer la semaine"))
    assert_sound(boss)
    screenshot(boss, "duty-sheet")

    sign_in(operator, email("permanence", TOWN))
    operator.goto(desk("/permanence"))
    assert_sound(operator)
    follow(operator.get_by_role("button", name="Je la prends").first)
    assert "En ce moment" in operator.locator("main").inner_text()
    screenshot(operator, "duty-roster-phone")
    begin(operator, desk, "02 61 91 88 01")
    call = operator.url
    operator.goto(desk())
    assert "De permanence" in operator.locator("main").inner_text()
    assert_sound(operator)
    screenshot(operator, "duty-desk")
    follow(operator.get_by_role("link", name="Passation"))
    assert "Appel commencé" in operator.locator("#calls + ul").inner_text()
    assert_sound(operator)
    screenshot(operator, "duty-hand-over")
    operator.locator("#note").fill("La dame du 3e rappelle à 18 h.")
    follow(operator.get_by_role("button", name="Passer la main"))
    assert "La passation est faite" in operator.locator("main").inner_text()

    boss.goto(desk())
    assert "La dame du 3e rappelle" in boss.locator("main").inner_text()
    assert boss.locator(f"a[href$='{call.rpartition('/')[2]}']").count() == 1
    assert_sound(boss)
    screenshot(boss, "duty-word")
    follow(boss.get_by_role("button", name=re.compile("C’est lu")))
    assert "La dame du 3e" not in boss.locator("main").inner_text()


def test_the_board_follows_within_two_seconds(page, page_without_scripts, new_context, sign_in, desk, assert_sound):
    sign_in(page, email("admin", TOWN))
    page.goto(desk("/tableau"))
    expect(page.locator("#direct")).to_have_text("En direct")
    calls = page.locator("[data-figure=inCall]")
    before = int(calls.inner_text())
    reload = page.get_by_role("link", name="Actualiser")
    reload.focus()
    other = new_context().new_page()
    sign_in(other, email("permanence", TOWN))
    begin(other, desk, "02 61 91 88 02")
    expect(calls).to_have_text(str(before + 1), timeout=2_000)
    expect(page.locator("#annonce")).to_contain_text("en cours")
    expect(reload).to_be_focused()
    assert "02 61 91" not in page.content()
    assert_sound(page)
    screenshot(page, "live-board")
    page.set_viewport_size({"width": 320, "height": 700})
    assert_sound(page)
    screenshot(page, "live-board-320")
    # Who signs out elsewhere watches no longer: the next beat ends it.
    signed_out = page.context.new_page()
    signed_out.goto(desk().rpartition("/")[0] + "/mon-compte")
    follow(signed_out.locator("form[action$='/deconnexion'] [type=submit]").first)
    expect(page.locator("#direct")).to_contain_text("s’est arrêté", timeout=15_000)

    plain = page_without_scripts
    sign_in(plain, email("permanence", TOWN))
    plain.goto(desk("/tableau"))
    assert int(plain.locator("[data-figure=inCall]").inner_text()) == before + 1
    follow(plain.get_by_role("link", name="Actualiser"))
    assert_sound(plain)
