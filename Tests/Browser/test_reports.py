"""A text or a person is reported in two taps; a severe report stops new contacts at once, and the stop can be appealed from."""
import pytest
from support.keyboard import pick, press, reach, send, write
from support.looks import screenshot
from support.people import follow
from test_moderation import staff


@pytest.fixture
def admin(new_context, town_by_day):
    page = new_context().new_page()
    town_by_day.sign_in(page, "admin")
    return page


@pytest.fixture
def mona(new_context, town_by_day, admin):
    return staff(new_context, town_by_day, admin, "mona", "moderator")


def test_a_visitor_reports_a_need_and_a_moderator_withdraws_its_text(any_page, new_context, town, assert_sound):
    page = any_page
    admin = new_context().new_page()
    town.sign_in(admin, "admin")
    town.ask(new_context().new_page(), "jeanne")
    admin.goto(town.at("/moderation"))
    admin.locator("input[name=decision][value=publish]").check()
    follow(admin.locator("main form [type=submit]").first)
    page.goto(town.at("/demandes"))
    follow(page.locator("ul.cards a").first)
    follow(page.locator("a[href*='/signaler/demandes/']"))
    assert_sound(page)
    assert "Du pain et du lait" in page.locator("main").inner_text()
    follow(page.locator("main form [type=submit]"))
    assert page.locator(".error-summary").count() == 1, "a reason is all that is asked for"
    assert_sound(page)
    page.locator("input[name=reason][value=insult]").check()
    page.locator("#email").fill(town.email("temoin"))
    follow(page.locator("main form [type=submit]"))
    assert page.url.endswith("/signaler/recu")
    assert_sound(page)
    admin.goto(town.at("/moderation"))
    follow(admin.locator("a[href$='/moderation/signalements']"))
    assert_sound(admin)
    screenshot(admin, "report-desk")
    admin.locator("input[name=decision][value=withdraw]").check()
    admin.locator("select[name=textReason]").select_option("hurtful")
    follow(admin.locator("main form [type=submit]").first)
    assert_sound(admin)
    assert town.mail("temoin").subject and "texte" in town.mail("jeanne", "texte").subject
    page.goto(town.at("/demandes"))
    assert "Du pain et du lait" not in page.locator("main").inner_text()


def test_a_threat_stops_new_contacts_at_once_and_somebody_else_lifts_the_stop(
    phone_page, page_without_scripts, new_context, town_by_day, admin, mona, assert_sound
):
    town, asker, karim = town_by_day, phone_page, page_without_scripts
    town.become_helper(karim, "karim")
    _, tracking = town.ask(asker, "jeanne")
    karim.goto(town.mail("karim", "").link("/reponse/"))
    follow(karim.locator("button[value=yes]"))
    asker.goto(tracking)
    follow(asker.locator("a[href$='/signalement']").first)
    assert_sound(asker)
    screenshot(asker, "report-320")
    asker.locator("input[name=reason][value=violence]").check()
    asker.locator("textarea[name=words]").fill("Il a menacé ma voisine")
    town.inbox.forget()
    follow(asker.locator("main form [type=submit]"))
    told = town.mail("karim", "arrêtées")
    assert "violence" in told.text and "voisine" not in told.text and "Jeanne" not in told.text
    assert town.mail("mona", "presse").link("/moderation/signalements")
    # Nothing new: neither an offer nor a yes.
    answer = karim.goto(town.at("/propositions/nouvelle"))
    assert answer.status == 403
    assert_sound(karim)
    town.ask(new_context().new_page(), "paul")
    karim.goto(town.at("/demandes"))
    follow(karim.locator("ul.cards a").first)
    follow(karim.locator("main a.button[href$='/aide']"))
    assert_sound(karim)
    follow(karim.locator("main a[href*='/mon-compte/arret']"))
    assert_sound(karim)
    screenshot(karim, "stop")
    karim.locator("textarea[name=words]").fill("Je n’étais pas là")
    follow(karim.locator("main form [type=submit]"))
    assert_sound(karim)
    # The moderator who confirms does not read the appeal.
    mona.goto(town.at("/moderation/signalements"))
    assert "Il a menacé" in mona.content() and "Karim" not in mona.locator("main").inner_text()
    mona.locator("input[name=decision][value=stop]").check()
    follow(mona.locator("main form [type=submit]").first)
    assert "Je n’étais pas là" not in mona.content()
    admin.goto(town.at("/moderation/signalements"))
    assert_sound(admin)
    screenshot(admin, "stop-appeal")
    admin.locator("input[name=result][value=overturned]").check()
    admin.locator("textarea[name=words]").fill("Vous étiez en effet ailleurs")
    follow(admin.locator("main form [type=submit]").first)
    assert "ailleurs" in town.mail("karim", "reprennent").text
    assert karim.goto(town.at("/propositions/nouvelle")).status == 200


def test_two_taps_with_the_keyboard_alone(page, new_context, town):
    town.ask(new_context().new_page(), "jeanne")
    page.goto(town.at("/demandes"))
    press(page, "ul.cards a")
    press(page, "a[href*='/signaler/demandes/']")
    pick(page, "input[name=reason][value=theft]")
    write(page, "textarea[name=words]", "Une escroquerie")
    reach(page, "#email")
    send(page)
    assert page.url.endswith("/signaler/recu")
