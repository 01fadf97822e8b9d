"""The referent's day: counts first, a welcome in one tap, volunteers never asked, holidays handed to a colleague, the mail of the day."""
import datetime
import re

import pytest
from support import neighbours
from support.keyboard import press, reach
from support.looks import screenshot
from support.neighbours import submit
from support.people import follow

TEAM = {"nadia": ("Nadia", "fr-FR"), "omar": ("Omar", "en-GB")}


def appoint(admin, new_context, town, name, quartier, check=lambda page: None):
    """The administrator invites a referent from the list of quartiers that want one; the page of the new referent."""
    admin.goto(town.at("/administration/invitations"))
    check(admin)
    follow(admin.locator("section[aria-labelledby=quartiers] li", has_text=quartier).locator("a"))
    assert admin.locator("input[name=role][value=referent]").is_checked()
    admin.locator("#email").fill(town.email(name))
    submit(admin, "form[action$='/administration/invitations']")
    first_name, language = TEAM[name]
    page = new_context(locale=language).new_page()
    page.goto(town.mail(name).link("/invitation/"))
    page.locator("#firstName").fill(first_name)
    submit(page)
    assert page.url.endswith("/referent")
    return page


@pytest.fixture
def team(page, new_context, town_by_day, assert_sound):
    """Nadia for Les Lilas, Omar for La Fontaine, who reads English, and the administrator's page."""
    town_by_day.sign_in(page, "admin")
    nadia = appoint(page, new_context, town_by_day, "nadia", "Les Lilas", assert_sound)
    omar = appoint(page, new_context, town_by_day, "omar", "La Fontaine")
    return page, nadia, omar


def days(count):
    """Today and so many days later, as a date field has them."""
    shown = neighbours.shown_day()
    return shown.isoformat(), (shown + datetime.timedelta(days=count)).isoformat()


@pytest.mark.parametrize("any_page", ("without-scripts", "phone"), indirect=True)
def test_a_newcomer_is_welcomed_in_one_tap(any_page, new_context, town_by_day, team, assert_sound):
    town, referent = town_by_day, any_page
    town.arrive(new_context().new_page(), "karim")
    town.sign_in(referent, "nadia")
    referent.goto(town.at("/referent"))
    assert_sound(referent)
    counts = referent.locator(".counts a")
    assert [re.sub(r"\s+", " ", text).strip() for text in counts.all_inner_texts()] == ["1 personne à accueillir"]
    screenshot(referent, "referent-day")
    box = referent.locator(".counts").bounding_box()
    assert box["y"] + box["height"] <= referent.viewport_size["height"], "the counts are not on the first screen"
    counts.first.click()
    section = referent.locator("section[aria-labelledby=newcomers]")
    assert "Karim" in section.inner_text() and town.email("karim") not in referent.content()
    follow(section.locator("button"))
    assert referent.locator("[role=status]").count() == 1
    assert referent.locator(".counts").count() == 0 and referent.locator("section[aria-labelledby=newcomers]").count() == 0
    assert_sound(referent)
    screenshot(referent, "referent-day-done")
    # The colleague of another quartier had nobody to welcome.
    omar = team[2]
    omar.goto(town.at("/referent"))
    assert "Karim" not in omar.content()


@pytest.mark.parametrize("any_page", ("without-scripts", "phone"), indirect=True)
def test_a_quartier_is_handed_over_for_the_holidays(any_page, new_context, town_by_day, team, assert_sound):
    town, referent, (admin, _, omar) = town_by_day, any_page, team
    town.arrive(new_context().new_page(), "karim")
    town.sign_in(referent, "nadia")
    first, last = days(6)
    referent.goto(town.at("/referent/absences"))
    form = "form[action$='/referent/absences']"
    assert_sound(referent)
    submit(referent, form)
    assert referent.locator("#colleague-erreur").count() == 1 and referent.locator("#from-erreur").count() == 1
    assert_sound(referent)
    referent.locator("#colleague").select_option(label="Omar")
    referent.locator("#from").fill(first)
    referent.locator("#until").fill(last)
    submit(referent, form)
    assert "Omar" in referent.locator("section[aria-labelledby=absents]").inner_text()
    assert_sound(referent)
    screenshot(referent, "referent-away")

    told = town.mail("omar", "stand in")
    assert "Karim" not in told.text
    omar.goto(town.at("/referent"))
    assert "Karim" in omar.locator("section[aria-labelledby=newcomers]").inner_text()
    assert_sound(omar)
    for viewer in (omar, admin):
        viewer.goto(town.at("/referent/absences"))
        assert "Nadia" in viewer.locator("section[aria-labelledby=absents]").inner_text()
        assert "Les Lilas" in viewer.locator("section[aria-labelledby=absents]").inner_text()
        assert_sound(viewer)
    # Who stands in does not leave, until they say that they cannot.
    omar.locator("#colleague").select_option(index=1)
    omar.locator("#from").fill(last)
    omar.locator("#until").fill(last)
    submit(omar, form)
    assert omar.locator("#from-erreur").count() == 1
    assert_sound(omar)
    follow(omar.locator("section[aria-labelledby=absents] button"))
    omar.goto(town.at("/referent"))
    assert "Karim" not in omar.content()
    assert town.mail("nadia", "ne peut pas")

    referent.goto(town.at("/referent/absences"))
    follow(referent.locator("section[aria-labelledby=absents] button"))
    assert referent.locator("section[aria-labelledby=absents] li").count() == 0
    assert_sound(referent)


def test_the_mail_counts_and_a_volunteer_is_told_news_by_keyboard(new_context, phone_page, town_by_day, team, assert_sound):
    town, referent = town_by_day, phone_page
    town.become_helper(new_context().new_page(), "karim")
    later = neighbours.days_to_work(15)
    town.site.stop()
    town.site.serving = neighbours.by_day(later)
    town.site.start()
    mail = town.mail("nadia", "à faire aujourd")
    for word in ("Karim", "Lilas", "courses", "Nadia"):
        assert word not in mail.subject + mail.text + mail.html, word
    town.sign_in(referent, "nadia")
    referent.goto(mail.link("/referent"))
    assert_sound(referent)
    section = "section[aria-labelledby=neverAsked]"
    assert "Karim" in referent.locator(section).inner_text()
    assert town.email("karim") not in referent.content()
    screenshot(referent, "referent-day-never-asked")
    press(referent, f"{section} button")
    assert referent.locator(section).count() == 0
    # Enough mails.
    press(referent, "form[action$='/referent/courriel/fin'] button")
    assert referent.locator("form[action$='/referent/courriel'] button").count() == 1
    assert_sound(referent)
    press(referent, "form[action$='/referent/courriel'] button")
    assert referent.locator("form[action$='/referent/courriel/fin'] button").count() == 1


def test_an_absence_is_said_by_keyboard_in_english(town_by_day, team, assert_sound):
    town, referent = town_by_day, team[2]
    first, last = days(6)
    referent.goto(town.at("/referent/absences"))
    reach(referent, "#colleague")
    referent.keyboard.press("ArrowDown")
    for name, day in (("from", first), ("until", last)):
        reach(referent, f"#{name}")
        referent.locator(f"#{name}").fill(day)
    press(referent, "form[action$='/referent/absences'] [type=submit]")
    assert "stands in" in referent.locator("section[aria-labelledby=absents]").inner_text()
    assert_sound(referent)
