"""A request as it is written, followed, changed and taken back: nothing that was typed is lost."""
import datetime

import pytest
from support import neighbours
from support.looks import screenshot
from support.neighbours import submit
from support.people import follow

TOO_LONG = "Il faudrait. " * 100


def refused(page, name, check):
    """The step again, with a sentence beside the field and the field's name in the list on top."""
    submit(page)
    assert page.locator(f"#{name}-erreur").count() == 1, page.url
    assert page.locator(f".error-summary a[href='#{name}']").count() == 1
    check(page)


def value(page, name):
    return page.locator(f"[name={name}]").input_value()


@pytest.mark.parametrize("any_page", ("desktop", "without-scripts", "phone"), indirect=True)
def test_what_was_typed_stays_at_each_of_the_seven_steps(any_page, town, assert_sound):
    page = any_page
    page.goto(town.at("/demandes/nouvelle"))
    refused(page, "category", assert_sound)
    page.locator("input[value=groceries]").check()
    submit(page)
    page.locator("input[name=when][value=date]").check()
    page.locator("[name=date]").fill("2020-01-01")
    refused(page, "date", assert_sound)
    assert value(page, "date") == "2020-01-01"
    page.locator("input[name=when][value=every]").check()
    page.locator("[name=rhythm]").select_option(index=2)
    submit(page)
    page.locator("[name=place]").fill("12 rue des Lilas")
    refused(page, "neighbourhood", assert_sound)
    assert value(page, "place") == "12 rue des Lilas"
    neighbours.choose_quartier(page)
    submit(page)
    page.locator("input[name=for][value=other]").check()
    page.locator("#otherFirstName").fill("Paulette")
    page.locator("#otherPhone").fill("douze")
    refused(page, "otherPhone", assert_sound)
    assert (value(page, "otherFirstName"), value(page, "otherPhone")) == ("Paulette", "douze")
    page.locator("input[name=for][value=me]").check()
    submit(page)
    page.locator("#details").evaluate("area => area.removeAttribute('maxlength')")
    page.locator("#details").fill(TOO_LONG)
    refused(page, "details", assert_sound)
    assert value(page, "details").strip() == TOO_LONG.strip()
    page.locator("#details").fill("Du pain")
    submit(page)
    page.locator("#firstName").fill("Jeanne")
    page.locator("#email").fill("jeanne chez exemple")
    refused(page, "email", assert_sound)
    assert (value(page, "firstName"), value(page, "email")) == ("Jeanne", "jeanne chez exemple")
    page.locator("#email").fill(town.email("jeanne"))
    submit(page)
    refused(page, "notice", assert_sound)
    go_back_to_the_first_step(page)
    page.goto(town.at("/demandes/nouvelle/verification"))
    summary = page.locator(".summary").inner_text()
    for answer in ("12 rue des Lilas", "Du pain", "Jeanne", town.email("jeanne")):
        assert answer in summary
    page.locator("input[name=notice]").check()
    submit(page)
    assert "/suivi/" in page.url


def go_back_to_the_first_step(page):
    """By the page's own link, step after step: each answer is where it was."""
    kept = {"vous-joindre": ("firstName", "Jeanne"), "precisions": ("details", "Du pain"), "ou": ("place", "12 rue des Lilas")}
    for _ in range(6):
        follow(page.locator("a.back"))
        step = page.url.rpartition("/")[2].partition("?")[0]
        if step in kept:
            assert value(page, kept[step][0]) == kept[step][1]
    assert page.locator("input[value=groceries]").is_checked()


@pytest.mark.parametrize("any_page", ("without-scripts", "english"), indirect=True)
def test_a_request_is_changed_and_taken_back(any_page, town, assert_sound):
    page = any_page
    _, tracking = town.ask(page, "jeanne")
    follow(page.locator("a[href$='/changement']"))
    assert value(page, "details") == "Du pain et du lait, s’il vous plaît"
    assert_sound(page)
    page.locator("input[name=when][value=date]").check()
    page.locator("[name=date]").fill("2020-01-01")
    page.locator("#details").fill("Du pain seulement")
    refused(page, "date", assert_sound)
    assert (value(page, "date"), value(page, "details")) == ("2020-01-01", "Du pain seulement")
    page.locator("[name=date]").fill((datetime.date.today() + datetime.timedelta(days=5)).isoformat())
    submit(page)
    assert page.locator(".notice.success").count() == 1
    assert_sound(page)
    page.locator("main details summary").first.click()
    assert "Du pain seulement" in page.locator("main").inner_text()

    follow(page.locator("a[href$='/annulation']"))
    assert_sound(page)
    page.locator("input[name=reason]").first.check()
    submit(page)
    assert_sound(page)
    screenshot(page, "taken-back")
    assert page.locator("a[href$='/changement']").count() == 0
    page.goto(f"{tracking}/changement")
    assert page.url == tracking


@pytest.mark.parametrize("when", ("date", "every"))
def test_for_a_day_or_for_every_week(phone_page, town, when, assert_sound):
    page = phone_page
    day = datetime.date.today() + datetime.timedelta(days=9)
    town.ask(page, "jeanne", when={"when": when, "date": day.isoformat(), "rhythm": "weekly"})
    page.locator("main details summary").first.click()
    shown = page.locator("main .summary").inner_text()
    assert (str(day.day) if when == "date" else "semaine") in shown
    assert_sound(page)
