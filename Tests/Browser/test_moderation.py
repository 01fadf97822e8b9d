"""From a refusal to an appeal that somebody else overturns; with the keyboard, without scripts, on a small screen."""
import pytest
from support.looks import screenshot
from support.people import follow


def decide(page, town, choice, **words):
    page.goto(town.at("/moderation"))
    page.locator(f"input[name=decision][value={choice}]").check()
    for name, text in words.items():
        page.locator(f"[name={name}]").last.fill(text) if name != "reason" else page.locator("[name=reason]").select_option(text)
    follow(page.locator("main form [type=submit]").first)


def staff(new_context, town, admin, name, role):
    """Somebody invited to a role, who said yes."""
    admin.goto(town.at("/administration/invitations"))
    admin.locator("input[type=email]").fill(town.email(name))
    admin.locator(f"input[name=role][value={role}]").check()
    follow(admin.locator("main form [type=submit]").last)
    page = new_context().new_page()
    page.goto(town.mail(name).link("/invitation/"))
    page.locator("#firstName").fill(name.title())
    age = page.locator("input[name=age]")
    if age.count():
        age.check()
    follow(page.locator("main form [type=submit]").first)
    return page


@pytest.fixture
def team(new_context, town):
    admin = new_context().new_page()
    town.sign_in(admin, "admin")
    return admin, staff(new_context, town, admin, "mona", "moderator"), staff(new_context, town, admin, "max", "moderator")


def test_a_refusal_is_appealed_from_and_overturned_by_somebody_else(phone_page, town, team, assert_sound):
    _, mona, other = team
    _, tracking = town.ask(phone_page, "jeanne")
    mona.goto(town.at("/moderation"))
    assert_sound(mona)
    screenshot(mona, "moderation-text")
    decide(mona, town, "refuse", reason="unclear", words="Dites ce qu’il faut acheter")
    refused = town.mail("jeanne", "texte")
    assert "Dites ce qu’il faut acheter" in refused.text
    phone_page.goto(refused.link("/recours"))
    assert_sound(phone_page)
    screenshot(phone_page, "appeal-320")
    follow(phone_page.locator("main form [type=submit]"))
    assert phone_page.locator(".error-summary").count() == 1, "without a word there is nothing to read"
    phone_page.locator("textarea[name=words]").fill("Du pain et du lait, c’est écrit")
    follow(phone_page.locator("main form [type=submit]"))
    assert_sound(phone_page)
    # Nobody judges their own decision.
    mona.goto(town.at("/moderation"))
    assert "c’est écrit" not in mona.content()
    other.goto(town.at("/moderation"))
    assert_sound(other)
    screenshot(other, "moderation-appeal")
    assert "c’est écrit" in other.content() and "Durand" not in other.content()
    other.locator("input[name=result][value=overturned]").check()
    other.locator("textarea[name=words]").fill("Votre texte est clair")
    follow(other.locator("main form [type=submit]").first)
    assert "Votre texte est clair" in town.mail("jeanne", "texte").text
    phone_page.goto(town.at("/demandes"))
    assert "Du pain et du lait" in phone_page.locator("main").inner_text()


def test_an_amendment_is_shown_word_by_word(page_without_scripts, town, team, assert_sound):
    _, mona, _ = team
    _, tracking = town.ask(page_without_scripts, "jeanne")
    decide(mona, town, "amend", text="Du pain et du beurre, s’il vous plaît")
    amended = town.mail("jeanne", "texte")
    assert "beurre" in amended.text
    page_without_scripts.goto(tracking)
    assert_sound(page_without_scripts)
    screenshot(page_without_scripts, "amended")
    assert "lait" in page_without_scripts.locator("del").first.inner_text()
    assert "beurre" in page_without_scripts.locator("ins").first.inner_text()


def test_one_decision_with_the_keyboard_alone(page, town, team, assert_sound):
    _, mona, _ = team
    town.ask(page, "jeanne")
    mona.goto(town.at("/moderation"))
    for _ in range(60):
        mona.keyboard.press("Tab")
        if mona.evaluate("document.activeElement.name") == "decision":
            break
    mona.keyboard.press("Space")
    with mona.expect_navigation():
        mona.keyboard.press("Enter")
    assert mona.locator(".notice.success").count() == 1
    page.goto(town.at("/demandes"))
    assert "Du pain et du lait" in page.locator("main").inner_text()
