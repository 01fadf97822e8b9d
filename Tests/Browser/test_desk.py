"""The phone desk: one screen for one call, with scripts and without, through a lost network, and from one operator to the next."""
import pytest
from playwright.sync_api import expect
from support.looks import screenshot
from support.people import follow
from support.world import TOWN, email


@pytest.fixture
def desk(entraide):
    return lambda path="": entraide.town(TOWN, f"/conciergerie{path}")


def begin(page, desk, number=""):
    page.goto(desk())
    page.locator("[name=numero]").fill(number)
    follow(page.locator("form[action$='/conciergerie/appels'] [type=submit]"))


def choose(page, need, category, details=""):
    suffix = "" if need == 1 else f"-{need}"
    page.locator(f"[name='category{suffix}']").select_option(category)
    page.locator(f"[name='details{suffix}']").fill(details)


def finish(page):
    page.locator("[name=notice]").check()
    follow(page.get_by_role("button", name="Enregistrer la demande"))


@pytest.mark.parametrize("any_page", ("desktop", "phone", "without-scripts"), indirect=True)
def test_three_needs_in_one_call(any_page, sign_in, desk, assert_sound):
    page = any_page
    sign_in(page, email("permanence"))
    page.goto(desk())
    assert_sound(page)
    begin(page, desk)
    assert_sound(page)
    screenshot(page, "desk-call")
    choose(page, 1, "groceries", "Du pain et du lait")
    for need, category in ((2, "medicine"), (3, "dogs")):
        more = page.locator("[data-more]")
        if page.evaluate("() => document.documentElement.classList.contains('js')") is True:
            more.click()
            expect(page.locator(f"[name='category-{need}']")).to_be_focused()
        else:
            follow(more)
        page.locator(f"#besoin-{need} select").first.wait_for()
        options = page.locator(f"[name='category-{need}'] option").evaluate_all("all => all.map(one => one.value)")
        choose(page, need, category if category in options else options[need])
    page.locator("[name='criterion-over_70']").check()
    # No number and no name.
    finish(page)
    assert page.url.endswith("/fin")
    assert page.locator(".reference").count() == 3
    assert "ne pouvons pas vous rappeler" in page.locator("main").inner_text()
    assert_sound(page)
    screenshot(page, "desk-end")
    page.goto(desk())
    assert page.locator("table a[href*='reference=']").count() >= 3
    assert_sound(page)
    screenshot(page, "desk")


def test_a_lost_network_loses_nothing(page, sign_in, desk, entraide):
    sign_in(page, email("permanence"))
    begin(page, desk, "02 61 91 77 01")
    status = page.locator("#enregistre")
    choose(page, 1, "groceries", "Du pain")
    expect(status).to_contain_text("Enregistré à")
    page.route("**/brouillon**", lambda route: route.abort())
    page.locator("[name=firstName]").fill("Odette")
    expect(status).to_contain_text("Connexion perdue")
    page.locator("[data-more]").click()
    page.locator("[name=details-2]").fill("Promener le chien")
    expect(status).to_contain_text("Connexion perdue")
    page.unroute("**/brouillon**")
    expect(status).to_contain_text("Enregistré à", timeout=15_000)
    page.reload()
    assert page.locator("[name=firstName]").input_value() == "Odette"
    assert page.locator("[name=details-2]").input_value() == "Promener le chien"


def test_a_second_tab_is_told_and_a_second_operator_goes_on(page, new_context, sign_in, desk, assert_sound):
    sign_in(page, email("permanence"))
    begin(page, desk, "02 61 91 77 02")
    call = page.url
    second = page.context.new_page()
    second.goto(call)
    page.locator("[name=details]").fill("Du pain")
    expect(page.locator("#enregistre")).to_contain_text("Enregistré à")
    second.locator("[name=details]").fill("Du lait")
    expect(second.locator("#etat")).to_contain_text("enregistré ailleurs")
    assert_sound(second)
    screenshot(second, "desk-overtaken")
    follow(second.locator("[data-keep]"))
    assert second.locator("[name=details]").input_value() == "Du lait"

    other = new_context().new_page()
    sign_in(other, email("admin"))
    other.goto(call)
    assert "Du lait" not in other.content() and other.locator("form[action$='/reprise']").count() == 0
    assert_sound(other)
    follow(second.get_by_role("button", name="Garder pour plus tard"))
    other.goto(desk())
    follow(other.locator("li", has=other.locator(f"form[action$='{call.rpartition('/')[2]}/reprise']")).locator("button"))
    assert other.locator("[name=details]").input_value() == "Du lait"
    # Whoever had it before is told, and nothing of theirs is taken for saved.
    second.goto(call)
    assert second.locator("form[data-draft]").count() == 0


def test_what_was_asked_for_already_is_shown_while_typing(page, page_without_scripts, sign_in, desk, assert_sound):
    number = "02 61 91 77 03"
    for one, named in ((page, "desktop"), (page_without_scripts, "plain")):
        sign_in(one, email("permanence"))
    begin(page, desk, number)
    choose(page, 1, "groceries")
    page.locator("[name=sharePhone][value=no]").check()
    finish(page)
    reference = page.locator(".reference").first.inner_text().strip()

    begin(page, desk, number)
    choose(page, 1, "groceries")
    expect(page.locator("#etat")).to_contain_text(reference)
    assert_sound(page)
    screenshot(page, "desk-repetition")
    follow(page.locator("button[name=same]").first)
    assert page.url.endswith("/fin") and reference in page.locator("main").inner_text()

    plain = page_without_scripts
    begin(plain, desk, number)
    choose(plain, 1, "groceries")
    plain.locator("[name=sharePhone][value=no]").check()
    follow(plain.locator("button[name=caller][value=new]"))
    finish(plain)
    assert reference in plain.locator("#etat").inner_text()
    assert_sound(plain)
    follow(plain.locator("button[name=other]").first)
    finish(plain)
    assert plain.url.endswith("/fin") and reference not in plain.locator("main").inner_text()
