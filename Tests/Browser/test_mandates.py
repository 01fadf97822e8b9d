"""Acting for somebody: proposed by a relative, confirmed by the referent's telephone, used, read by the person, ended in one tap."""
from support.keyboard import pick, press, send, tick, write
from support.looks import screenshot
from support.people import follow


def propose(page, town, check):
    page.goto(town.at("/mon-compte/mandats"))
    check(page)
    follow(page.locator("a[href$='/mandats/nouveau']"))
    check(page)
    page.locator("#firstName").fill("Paulette")
    page.locator("#lastName").fill("Vernet")
    page.locator("#phone").fill("01 99 00 00 22")
    page.locator("#relation").select_option("family")
    page.locator("#neighbourhood").select_option(index=1)
    screenshot(page, "mandate-new")
    follow(page.locator("main form [type=submit]"))
    check(page)


def confirm(page, town, check):
    page.goto(town.at("/referent"))
    check(page)
    page.goto(town.at("/referent/mandats"))
    check(page)
    follow(page.locator("main li a[href*='/referent/mandats/']").first)
    check(page)
    assert page.locator("a[href^='tel:']").count() > 0
    screenshot(page, "mandate-hearing")
    page.locator("input[name=answer][value=yes]").check()
    page.locator("input[name=channel][value=phone]").check()
    page.locator("input[name=noticeGiven]").check()
    follow(page.locator("main form [type=submit]"))
    check(page)
    screenshot(page, "mandates-referent")


def ask(page, town, check):
    page.goto(town.at("/mon-compte/mandats"))
    follow(page.locator("main a[href*='/mandats/']:not([href$='/nouveau']):not([href$='/preuve'])").first)
    check(page)
    follow(page.locator("main a[href*='?mandat=']"))
    page.locator("input[value=groceries]").check()
    follow(page.locator("main form [type=submit]"))
    page.locator("input[name=when][value=now]").check()
    follow(page.locator("main form [type=submit]"))
    follow(page.locator("main form [type=submit]"))
    check(page)
    assert page.locator("input[name=for]:checked").count() == 1
    follow(page.locator("main form [type=submit]"))
    follow(page.locator("main form [type=submit]"))
    check(page)
    assert "Paulette V." in page.locator("main").inner_text()
    page.locator("input[name=notice]").check()
    follow(page.locator("main form [type=submit]"))
    check(page)
    follow(page.locator("main .card-title a"))
    check(page)
    assert "Paulette V." in page.locator("main").inner_text()
    screenshot(page, "mandate-request")


def test_a_relative_acts_and_the_person_reads_and_ends_it(any_page, new_context, town, assert_sound):
    referent = new_context().new_page()
    town.sign_in(referent, "admin")
    relative = any_page
    town.arrive(relative, "claire")
    propose(relative, town, assert_sound)
    assert "Paulette V." in relative.locator("main").inner_text()
    confirm(referent, town, assert_sound)
    ask(relative, town, assert_sound)

    # The proof that the relative prints bears no link of the person's own.
    relative.goto(town.at("/mon-compte/mandats"))
    follow(relative.locator("main a[href$='/preuve']").first)
    assert_sound(relative)
    relative.emulate_media(media="print")
    screenshot(relative, "mandate-proof-print")
    relative.emulate_media(media="screen")
    assert "/mandat/" not in relative.locator("main").inner_html()

    # The letter that the referent hands over opens the person's page, without an account.
    follow(referent.locator("form[action$='/lettre'] [type=submit]"))
    assert_sound(referent)
    screenshot(referent, "mandate-letter")
    paulette = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    paulette.goto(referent.locator("main a[href*='/mandat/']").get_attribute("href"))
    assert_sound(paulette)
    assert "Claire" in paulette.locator("table").inner_text()
    screenshot(paulette, "mandate-acts-320")
    follow(paulette.locator("form[action$='/fin'] [type=submit]").first)
    assert_sound(paulette)
    assert paulette.locator("form[action$='/fin']").count() == 0
    relative.goto(town.at("/mon-compte/mandats"))
    assert_sound(relative)
    assert relative.locator("main a[href$='/preuve']").count() == 0 and relative.locator("form[action$='/fin']").count() == 0


def test_a_referent_opens_and_ends_a_light_mandate_by_keyboard(page, town, assert_sound):
    town.sign_in(page, "admin")
    page.goto(town.at("/referent/mandats"))
    press(page, "main a[href$='/referent/mandats/nouveau']")
    send(page)
    assert page.locator(".error-summary").count() == 1
    assert_sound(page)
    write(page, "#firstName", "Odette")
    page.locator("#neighbourhood").select_option(index=1)
    send(page)
    assert_sound(page)
    pick(page, "input[name=answer][value=yes]")
    pick(page, "input[name=channel][value=paper]")
    tick(page, "input[name=noticeGiven]")
    send(page)
    assert "Odette" in page.locator("main").inner_text()
    assert_sound(page)
    press(page, "main a[href$='/actes']")
    assert_sound(page)
    press(page, "form[action$='/fin'] [type=submit]")
    page.goto(town.at("/referent/mandats"))
    assert "Odette" not in page.locator("main").inner_text()
