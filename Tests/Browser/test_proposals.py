"""A resident misses a kind of help; the town makes it, and answers."""
from support.looks import screenshot
from support.people import follow


def propose(page, town, label):
    page.goto(town.at("/categories/proposition"))
    page.locator("[name=label]").fill(label)
    follow(page.locator("main form [type=submit]").first)


def test_proposed_grouped_made_and_told(phone_page, new_context, town, assert_sound):
    town.become_helper(phone_page, "karim")
    phone_page.goto(town.at("/categories/proposition"))
    assert_sound(phone_page)
    screenshot(phone_page, "proposal-320")
    propose(phone_page, town, "")
    assert phone_page.locator(".error-summary").count() == 1
    propose(phone_page, town, "Réparer un vélo")
    assert phone_page.locator(".notice.success").count() == 1
    propose(phone_page, town, "Vélos à réparer")
    assert_sound(phone_page)
    admin = new_context(java_script_enabled=False).new_page()
    town.sign_in(admin, "admin")
    admin.goto(town.at("/administration/categories/propositions"))
    assert_sound(admin)
    screenshot(admin, "proposals")
    follow(admin.locator("dd.change a").first)
    assert_sound(admin)
    screenshot(admin, "proposal-answer")
    assert admin.locator("input[name=proposal]:checked").count() == 2
    admin.locator("input[name=answer][value=decline]").check()
    follow(admin.locator("main form [type=submit]").first)
    assert admin.locator(".error-summary").count() == 1, "a refusal has words"
    admin.locator("input[name=answer][value=adopt]").check()
    follow(admin.locator("main form [type=submit]").first)
    assert_sound(admin)
    told = town.mail("karim", "type d’aide")
    assert "Réparer un vélo" in told.text
    phone_page.goto(told.link("/categories/proposition"))
    assert_sound(phone_page)
    assert "Acceptée" in phone_page.locator("main").inner_text()
    phone_page.goto(town.at("/propositions/nouvelle"))
    assert "Réparer un vélo" in phone_page.locator("main").inner_text()


def test_what_is_there_is_said_first(page, town, assert_sound):
    town.become_helper(page, "karim")
    page.goto(town.at("/propositions/nouvelle"))
    label = page.locator(".tile label").first.inner_text().split("\n")[0]
    propose(page, town, label)
    assert_sound(page)
    assert page.locator("button[name=sure]").count() == 1
    assert label in page.locator(".notice.info").inner_text()
