"""Offering help, asking the one who offers, and helping with a need that one has read: both ways two neighbours meet."""
import pytest
from support import neighbours
from support.looks import screenshot
from support.people import follow


def offer_shopping(page, town, check=lambda page: None):
    """Four pages."""
    page.goto(town.at("/propositions/nouvelle"))
    page.locator("input[name=category][value=groceries]").check()
    neighbours.next_page(page, check)
    page.locator("input[name=days]").first.check()
    page.locator("input[name=part]").first.check()
    neighbours.next_page(page, check)
    page.locator("input[name=reach]").first.check()
    neighbours.choose_quartier(page)
    neighbours.next_page(page, check)
    page.locator("#details").fill("J’ai une voiture et du temps le matin.")
    neighbours.next_page(page, check)


def listed(page, town):
    """How many offers a passer-by sees."""
    page.goto(town.at("/propositions"))
    return page.locator("main .card").count()


@pytest.mark.parametrize("any_page", ("without-scripts", "phone"), indirect=True)
def test_an_offer_is_made_changed_rested_and_taken_back(any_page, new_context, town, assert_sound):
    page, passerby = any_page, new_context().new_page()
    town.become_helper(page, "karim")
    page.goto(town.at("/propositions/nouvelle"))
    neighbours.submit(page)
    assert page.locator("#category-erreur").count() == 1
    assert page.locator("progress").get_attribute("max") == "4"
    assert_sound(page)
    offer_shopping(page, town, assert_sound)
    assert page.url.endswith("/mon-compte/propositions?fait=proposition")
    assert_sound(page)
    assert listed(passerby, town) == 1
    assert "Karim" not in passerby.content()
    assert_sound(passerby)

    follow(page.locator("main .todo a.button"))
    assert page.locator("#details").input_value().startswith("J’ai une voiture")
    assert_sound(page)
    page.locator("#details").fill("Plutôt le soir.")
    neighbours.submit(page)
    assert "Plutôt le soir." in page.locator("main").inner_text()
    follow(page.locator("form[action$='/pause'] button"))
    assert_sound(page)
    assert listed(passerby, town) == 0
    assert_sound(passerby)
    follow(page.locator("form[action$='/pause/fin'] button"))
    assert listed(passerby, town) == 1
    follow(page.locator("main .todo a.button"))
    follow(page.locator("a[href$='/retrait']"))
    assert_sound(page)
    neighbours.submit(page)
    assert_sound(page)
    assert page.locator("main .todo li").count() == 0
    assert listed(passerby, town) == 0


def test_asking_the_one_who_offers(phone_page, new_context, town_by_day, assert_sound):
    town = town_by_day
    helper, page = new_context().new_page(), phone_page
    town.become_helper(helper, "karim")
    offer_shopping(helper, town)
    assert listed(page, town) == 1
    follow(page.locator("main .card-title a"))
    assert_sound(page)
    screenshot(page, "offer")
    follow(page.locator("main a.button.accent"))
    # What is offered is not asked again, and every page says whom one asks.
    assert page.url.partition("?")[0].endswith("/demandes/nouvelle/quand")
    assert_sound(page)
    note = page.locator("main > p.meta").inner_text()
    page.locator("input[name=when][value=now]").check()
    neighbours.submit(page)
    assert page.locator("main > p.meta").inner_text() == note
    neighbours.choose_quartier(page)
    neighbours.submit(page)
    page.locator("input[name=for][value=me]").check()
    neighbours.submit(page)
    neighbours.submit(page)
    page.locator("#firstName").fill("Jeanne")
    page.locator("#email").fill(town.email("jeanne"))
    neighbours.submit(page)
    page.locator("input[name=notice]").check()
    town.inbox.forget()
    neighbours.submit(page)
    helper.goto(town.mail("karim").link("/reponse/"))
    assert_sound(helper)
    follow(helper.locator("button[value=yes]"))
    page.reload()
    assert page.locator("main a[href*='/conversation']").count() > 0
    assert_sound(page)


@pytest.mark.parametrize("any_page", ("without-scripts", "english"), indirect=True)
def test_helping_with_a_need_that_one_has_read(any_page, new_context, town, assert_sound):
    helper, asker = any_page, new_context().new_page()
    town.become_helper(new_context().new_page(), "karim")
    _, tracking = town.ask(asker, "jeanne")
    helper.goto(town.at("/demandes"))
    assert_sound(helper)
    follow(helper.locator("main .card-title a"))
    assert_sound(helper)
    assert "Durand" not in helper.content() and "rue des Lilas" not in helper.content()
    follow(helper.locator("main a.button.large"))
    # Whoever is not signed in is asked to, and comes back to where they were.
    helper.locator("#email").fill(town.email("karim"))
    town.inbox.forget()
    neighbours.submit(helper)
    helper.goto(town.mail("karim").link("/connexion"))
    neighbours.submit(helper)
    assert helper.url.endswith("/aide")
    assert_sound(helper)
    neighbours.submit(helper)
    assert "/conversations/" in helper.url
    assert_sound(helper)
    asker.goto(tracking)
    assert "Karim" in asker.locator("main").inner_text()
    # The next one is thanked.
    helper.goto(town.at("/demandes"))
    assert helper.locator("main .card").count() == 0
