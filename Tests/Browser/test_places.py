"""« Où ? »: an address that completes as one types, that is understood without scripts too, and that no list ever shows."""
import pytest
from support.addresses import ELSEWHERE, HERE, STREET, TYPED, distances, is_refused, show_near, suggestions, to_the_place, write
from support.looks import screenshot
from support.neighbours import submit
from support.people import follow
from support.world import METROPOLE, TOWN, email


def attribute(page, name):
    return page.locator("#address").get_attribute(name)


def test_an_address_is_chosen_by_keyboard(page, entraide, assert_sound):
    to_the_place(page, entraide, TOWN)
    assert_sound(page)
    assert (attribute(page, "role"), attribute(page, "aria-expanded")) == ("combobox", "false")
    options = suggestions(page, "#address", "12 rue past")
    assert attribute(page, "aria-expanded") == "true"
    assert page.locator(".completion [role=status]").inner_text() != ""
    assert_sound(page)
    screenshot(page, "place-suggestions")
    page.keyboard.press("ArrowDown")
    assert attribute(page, "aria-activedescendant") == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    assert_sound(page)
    page.keyboard.press("Escape")
    assert (attribute(page, "aria-expanded"), attribute(page, "aria-activedescendant")) == ("false", None)
    assert page.locator("#address").input_value() == "12 rue past"
    suggestions(page, "#address", "e")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#address").input_value() == HERE
    assert attribute(page, "aria-expanded") == "false"
    # The next Enter sends the form.
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.partition("?")[0].endswith("/pour-qui")


def test_an_address_is_chosen_by_touch(phone_page, entraide, assert_sound):
    page = phone_page
    to_the_place(page, entraide, TOWN)
    options = suggestions(page, "#address", "12 rue past")
    assert options.first.bounding_box()["height"] >= 44
    assert_sound(page)
    screenshot(page, "place-suggestions-phone")
    options.first.tap()
    assert page.locator("#address").input_value() == HERE
    submit(page, "main form[method=post]")
    assert page.url.partition("?")[0].endswith("/pour-qui")


def test_what_nothing_resembles_is_said(page, entraide):
    to_the_place(page, entraide, TOWN)
    page.locator("#address").press_sequentially("qsdfghjklm", delay=5)
    status = page.locator(".completion [role=status]")
    page.wait_for_function("status => status.textContent !== ''", arg=status.element_handle())
    assert not page.locator("#address-liste").is_visible()


@pytest.mark.parametrize("any_page", ("without-scripts", "english"), indirect=True)
def test_a_doubtful_address_is_chosen_from_a_list(any_page, entraide, assert_sound):
    page = any_page
    to_the_place(page, entraide, METROPOLE)
    write(page, "#address", TYPED)
    page.locator("[name=place]").fill("2e étage")
    submit(page, "main form[method=post]")
    is_refused(page)
    assert_sound(page)
    screenshot(page, "place-choices")
    choices = page.locator("input[name=addressChoice]")
    assert choices.count() >= 5
    page.locator(f"input[name=addressChoice][value='{HERE}']").check()
    submit(page, "main form[method=post]")
    assert page.url.partition("?")[0].endswith("/pour-qui")
    follow(page.locator("a.back"))
    assert page.locator("#address").input_value() == HERE
    assert page.locator("[name=place]").input_value() == "2e étage"
    assert_sound(page)


@pytest.mark.parametrize("typed", (STREET, "9998 rue Pasteur", ELSEWHERE, "au vieux moulin qui grince"))
@pytest.mark.parametrize("any_page", ("without-scripts", "phone"), indirect=True)
def test_every_bad_address_has_a_way_on(any_page, entraide, assert_sound, typed):
    page = any_page
    to_the_place(page, entraide, TOWN)
    write(page, "#address", typed)
    submit(page, "main form[method=post]")
    is_refused(page)
    assert page.locator("#address").input_value() == typed
    assert_sound(page)
    screenshot(page, f"place-{typed.split()[0].lower()}")
    page.locator("input[name=addressChoice][value=words]").check()
    submit(page, "main form[method=post]")
    assert page.url.partition("?")[0].endswith("/pour-qui")


@pytest.mark.parametrize("any_page", ("desktop", "without-scripts"), indirect=True)
def test_the_summary_and_the_tracking_page_show_the_address(any_page, entraide, assert_sound):
    page = any_page
    to_the_place(page, entraide, TOWN)
    write(page, "#address", TYPED)
    page.locator("[name=place]").fill("2e étage, porte verte")
    submit(page, "main form[method=post]")
    page.locator("input[name=for][value=me]").check()
    submit(page, "main form[method=post]")
    submit(page, "main form[method=post]")
    page.locator("#firstName").fill("Jeanne")
    page.locator("#email").fill("jeanne.pasteur@saint-aubin.test")
    submit(page, "main form[method=post]")
    shown = page.locator(".summary").inner_text()
    assert "rue pasteur" in shown.lower() and "porte verte" in shown
    assert_sound(page)
    screenshot(page, "place-summary")
    page.locator("input[name=notice]").check()
    submit(page)
    assert "/suivi/" in page.url
    assert_sound(page)


@pytest.mark.parametrize(
    ("any_page", "phone"), (("desktop", "02 61 91 00 11"), ("phone", "02 61 91 00 12"), ("without-scripts", "02 61 91 00 13")),
    indirect=["any_page"],
)
def test_an_agent_writes_down_a_caller_s_address(any_page, entraide, sign_in, assert_sound, phone):
    page = any_page
    sign_in(page, email("referent"))
    page.goto(entraide.town(TOWN, "/conciergerie"))
    follow(page.locator("form[action$='/conciergerie/appels'] [type=submit]"))
    # Nobody's browser keeps the address of somebody else.
    assert attribute(page, "autocomplete") == "off"
    page.locator("#firstName").fill("Odette")
    page.locator("#phone").fill(phone)
    page.locator("[name=category]").select_option("groceries")
    page.locator("[name=when]").select_option("now")
    write(page, "#address", STREET)
    for name, value in (("notice", "yes"), ("for", "me"), ("sharePhone", "yes")):
        page.locator(f"input[name={name}][value={value}]").check()
    follow(page.get_by_role("button", name="Enregistrer la demande"))
    is_refused(page)
    assert_sound(page)
    screenshot(page, "place-call")
    write(page, "#address", HERE)
    # What was proposed for the street alone is no longer meant.
    page.locator("input[name=addressChoice]:checked").evaluate_all("all => all.forEach(one => { one.checked = false })")
    follow(page.get_by_role("button", name="Enregistrer la demande"))
    # Others of this house asked for the same these days.
    while page.locator("button[name=other]").count():
        follow(page.locator("button[name=other]").first)
    if page.locator(".reference").count() == 0:
        follow(page.get_by_role("button", name="Enregistrer la demande"))
    assert page.locator(".reference").count() == 1
    follow(page.locator("main a[href*='/referent/demandes/']"))
    assert HERE in page.locator("main").inner_text()
    assert_sound(page)


@pytest.mark.parametrize("any_page", ("desktop", "phone", "without-scripts"), indirect=True)
def test_a_profile_has_its_address(any_page, entraide, sign_in, assert_sound):
    page = any_page
    sign_in(page, email("habitant"))
    page.goto(entraide.town(TOWN, "/mon-compte"))
    form = "main form:has(#address)"
    write(page, "#address", "au vieux moulin qui grince")
    submit(page, form)
    is_refused(page)
    assert_sound(page)
    write(page, "#address", TYPED)
    submit(page, form)
    assert page.locator("#address-erreur").count() == 0
    page.goto(entraide.town(TOWN, "/mon-compte"))
    assert page.locator("#address").input_value() == HERE
    assert_sound(page)
    screenshot(page, "place-profile")


@pytest.mark.parametrize("path", ("/propositions", "/demandes"))
def test_a_list_is_read_from_near_to_far(any_page, entraide, assert_sound, path):
    page = any_page
    page.goto(entraide.town(TOWN, path))
    assert_sound(page)
    screenshot(page, f"near-closed{path.replace('/', '-')}-{page.viewport_size['width']}")
    show_near(page, TYPED, rayon="10000")
    assert "autour=" in page.url and "asteur" not in page.url
    assert "asteur" not in page.content()
    assert_sound(page)
    screenshot(page, f"near-open{path.replace('/', '-')}-{page.viewport_size['width']}")
    seen = distances(page)
    assert seen and seen == sorted(seen)
    further = page.locator("a[rel=next]")
    if path == "/propositions":
        follow(further)
        assert "autour=" in page.url and "suite=" in page.url
        after = distances(page)
        assert after == sorted(after) and after[0] >= seen[-1]
        assert_sound(page)
    follow(page.locator(f"main p.meta a[href$='{path}']"))
    assert "autour=" not in page.url
    assert page.locator("main .card").count() > 0


@pytest.mark.parametrize("any_page", ("phone", "without-scripts"), indirect=True)
def test_an_address_that_nobody_knows_shows_the_whole_town(any_page, entraide, assert_sound):
    page = any_page
    page.goto(entraide.town(TOWN, "/propositions"))
    show_near(page, "au vieux moulin qui grince")
    assert "moulin" not in page.url and "autour=" not in page.url
    assert page.locator("main .notice.warning").count() == 1
    assert page.locator("#pres").is_visible()
    assert page.locator("main .card").count() > 0
    assert_sound(page)
    screenshot(page, "near-lost")


def test_the_filter_completes_too(page, entraide):
    page.goto(entraide.town(TOWN, "/propositions"))
    page.locator(".near > summary").click()
    suggestions(page, "#pres", "12 rue past")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#pres").input_value() == HERE
    screenshot(page, "near-suggestions")
