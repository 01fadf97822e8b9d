"""Whoever wants nothing more to do with somebody is never brought together with them again, and the other is not told."""
from support.looks import screenshot
from support.people import follow


def test_an_asker_without_an_account_blocks_and_the_helper_is_not_told(phone_page, new_context, town_by_day, assert_sound):
    town, asker = town_by_day, phone_page
    karim = new_context().new_page()
    town.become_helper(karim, "karim")
    _, tracking = town.ask(asker, "jeanne")
    stranger = new_context().new_page()
    stranger.goto(town.mail("karim", "").link("/reponse/"))
    follow(stranger.locator("button[value=yes]"))
    asker.goto(tracking)
    follow(asker.locator("a[href$='/blocage']").first)
    assert_sound(asker)
    screenshot(asker, "block-320")
    town.inbox.forget()
    follow(asker.locator("main form [type=submit]"))
    assert_sound(asker)
    told = town.mail("karim")
    assert "bloqu" not in (told.text + told.html).lower() and "n’a plus besoin" not in told.text
    # What follows of hers is for others.
    town.ask(asker, "jeanne")
    karim.goto(town.at("/demandes"))
    follow(karim.locator("ul.cards a").first)
    assert_sound(karim)
    assert "bloqu" not in karim.locator("main").inner_text().lower()


def test_the_list_of_those_one_has_blocked_lets_go_of_them(page, new_context, town_by_day, assert_sound):
    town = town_by_day
    town.become_helper(page, "karim")
    asker = new_context().new_page()
    town.ask(asker, "jeanne")
    page.goto(town.mail("karim", "").link("/reponse/"))
    follow(page.locator("button[value=yes]"))
    page.goto(town.at("/conversations"))
    follow(page.locator("main a[href*='/conversations/']").first)
    follow(page.locator("a[href$='/blocage']"))
    assert_sound(page)
    follow(page.locator("main form [type=submit]"))
    assert page.url.endswith("/mon-compte/blocages")
    assert_sound(page)
    screenshot(page, "blocks")
    assert "Jeanne D." in page.locator("main").inner_text()
    follow(page.locator("form[action$='/retrait'] [type=submit]"))
    assert page.locator("p.empty").count() == 1
