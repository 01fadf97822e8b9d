"""Words about money or with a number in them: explained before they are sent, held when one insists, read by a moderator."""
import pytest
from support.looks import screenshot
from support.people import follow

PRICE = "Je donne 15 € de l’heure pour mes courses"


@pytest.fixture
def moderator(new_context, town):
    page = new_context().new_page()
    town.sign_in(page, "admin")
    return page


def test_a_price_is_explained_and_the_text_changed(page_without_scripts, town, moderator, assert_sound):
    page = page_without_scripts

    def reread(page):
        assert_sound(page)
        screenshot(page, "guard")
        words = page.locator("main").inner_text()
        assert "15 €" in words and "l’aide est gratuite" in words and "ticket" in words
        assert page.locator("[name=details]").input_value() == PRICE, "nothing typed is lost"
        page.locator("[name=details]").fill("Des courses, je rembourse sur le ticket")
        follow(page.locator("main form [type=submit]").first)

    town.ask(page, "jeanne", details=PRICE, reread=reread)
    moderator.goto(town.at("/moderation"))
    assert "15 €" not in moderator.content()


def test_what_one_insists_on_is_read_first(phone_page, town, moderator, assert_sound):
    def insist(page):
        assert_sound(page)
        screenshot(page, "guard-320")
        follow(page.locator("button[name=sure]"))

    _, tracking = town.ask(phone_page, "jeanne", details=PRICE, reread=insist)
    phone_page.goto(town.at("/demandes"))
    assert "15 €" not in phone_page.content()
    moderator.goto(town.at("/moderation"))
    assert_sound(moderator)
    words = moderator.locator("main").inner_text()
    assert PRICE in words and "argent" in words
    moderator.locator("input[name=decision][value=refuse]").check()
    moderator.locator("[name=reason]").select_option("paid")
    follow(moderator.locator("main form [type=submit]").first)
    assert "/recours" in town.mail("jeanne", "texte").link("/recours")


def test_the_keyboard_alone_insists(page, town, assert_sound):
    def insist(page):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "sure":
                break
        with page.expect_navigation():
            page.keyboard.press("Enter")

    town.ask(page, "jeanne", details="Appelez le 06 39 98 00 11", reread=insist)


def test_a_town_adds_words_of_its_own(page, town, moderator, assert_sound):
    moderator.goto(town.at("/administration/moderation"))
    moderator.locator("[name=guardPaid]").fill("roudoudou*")
    follow(moderator.locator("main form [type=submit]").first)
    assert_sound(moderator)
    seen = []

    def reread(page):
        seen.append(page.locator("main strong").first.inner_text())
        follow(page.locator("button[name=sure]"))

    town.ask(page, "jeanne", details="Je donne dix roudoudous", reread=reread)
    assert "roudoudou" in seen[0]
