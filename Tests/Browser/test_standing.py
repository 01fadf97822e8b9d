"""Recurring help: the two agree on a day, the helper cannot come once, and somebody else is looked for."""
import datetime

import pytest
from support import neighbours
from support.looks import screenshot
from support.people import follow


@pytest.mark.parametrize("any_page", ("without-scripts", "phone", "english"), indirect=True)
def test_a_weekly_errand_keeps_its_helper(any_page, new_context, town_by_day, assert_sound):
    town, asker, helper = town_by_day, any_page, new_context().new_page()
    town.become_helper(helper, "karim")
    town.inbox.forget()
    _, tracking = town.ask(asker, "jeanne", when={"when": "every", "rhythm": "weekly"})
    helper.goto(town.mail("karim").link("/reponse/"))
    follow(helper.locator("button[value=yes]"))
    asker.goto(tracking)
    assert asker.locator("section[aria-labelledby=regulier]").count() == 1
    assert_sound(asker)
    follow(asker.locator("a[href$='/premier-jour']"))
    assert_sound(asker)
    neighbours.submit(asker)
    assert asker.locator("#first-erreur").count() == 1
    assert_sound(asker)
    first = neighbours.shown_day() + datetime.timedelta(days=4)
    asker.locator("#first").fill(first.isoformat())
    neighbours.submit(asker)
    assert asker.url.endswith("/conversation#regulier")
    assert_sound(asker)

    helper.goto(town.at("/conversations"))
    follow(helper.locator("main a[href*='/conversations/']").first)
    assert_sound(helper)
    screenshot(helper, "standing-pair")
    town.inbox.forget()
    follow(helper.locator("form[action$='/absence'] button"))
    assert_sound(helper)
    cannot = helper.locator("form[action$='/absence'] input[name=day]")
    assert cannot.get_attribute("value") == (first + datetime.timedelta(days=7)).isoformat()
    screenshot(helper, "standing-pair-missed")
    asker.goto(town.mail("jeanne").link("/suivi/"))
    assert_sound(asker)
    asker.goto(tracking)
    assert "Karim" in asker.locator("section[aria-labelledby=regulier]").inner_text()
    assert_sound(asker)

    # Nobody has said yes for that day: the helper comes after all.
    town.inbox.forget()
    follow(helper.locator("form[action$='/absence/fin'] button"))
    assert_sound(helper)
    assert helper.locator("input[name=day]").get_attribute("value") == first.isoformat()
    assert helper.locator("form[action$='/absence/fin']").count() == 0
    asker.goto(town.mail("jeanne").link("/suivi/"))
    assert asker.locator("section[aria-labelledby=regulier]").count() == 1
    assert_sound(asker)
