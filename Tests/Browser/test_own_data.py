"""What the town knows of somebody: read, taken away, erased."""
import json

from support.looks import screenshot
from support.people import follow


def test_one_reads_and_takes_away_what_is_known(page, new_context, town, assert_sound):
    town.ask(new_context().new_page(), "lea")
    town.become_helper(page, "lea")
    page.goto(town.at("/mon-compte"))
    follow(page.locator("a[href$='/mon-compte/donnees']"))
    assert_sound(page)
    follow(page.locator("main form [type=submit]").first)
    assert_sound(page)
    screenshot(page, "own-data")
    text = page.locator("main").inner_text()
    assert town.email("lea") in text and "⟦" not in text and "export." not in text
    page.goto(town.at("/mon-compte/donnees"))
    with page.expect_download() as download:
        page.locator("main form [type=submit]").nth(1).click()
    file = json.loads(download.value.path().read_text())
    assert town.email("lea") in json.dumps(file["chapters"]["account"])
    assert any(line["action"] == "exported" for line in file["chapters"]["accesses"])


def test_one_leaves_and_nothing_is_left_to_sign_in_to(phone_page, town, assert_sound):
    page = phone_page
    town.become_helper(page, "lea")
    page.goto(town.at("/mon-compte/effacement"))
    assert_sound(page)
    screenshot(page, "erasure-320")
    follow(page.locator("main form [type=submit]").last)
    assert page.locator(".error-summary").count() == 1, "one press too many erases nobody"
    page.locator("input[name=sure]").check()
    follow(page.locator("main form [type=submit]").last)
    assert_sound(page)
    assert page.url.endswith("/compte-efface")
    page.goto(town.at("/mon-compte"))
    assert "/connexion" in page.url
    town.sign_in(page, "lea")
    assert "/bienvenue" in page.url, "nobody is known by that address any more"
