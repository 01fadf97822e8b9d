"""An administrator makes the service the town's own: settings, colours, logo, kinds of help, charter."""
import pytest
from support.looks import screenshot
from support.neighbours import submit
from support.people import follow

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="20" fill="#135"/></svg>'


@pytest.fixture
def office(page, town):
    """`office("marque")`: that section, with its form."""
    town.sign_in(page, "admin")

    def open_section(name=""):
        page.goto(town.at(f"/administration/{name}".rstrip("/")))
        return f"form[action$='/administration{'/' if name else ''}{name}']"

    return open_section


def test_settings_are_kept_and_seen_by_everybody(page, new_context, office, town, assert_sound):
    form = office()
    page.locator("#phone").fill("douze")
    page.locator("#phoneHours").fill("du lundi au vendredi")
    submit(page, form)
    assert page.locator("#phone-erreur").count() == 1
    assert page.locator("#phoneHours").input_value() == "du lundi au vendredi"
    assert_sound(page)
    page.locator("#townName").fill("Clairval-sur-Brume")
    page.locator("#phone").fill("01 99 00 00 55")
    submit(page, form)
    assert page.locator(".notice.success").count() == 1
    assert_sound(page)
    passerby = new_context().new_page()
    passerby.goto(town.at("/"))
    assert "Clairval-sur-Brume" in passerby.locator("header").inner_text()
    assert "01 99 00 00 55" in passerby.locator(".site-phone").inner_text()


def test_colours_that_nobody_could_read_are_refused(page, office, assert_sound):
    form = office("marque")
    page.locator("#brand").fill("#ffee00")
    page.locator("#accent").fill("#0a5c36")
    submit(page, form)
    assert "4,5" in page.locator("#brand-erreur").inner_text()
    assert page.locator("#accent-erreur").count() == 0
    assert (page.locator("#brand").input_value(), page.locator("#accent").input_value()) == ("#ffee00", "#0a5c36")
    assert_sound(page)
    page.locator("#brand").fill("#14427a")
    submit(page, form)
    assert page.locator(".notice.success").count() == 1
    assert_sound(page)
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--brand')") == "#14427a"
    screenshot(page, "own-colours")


def test_a_logo_is_shown_and_taken_away(page, office, town, tmp_path, assert_sound):
    office("marque")
    sending = "form[action$='/administration/logo']"
    submit(page, sending)
    assert page.locator("#logo-erreur").count() == 1
    assert_sound(page)
    picture = tmp_path / "logo.svg"
    picture.write_text(LOGO)
    page.locator("#logo").set_input_files(picture)
    submit(page, sending)
    assert_sound(page)
    assert page.locator("header img.site-logo").evaluate("image => image.complete && image.naturalWidth > 0")
    first = page.locator("header img.site-logo").evaluate("image => image.currentSrc")
    picture.write_text(LOGO.replace("#135", "#531"))
    page.locator("#logo").set_input_files(picture)
    submit(page, sending)
    # Another picture, another address: nobody waits for their browser to forget the old one.
    assert page.locator("header img.site-logo").evaluate("image => image.currentSrc") != first
    follow(page.locator("form[action$='/logo/retrait'] button"))
    assert page.locator("img.site-logo").count() == 0
    assert page.request.get(town.at("/logo")).status == 404


def test_kinds_of_help_are_added_renamed_ordered_and_switched_off(phone_page, office, page, town, assert_sound):
    office("categories")
    assert_sound(page)
    follow(page.locator("main a.button[href$='/nouvelle']"))
    page.locator("#guidance-fr").fill("Une heure au plus")
    submit(page)
    assert page.locator("#label-fr-erreur").count() == 1
    assert page.locator("#guidance-fr").input_value() == "Une heure au plus"
    assert_sound(page)
    page.locator("#label-fr").fill("Arroser les plantes")
    submit(page)
    assert_sound(page)
    follow(page.locator("main table a", has_text="Arroser les plantes"))
    page.locator("#label-fr").fill("Arroser le jardin")
    submit(page)
    row = page.locator("tr", has_text="Arroser le jardin")
    follow(row.locator("form[action$='/place'] button").first)
    names = page.locator("main tbody th").all_inner_texts()
    assert [name.strip() for name in names].index("Arroser le jardin") == len(names) - 2

    phone_page.goto(town.at("/demandes/nouvelle/quoi"))
    assert "Arroser le jardin" in phone_page.locator("main").inner_text()
    assert_sound(phone_page)
    follow(row.locator("form[action$='/activation'] button"))
    assert_sound(page)
    phone_page.reload()
    assert "Arroser le jardin" not in phone_page.locator("main").inner_text()
    follow(row.locator("form[action$='/activation'] button"))
    phone_page.reload()
    assert "Arroser le jardin" in phone_page.locator("main").inner_text()


def test_a_new_charter_is_put_before_those_who_accepted_the_old_one(page, new_context, office, town, assert_sound):
    helper = new_context().new_page()
    town.become_helper(helper, "karim")
    form = office("charte")
    before = page.locator(f"{form} > p").inner_text()
    page.locator("#charter-fr").fill("On vient quand on l’a dit.\nOn ne prend pas d’argent.")
    submit(page, form)
    assert_sound(page)
    assert page.locator(f"{form} > p").inner_text() != before
    helper.goto(town.at("/mon-compte/disponibilites"))
    follow(helper.locator("a[href$='/mon-compte/charte']"))
    assert "On vient quand on l’a dit." in helper.locator("main").inner_text()
    assert_sound(helper)
    helper.locator("input[name=charter]").check()
    submit(helper, "form[action$='/charte']")
    # A mistake of spelling asks nobody again.
    office("charte")
    page.locator("#charter-fr").fill("On vient quand on l’a promis.\nOn ne prend pas d’argent.")
    page.locator("input[name=correction]").check()
    submit(page, form)
    helper.goto(town.at("/mon-compte/disponibilites"))
    assert helper.locator("a.button[href$='/mon-compte/charte']").count() == 0
