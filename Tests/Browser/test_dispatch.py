"""Taking a request in hand: a volunteer without e-mail is written down, rung by one key or by buttons, and told by voice."""
import pytest
from playwright.sync_api import expect
from support import neighbours
from support.looks import screenshot
from support.neighbours import SLUG
from support.people import follow
from support.site import Site


@pytest.fixture
def site(tmp_path, inbox):
    site = Site(tmp_path, inbox.url, serving=neighbours.by_day())
    neighbours.open_town(site)
    yield site.start()
    site.stop()


def take_call(page, site):
    page.goto(site.town(SLUG, "/conciergerie"))
    follow(page.locator("form[action$='/conciergerie/appels'] [type=submit]"))
    page.locator("input[name=notice]").check()
    page.locator("[name=firstName]").fill("Simone")
    page.locator("[name=phone]").fill("01 99 00 00 31")
    page.locator("[name=category]").select_option("groceries")
    page.locator("[name=details]").fill("Du pain et du lait")
    page.locator("[name=neighbourhood]").select_option(index=1)
    page.locator("input[name=for][value=me]").check()
    page.locator("input[name=sharePhone][value=yes]").check()
    follow(page.get_by_role("button", name="Enregistrer la demande"))
    follow(page.locator("main a[href$='/orientation']").first)


def write_down(page, assert_sound):
    follow(page.locator("main a[href*='/aidants/nouveau']"))
    assert_sound(page)
    follow(page.locator("main form [type=submit]"))
    assert_sound(page)
    page.locator("[name=firstName]").fill("Yvette")
    page.locator("[name=phone]").fill("01 99 00 00 32")
    page.locator("[name=neighbourhood]").select_option(index=1)
    page.locator("[name='takes-groceries']").check()
    page.locator("[name=birthYear]").fill("1954")
    page.locator("[name=notice]").check()
    page.locator("[name=charter]").check()
    screenshot(page, "dispatch-phone-helper")
    follow(page.locator("main form [type=submit]"))


def press(page, key, button):
    """By one key where there are scripts, else by the button."""
    if page.evaluate("() => document.documentElement.classList.contains('js')") is True:
        with page.expect_navigation():
            page.keyboard.press(key)
    else:
        follow(button)


@pytest.mark.parametrize("any_page", ("desktop", "phone", "without-scripts"), indirect=True)
def test_somebody_without_mail_is_rung_and_told(any_page, new_context, site, inbox, assert_sound):
    page = any_page
    neighbours.become_helper(new_context().new_page(), site, inbox, "karim@clairval.test", "Karim")
    neighbours.sign_in(page, site, inbox, f"admin@{SLUG}.test")
    inbox.forget()
    take_call(page, site)
    inbox.wait_for("karim@clairval.test")
    page.reload()
    assert_sound(page)
    assert "Karim" in page.locator("#suggestions").inner_text(), "who was asked by mail may still be rung or named"
    write_down(page, assert_sound)
    assert page.url.endswith("/orientation")
    assert "par téléphone seulement" in page.locator("#suggestions").inner_text()
    assert_sound(page)
    screenshot(page, "dispatch")

    press(page, "a", page.locator("#appeler form [type=submit]"))
    call = page.url
    assert page.locator("a[href='tel:+33199000032']").count() == 1
    assert_sound(page)
    screenshot(page, "dispatch-call")
    if page.locator("[data-keys] button").is_visible():
        page.keyboard.press("r")
        expect(page.locator("[name=again]")).to_be_focused()
        page.keyboard.press("n")
        assert page.url == call, "in a field a letter is a letter"
        page.locator("[data-keys] button").click()
        page.locator("h1").click()
        page.keyboard.press("n")
        assert page.url == call, "turned off"
        page.locator("[data-keys] button").click()
    page.locator("[name=again]").fill("16:00")
    follow(page.locator("button[name=result][value=later]"))
    assert "à rappeler" in page.locator("#appeler").inner_text()
    assert_sound(page)

    follow(page.locator("#suggestions li", has_text="Yvette").get_by_role("button", name="Appeler"))
    press(page, "o", page.locator("button[name=result][value=yes]"))
    assert page.url.endswith("/a-lire")
    told = page.locator("main").inner_text()
    assert "Simone" in told and "Du pain et du lait" in told and "01 99 00 00 31".replace(" ", "") in told.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    assert_sound(page)
    screenshot(page, "dispatch-told")
    follow(page.get_by_role("link", name="Ouvrir la demande"))
    assert "Un aidant appelé a dit oui" in page.locator("main").inner_text()
    assert_sound(page)
