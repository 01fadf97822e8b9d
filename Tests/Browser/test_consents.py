"""All that somebody agreed to, word by word, in one place; and taken back there."""
from support.keyboard import press
from support.looks import screenshot
from support.people import follow


def test_the_charter_is_shown_as_it_was_agreed_to_and_taken_back(any_page, town, assert_sound):
    page = any_page
    town.become_helper(page, "lea")
    page.goto(town.at("/mon-compte"))
    follow(page.locator("a[href$='/mon-compte/consentements']"))
    assert_sound(page)
    boxes = page.locator("main section.box")
    assert boxes.count() == 2, "the notice and the charter"
    for words in page.locator("main details summary").all():
        words.click()
    assert_sound(page)
    screenshot(page, "consents")
    follow(page.locator("a[href$='/retrait']"))
    assert_sound(page)
    screenshot(page, "consent-withdrawal")
    follow(page.locator("main form [type=submit]"))
    assert_sound(page)
    assert page.locator(".notice.success").count() == 1
    assert page.locator("a[href$='/retrait']").count() == 0
    page.goto(town.at("/mon-compte/charte"))
    assert page.locator("input[name=charter]").count() == 1, "it may be agreed to anew"


def test_taking_back_with_the_keyboard_alone(page, town):
    town.become_helper(page, "lea")
    page.goto(town.at("/mon-compte/consentements"))
    press(page, "main a[href$='/retrait']")
    press(page, "main form [type=submit]")
    assert page.locator(".notice.success").count() == 1
