"""The main job from end to end, by every kind of browser: asked without an account, answered by mail, met without addresses, told how it went."""
import pytest
from support import neighbours
from support.looks import screenshot
from support.neighbours import SLUG
from support.people import follow
from support.site import Site


@pytest.fixture
def site(tmp_path, inbox):
    site = Site(tmp_path, inbox.url, serving=neighbours.by_day())
    neighbours.open_town(site)
    yield site.start()
    site.stop()


def test_a_request_is_served(any_page, new_context, site, inbox, assert_sound):
    asker = any_page
    helper = new_context().new_page()
    neighbours.become_helper(helper, site, inbox, "karim@clairval.test", "Karim", check=assert_sound)

    inbox.forget()
    reference, tracking = neighbours.ask_for_shopping(asker, site, email="jeanne@clairval.test", check=assert_sound)
    assert inbox.wait_for("jeanne@clairval.test", reference).link("/suivi/") == tracking

    # The neighbour is asked by mail, sees neither name nor address, and says yes without signing in.
    asked = inbox.wait_for("karim@clairval.test")
    for secret in ("Durand", "rue des Lilas", "pain et du lait", "jeanne@clairval.test"):
        assert secret not in asked.text and secret not in asked.html
    stranger = new_context().new_page()
    stranger.goto(asked.link("/reponse/"))
    assert_sound(stranger)
    assert "Durand" not in stranger.content() and "rue des Lilas" not in stranger.content()
    screenshot(stranger, "asked-by-mail")
    # Mail scanners open links: nothing was answered by looking.
    asker.goto(tracking)
    assert asker.locator("a[href*='/conversation']").count() == 0
    follow(stranger.locator("button[value=yes]"))
    assert_sound(stranger)

    # They write to each other; each is told by mail, without a word of what was said.
    told = inbox.wait_for("jeanne@clairval.test")
    asker.goto(told.link("/suivi/"))
    assert_sound(asker)
    screenshot(asker, "matched")
    follow(asker.locator("main a[href*='/conversation']").first)
    assert_sound(asker)
    assert "Karim" in asker.locator("h1").inner_text()
    inbox.forget()
    asker.locator("form.composer textarea").fill("Bonjour Karim, je suis au 12 rue des Lilas.")
    follow(asker.locator("form.composer [type=submit]").first)
    news = inbox.wait_for("karim@clairval.test")
    assert "rue des Lilas" not in news.text
    helper.goto(news.link("/conversations/"))
    assert_sound(helper)
    assert "12 rue des Lilas" in helper.locator("main").inner_text()
    assert "Durand" not in helper.content()
    screenshot(helper, "conversation")

    # Both say how it went.
    asker.goto(f"{tracking}/suite")
    assert_sound(asker)
    follow(asker.locator("button[name=result][value=helped]"))
    assert_sound(asker)
    follow(helper.locator("main a[href$='/suite']").first)
    assert_sound(helper)
    follow(helper.locator("button[name=result][value=helped]"))
    assert_sound(helper)
    asker.goto(tracking)
    assert_sound(asker)
    assert asker.locator("a[href$='/annulation']").count() == 0


def test_a_caller_without_mail_is_served_and_rung_back(page, new_context, site, inbox, assert_sound):
    helper = new_context().new_page()
    neighbours.become_helper(helper, site, inbox, "karim@clairval.test", "Karim")
    neighbours.sign_in(page, site, inbox, f"admin@{SLUG}.test")
    page.goto(site.town(SLUG, "/conciergerie"))
    follow(page.locator("form[action$='/conciergerie/appels'] [type=submit]"))
    assert_sound(page)
    page.locator("input[name=notice]").check()
    page.locator("[name=firstName]").fill("Simone")
    page.locator("[name=phone]").fill("01 99 00 00 11")
    page.locator("[name=category]").select_option("groceries")
    page.locator("[name=neighbourhood]").select_option(index=1)
    page.locator("input[name=for][value=me]").check()
    page.locator("input[name=sharePhone][value=yes]").check()
    inbox.forget()
    follow(page.get_by_role("button", name="Enregistrer la demande"))
    assert_sound(page)
    assert page.locator(".reference").first.inner_text().strip()
    screenshot(page, "phone-door")

    helper.goto(inbox.wait_for("karim@clairval.test").link("/reponse/"))
    follow(helper.locator("button[value=yes]"))
    page.goto(site.town(SLUG, "/referent/rappels"))
    assert_sound(page)
    follow(page.locator("main a[href*='/referent/rappels/']").first)
    assert_sound(page)
    assert page.locator("a[href^='tel:']").filter(has_text="01").count() > 0
    follow(page.locator("button[name=result][value=told]"))
    page.goto(site.town(SLUG, "/referent/rappels"))
    assert page.locator("main a[href*='/referent/rappels/']").count() == 0


def test_somebody_else_is_asked_for_their_agreement_and_helped(page, new_context, site, inbox, assert_sound):
    helper = new_context().new_page()
    neighbours.become_helper(helper, site, inbox, "karim@clairval.test", "Karim")
    inbox.forget()
    asker = new_context().new_page()
    _, tracking = neighbours.ask_for_shopping(asker, site, email="fille@clairval.test", for_whom="other", check=assert_sound)
    assert not [mail for mail in inbox.all() if "karim@clairval.test" in mail.to and f"{site.url}/t/{SLUG}/reponse/" in mail.text]

    neighbours.sign_in(page, site, inbox, f"admin@{SLUG}.test")
    page.goto(site.town(SLUG, "/referent"))
    follow(page.locator("main a[href*='/referent/demandes/']").first)
    assert_sound(page)
    follow(page.locator("main a[href$='/accord']").first)
    assert_sound(page)
    page.locator("input[name=answer][value=yes]").check()
    page.locator("input[name=channel][value=phone]").check()
    page.locator("input[name=noticeGiven]").check()
    page.locator("input[name=sharePhone][value=no]").check()
    neighbours.submit(page, "main form[action$='/accord']")
    helper.goto(inbox.wait_for("karim@clairval.test").link("/reponse/"))
    follow(helper.locator("button[value=yes]"))
    asker.goto(tracking)
    assert "Karim" in asker.locator("main").inner_text() and "Paulette" in asker.locator("main").inner_text()
    assert_sound(asker)

    # Each side says how it went; the one who asked follows from the same page.
    asker.goto(f"{tracking}/suite")
    follow(asker.locator("button[name=result][value=partly]"))
    assert_sound(asker)
    helper.goto(site.town(SLUG, "/conversations"))
    follow(helper.locator("main .card-title a"))
    follow(helper.locator("main a[href$='/suite']"))
    follow(helper.locator("button[name=result][value=helped]"))
    assert_sound(helper)
    asker.goto(tracking)
    assert asker.locator("a[href$='/annulation']").count() == 0
    assert_sound(asker)
