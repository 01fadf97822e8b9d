"""One's account, as people meet it: coming in, a shared address, a new address, the devices, the trust one has."""
import re

import pytest
from support import neighbours
from support.looks import screenshot
from support.people import follow


def test_coming_in_by_the_code(any_page, town, inbox, assert_sound):
    page = any_page
    page.goto(town.at("/connexion"))
    assert_sound(page)
    page.locator("#email").fill("zoe chez exemple")
    neighbours.submit(page)
    assert page.locator("#email-erreur").count() == 1
    assert page.locator("#email").input_value() == "zoe chez exemple"
    assert_sound(page)
    page.locator("#email").fill(town.email("zoe"))
    neighbours.submit(page)
    assert_sound(page)
    code = town.mail("zoe").code
    page.locator("#code").fill("111111" if code != "111111" else "222222")
    neighbours.submit(page)
    assert page.locator("#code-erreur").count() == 1
    assert_sound(page)
    page.locator("#code").fill(f"{code[:3]} {code[3:]}")
    neighbours.submit(page)
    # Welcomed: nothing is taken without the box, and what was typed stays.
    page.locator("#firstName").fill("Zoé")
    neighbours.submit(page)
    assert page.locator("#age-erreur").count() == 1
    assert page.locator("#firstName").input_value() == "Zoé"
    assert_sound(page)
    neighbours.introduce(page, "Zoé")
    assert page.url == town.at("/mon-compte")
    assert "Zoé" in page.locator("h1").inner_text()
    assert_sound(page)


def test_a_new_address_is_proved_and_may_be_shared(page, new_context, town, assert_sound):
    karim = new_context().new_page()
    town.arrive(karim, "karim")
    town.arrive(page, "marie")
    page.locator("form[action$='/mon-compte/adresse'] #email").fill(town.email("karim"))
    neighbours.submit(page, "form[action$='/mon-compte/adresse']")
    assert_sound(page)
    # Nothing changes before the link in the mail, nor by looking at it.
    letter = town.mail("karim", "adresse")
    page.goto(letter.link("/mon-compte/adresse/"))
    assert_sound(page)
    page.goto(town.at("/mon-compte"))
    assert town.email("marie") in page.locator("main").inner_text()
    page.goto(letter.link("/mon-compte/adresse/"))
    neighbours.submit(page)
    assert town.email("karim") in page.locator("main").inner_text()
    assert town.mail("marie", "adresse").text
    assert page.goto(letter.link("/mon-compte/adresse/")).status == 404

    # From now on the address has two people: each says who they are.
    other = new_context().new_page()
    other.goto(town.at("/connexion"))
    other.locator("#email").fill(town.email("karim"))
    neighbours.submit(other)
    other.goto(town.mail("karim").link("/connexion"))
    neighbours.submit(other)
    assert_sound(other)
    neighbours.submit(other)
    assert other.locator("#person-erreur").count() == 1
    assert_sound(other)
    other.get_by_text("Marie").click()
    neighbours.submit(other)
    assert "Marie" in other.locator("h1").inner_text()


def test_a_device_is_signed_out_from_another(page, new_context, town, assert_sound):
    town.arrive(page, "karim")
    phone = new_context(viewport={"width": 320, "height": 640}).new_page()
    town.sign_in(phone, "karim")
    assert_sound(phone)
    page.goto(town.at("/mon-compte"))
    assert page.locator(".summary > div").count() == 2
    follow(page.locator(".summary form[action*='/sessions/'] button"))
    assert page.locator(".summary > div").count() == 1
    phone.goto(town.at("/mon-compte"))
    assert "/connexion" in phone.url
    town.sign_in(phone, "karim")
    follow(phone.locator("form[action$='/sessions/fin'] button"))
    for gone in (phone, page):
        gone.goto(town.at("/mon-compte"))
        assert "/connexion" in gone.url


@pytest.mark.parametrize("any_page", ("phone", "english"), indirect=True)
def test_a_helper_says_when_rests_and_stops(any_page, town, assert_sound):
    page = any_page
    town.arrive(page, "karim")
    page.goto(town.at("/mon-compte/disponibilites"))
    neighbours.submit(page, "form[action$='/disponibilites']")
    assert page.locator("#categories-erreur").count() == 1
    assert_sound(page)
    neighbours.say_when(page)
    # To the doorstep, once the charter is accepted; not before.
    neighbours.submit(page, "form[action$='/charte']")
    assert page.locator("#charter-erreur").count() == 1
    assert_sound(page)
    page.locator("input[name=charter]").check()
    neighbours.submit(page, "form[action$='/charte']")
    assert_sound(page)
    screenshot(page, "availability")
    assert own_tiers(page, town) == [True, True, False, False]
    page.locator("form[action$='/pause'] input[name=until]").fill("2020-01-01")
    neighbours.submit(page, "form[action$='/pause']:has(#until)")
    assert page.locator("#until-erreur").count() == 1
    assert page.locator("#until").input_value() == "2020-01-01"
    assert_sound(page)
    follow(page.locator("form[action$='/pause']:has([value=week]) button"))
    assert_sound(page)
    follow(page.locator("form[action$='/pause/fin'] button"))
    assert page.locator("form[action$='/pause/fin']").count() == 0
    follow(page.locator("form[action$='/disponibilites/fin'] button"))
    assert_sound(page)
    assert page.locator("form[action$='/disponibilites/fin']").count() == 0


def test_trust_is_given_after_a_meeting_and_taken_back(page, new_context, town, assert_sound):
    helper = new_context().new_page()
    town.become_helper(helper, "karim")
    helper.goto(town.at("/mon-compte/disponibilites"))
    follow(helper.locator("form[action$='/rencontre'] button"))
    assert_sound(helper)
    town.sign_in(page, "admin")
    page.goto(town.at("/referent/confiance"))
    assert_sound(page)
    page.locator("#who").fill(town.email("personne"))
    neighbours.submit(page, "form[role=search]")
    assert page.locator("#who-erreur").count() == 1
    assert page.locator("#who").input_value() == town.email("personne")
    assert_sound(page)
    page.locator("#who").fill(town.email("karim"))
    neighbours.submit(page, "form[role=search]")
    assert_sound(page)
    granting = "form[action$='/rencontres']"
    neighbours.submit(page, granting)
    assert page.locator(".error-summary li").count() >= 2
    assert_sound(page)
    page.locator("#metOn").fill("2026-01-05")
    page.locator("input[name=tier][value='2']").check()
    page.locator("input[name=seen]").check()
    neighbours.submit(page, granting)
    assert_sound(page)
    assert own_tiers(helper, town) == [True, True, True, False]
    follow(page.locator("form[action$='/retrait'] button"))
    assert_sound(page)
    assert own_tiers(helper, town) == [True, True, False, False]


def own_tiers(page, town):
    """From afar, on the doorstep, inside the home, with money: which are open, by what the page says."""
    page.goto(town.at("/mon-compte/disponibilites"))
    lines = page.locator("section[aria-labelledby=confiance] li").all_inner_texts()
    return [not re.search("pas encore|not yet", line) for line in lines]
