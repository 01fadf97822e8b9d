"""What a helper may answer to an ask, what comes of a promise, and what is done when nobody came: every answer, by every kind of browser."""
import datetime

import pytest
from support import keyboard, neighbours
from support.looks import screenshot
from support.people import follow


@pytest.fixture
def asked(new_context, town_by_day):
    """Karim was asked to shop for Jeanne: the town, the address of her tracking page, the link in his mail."""
    town = town_by_day
    town.become_helper(new_context().new_page(), "karim")
    town.inbox.forget()
    _, tracking = town.ask(new_context().new_page(), "jeanne")
    return town, tracking, town.mail("karim").link("/reponse/")


def day(ahead):
    return (neighbours.shown_day() + datetime.timedelta(days=ahead)).isoformat()


def test_a_no_may_become_a_yes(any_page, asked, assert_sound):
    _, tracking, link = asked
    any_page.goto(link)
    follow(any_page.locator("button[value=no]"))
    assert_sound(any_page)
    screenshot(any_page, "answered-no")
    follow(any_page.locator("button[value=yes]"))
    assert_sound(any_page)
    any_page.goto(tracking)
    assert "Karim" in any_page.locator("h1").inner_text()


def test_never_this_kind_is_told_and_undone(any_page, asked, assert_sound):
    town, _, link = asked
    helper = any_page
    helper.goto(link)
    assert_sound(helper)
    screenshot(helper, "five-answers")
    town.inbox.forget()
    follow(helper.locator("button[value=never]"))
    assert_sound(helper)
    screenshot(helper, "never")
    assert helper.locator("a[href$='/disponibilites#refusees']").count() == 1
    told = town.mail("karim", "ne serez plus")
    town.sign_in(helper, "karim")
    helper.goto(told.link("/mon-compte/disponibilites"))
    assert_sound(helper)
    assert not helper.locator("input[name=categories][value=groceries]").is_checked()
    follow(helper.locator("form[action$='/disponibilites/types'] [type=submit]"))
    assert_sound(helper)
    assert helper.locator("#refusees").count() == 0
    assert helper.locator("input[name=categories][value=groceries]").is_checked()


def test_not_now_rests(phone_page, asked, assert_sound):
    _, _, link = asked
    phone_page.goto(link)
    follow(phone_page.locator("button[value=later]"))
    assert_sound(phone_page)
    assert phone_page.locator("button[value=yes]").count() == 1


def test_another_time_is_proposed_and_accepted(any_page, new_context, asked, assert_sound):
    town, tracking, link = asked
    helper, asker = any_page, new_context().new_page()
    helper.goto(link)
    follow(helper.locator("a[href$='/autre-moment']"))
    assert_sound(helper)
    helper.locator("#firstDay").fill(day(2))
    follow(helper.locator("main form [type=submit]"))
    assert_sound(helper)
    assert helper.locator(".error-summary a[href='#firstHour']").count() == 1
    assert helper.locator("#firstDay").input_value() == day(2)
    helper.locator("#firstHour").select_option("14")
    helper.locator("#secondDay").fill(day(3))
    helper.locator("#secondHour").select_option("9")
    screenshot(helper, "another-time")
    town.inbox.forget()
    follow(helper.locator("main form [type=submit]"))
    assert_sound(helper)
    assert helper.locator("main .empty li").count() == 2

    told = town.mail("jeanne", "Un autre moment")
    assert "Karim" not in told.text
    asker.goto(told.link("/suivi/"))
    assert_sound(asker)
    screenshot(asker, "times-to-choose")
    assert asker.locator("form[action*='/moments/'] button").count() == 3
    town.inbox.forget()
    follow(asker.locator("button[name=choice][value=second]"))
    assert_sound(asker)
    assert "Karim" in asker.locator("h1").inner_text()
    assert asker.locator("form[action*='/moments/']").count() == 0
    town.mail("karim")
    helper.goto(link)
    assert_sound(helper)
    assert helper.locator("a[href*='/conversations/']").count() == 1


def test_another_time_is_declined_at_320_pixels(phone_page, new_context, asked, assert_sound):
    town, tracking, link = asked
    helper = new_context().new_page()
    helper.goto(link.partition("?")[0] + "/autre-moment")
    helper.locator("#firstDay").fill(day(2))
    helper.locator("#firstHour").select_option("18")
    follow(helper.locator("main form [type=submit]"))
    phone_page.goto(tracking)
    assert_sound(phone_page)
    screenshot(phone_page, "time-to-choose-320")
    follow(phone_page.locator("button[name=choice][value=neither]"))
    assert_sound(phone_page)
    assert phone_page.locator("form[action*='/moments/']").count() == 0
    helper.goto(link)
    assert_sound(helper)
    assert helper.locator("button[value=yes]").count() == 1


def test_times_by_keyboard_alone(page, new_context, asked):
    town, tracking, link = asked
    page.goto(link.partition("?")[0])
    keyboard.press(page, "a[href$='/autre-moment']")
    keyboard.reach(page, "#firstDay")
    page.locator("#firstDay").fill(day(2))
    keyboard.reach(page, "#firstHour")
    page.keyboard.type("14")
    keyboard.press(page, "main form [type=submit]")
    asker = new_context().new_page()
    asker.goto(tracking)
    keyboard.press(asker, "button[name=choice][value=first]")
    assert "Karim" in asker.locator("h1").inner_text()


@pytest.fixture
def promised(new_context, town_by_day):
    """Karim promised to shop in three days; it is the day before now."""
    town = town_by_day
    town.become_helper(new_context().new_page(), "karim")
    town.inbox.forget()
    _, tracking = town.ask(new_context().new_page(), "jeanne", when={"when": "date", "date": day(3)})
    helper = new_context().new_page()
    helper.goto(town.mail("karim").link("/reponse/"))
    follow(helper.locator("button[value=yes]"))
    town.mail("jeanne")
    town.site.stop()
    town.inbox.forget()
    town.site.serving = neighbours.by_day(2)
    town.site.start()
    return town, tracking, town.mail("karim", "Demain", 60)


def test_the_helper_says_that_they_will_be_there(any_page, new_context, promised, assert_sound):
    town, tracking, reminder = promised
    any_page.goto(reminder.link("/rendez-vous/"))
    assert_sound(any_page)
    screenshot(any_page, "reminder")
    follow(any_page.locator("button[value=yes]"))
    assert_sound(any_page)
    assert "Karim" in town.mail("jeanne", "confirmé").text
    asker = new_context().new_page()
    asker.goto(tracking)
    assert_sound(asker)
    assert "a confirmé sa venue" in asker.locator("main").inner_text()


def test_i_cannot_alarms_the_owner(phone_page, new_context, promised, assert_sound):
    town, tracking, reminder = promised
    phone_page.goto(reminder.link("/rendez-vous/"))
    town.inbox.forget()
    keyboard.press(phone_page, "button[value=cannot]")
    assert_sound(phone_page)
    screenshot(phone_page, "cannot-320")
    town.mail("jeanne")
    admin = new_context().new_page()
    alarm = town.mail("admin", "Urgent")
    town.sign_in(admin, "admin")
    admin.goto(town.at("/referent"))
    assert_sound(admin)
    screenshot(admin, "alarm")
    assert admin.locator("main section h2").first.get_attribute("id") == "alarms"
    admin.goto(alarm.link("/referent/demandes/"))
    assert_sound(admin)
    follow(admin.locator("form[action$='/alerte'] [type=submit]"))
    assert_sound(admin)
    admin.goto(town.at("/referent"))
    assert admin.locator("#alarms").count() == 0


def test_nobody_came_and_both_sides_are_heard(any_page, new_context, asked, assert_sound):
    town, tracking, link = asked
    asker, helper, admin = any_page, new_context().new_page(), new_context().new_page()
    helper.goto(link)
    follow(helper.locator("button[value=yes]"))
    asker.goto(f"{tracking}/suite")
    assert_sound(asker)
    asker.locator("#words").fill("J’ai attendu <b>tout</b> l’après-midi.")
    screenshot(asker, "nobody-came")
    follow(asker.locator("button[value='not_helped.nobody_came']"))
    assert_sound(asker)

    town.sign_in(admin, "admin")
    admin.goto(town.at("/referent"))
    assert_sound(admin)
    follow(admin.locator("section[aria-labelledby=noShows] .actions a").first)
    assert_sound(admin)
    town.inbox.forget()
    follow(admin.locator("form[action$='/rendez-vous-manque'] [type=submit]"))
    assert_sound(admin)
    screenshot(admin, "no-show")

    letter = town.mail("karim", "Que s’est-il passé")
    assert "attendu" not in letter.text
    helper.goto(letter.link("/rendez-vous-manque/"))
    assert_sound(helper)
    helper.locator("#words").fill("")
    follow(helper.locator("main form [type=submit]"))
    assert_sound(helper)
    helper.locator("#words").fill("Mon train était en retard.")
    follow(helper.locator("main form [type=submit]"))
    assert_sound(helper)
    screenshot(helper, "no-show-helper")

    admin.reload()
    assert "Mon train" in admin.locator("main").inner_text() and "tout" in admin.locator("main").inner_text()
    town.inbox.forget()
    follow(admin.locator("form[action$='/decision']:has([value=keep]) [type=submit]"))
    assert_sound(admin)
    town.mail("karim", "rendez-vous manqué")
    helper.goto(letter.link("/rendez-vous-manque/"))
    assert_sound(helper)
