"""Who is ringing: found while it is typed, told from namesakes, and shown with what is open and who acts for them."""
import pytest
from playwright.sync_api import expect
from support.looks import screenshot
from support.people import follow
from support.world import TOWN, email
from test_desk import begin, choose, desk, finish  # noqa: F401: a fixture

def known_caller(page, desk, number, name):
    """Somebody of a name that nobody else has rings once; the site is all tests'."""
    begin(page, desk, number)
    choose(page, 1, "groceries", "Du pain")
    page.locator("[name=firstName]").fill("Zéphyrine")
    page.locator("[name=lastName]").fill(name)
    page.locator("[name=bornOn]").fill("14/03/1938")
    page.locator("[name=sharePhone][value=no]").check()
    finish(page)
    return page.locator(".reference").first.inner_text().strip()


@pytest.mark.parametrize("any_page, number, name, heard", (
    ("desktop", "02 61 91 77 21", "Lanthiez", "lantié"), ("phone", "02 61 91 77 22", "Quévrain", "kévrin"),
), indirect=["any_page"])
def test_by_the_sound_of_the_name_while_typing(any_page, number, name, heard, sign_in, desk, assert_sound):  # noqa: F811
    page = any_page
    sign_in(page, email("permanence"))
    reference = known_caller(page, desk, number, name)
    begin(page, desk)
    page.locator("[name=lastName]").fill(heard)
    page.locator("[name=firstName]").fill("zefirine")
    found = page.locator("#known")
    expect(found).to_contain_text(f"Zéphyrine {name}")
    assert "14/03/1938" in found.inner_text() and f"…{number[-2:]}" in found.inner_text()
    assert "02 61 91 77" not in found.inner_text().replace("\u00a0", " "), "not before it is known to be them"
    assert_sound(page)
    screenshot(page, "desk-found")
    follow(found.locator("button[name=caller]").first)
    assert page.locator("[name=phone]").input_value().replace(" ", "") == number.replace(" ", "")
    assert page.locator("[name=lastName]").input_value() == heard, "what was typed stays"
    panel = page.locator("#appelant")
    assert reference in panel.inner_text()
    assert_sound(page)
    screenshot(page, "desk-known")
    follow(panel.get_by_role("button", name="Ce n’est pas cette personne"))
    expect(page.locator("#known")).to_contain_text(name)


def test_without_a_script_by_the_number(page_without_scripts, sign_in, desk, assert_sound):  # noqa: F811
    page, number = page_without_scripts, "02 61 91 77 23"
    sign_in(page, email("permanence"))
    known_caller(page, desk, number, "Brousseau")
    begin(page, desk, number)
    choose(page, 1, page.locator("[name=category] option").last.get_attribute("value"))
    page.locator("[name=sharePhone][value=no]").check()
    finish(page)
    assert "dites si c’est la même" in page.locator("main").inner_text()
    assert_sound(page)
    follow(page.locator("#known button[name=caller]").first)
    assert page.locator("#appelant").is_visible()
    finish(page)
    assert page.url.endswith("/fin")


def test_nobody_is_found_for_who_does_not_answer_calls(page, sign_in, entraide):
    sign_in(page, email("habitant"))
    assert page.goto(entraide.town(TOWN, "/conciergerie")).status == 404
