"""The reserve under a moved clock: a question after a month of silence, an offer that rests, a helper who is welcomed back."""
import pytest
from support import neighbours
from support.looks import screenshot
from support.people import follow
from test_offers import listed, offer_shopping


def move_on(town, days):
    """The same site, so many days later."""
    town.site.stop()
    town.site.serving = neighbours.by_day(days)
    town.site.start()


@pytest.mark.parametrize("any_page", ("without-scripts", "phone"), indirect=True)
def test_a_quiet_helper_is_asked_and_their_offer_rests(any_page, new_context, town_by_day, assert_sound):
    town, page, passerby = town_by_day, any_page, new_context().new_page()
    helper = new_context().new_page()
    town.become_helper(helper, "karim")
    offer_shopping(helper, town)
    assert listed(passerby, town) == 1
    town.inbox.forget()
    move_on(town, 34)
    page.goto(town.mail("karim", seconds=60).link("/disponibilite/"))
    assert_sound(page)
    screenshot(page, "still-available")
    assert page.locator("button[name=answer]").count() == 3
    follow(page.locator("button[value=yes]"))
    assert_sound(page)
    assert "toujours là" in page.locator("h1").inner_text()
    assert listed(passerby, town) == 0
    follow(page.locator("main p.actions a"))
    town.sign_in(page, "karim")
    page.goto(town.at("/mon-compte/propositions"))
    assert_sound(page)
    screenshot(page, "offer-in-reserve")
    assert page.locator(".badge.off").inner_text() == "En réserve"
    follow(page.locator("form[action$='/pause/fin'] button"))
    assert_sound(page)
    assert listed(passerby, town) == 1


def test_pausing_and_stopping_by_the_link(phone_page, new_context, town_by_day, assert_sound):
    town, page = town_by_day, phone_page
    town.become_helper(new_context().new_page(), "karim")
    town.inbox.forget()
    move_on(town, 34)
    link = town.mail("karim", seconds=60).link("/disponibilite/")
    page.goto(link)
    follow(page.locator("button[value=pause]"))
    assert_sound(page)
    assert "reposez-vous" in page.locator("h1").inner_text()
    follow(page.locator("button[value=yes]"))
    assert_sound(page)
    page.goto(link)
    assert page.locator("button[value=stop]").count() == 0
