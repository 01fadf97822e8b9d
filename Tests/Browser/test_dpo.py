"""The data protection officer's rooms, and the public page on one's rights: on a small phone, by keyboard, without scripts."""
import pytest
from support import keyboard
from support.looks import screenshot
from support.people import follow
from support.world import TOWN, email

DOSSIERS = ("analyse-d-impact", "registre", "sous-traitance", "securite")


@pytest.fixture
def plain_phone(new_context):
    """320 pixels wide, and no scripts."""
    return new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()


@pytest.fixture
def officer(plain_phone, sign_in):
    sign_in(plain_phone, email("dpo"))
    return plain_phone


def test_a_term_is_changed_within_its_bounds_and_said_to_the_public(officer, entraide, assert_sound):
    page = officer
    page.goto(entraide.town(TOWN, "/dpo/conservation"))
    screenshot(page, "retention-320")
    assert_sound(page)
    assert page.locator("table.rows").first.locator("tbody tr").count() >= 11
    keyboard.press(page, "a[href$='/regles/sent_mails']")
    assert_sound(page)
    for typed, refused in (("200", True), ("29", False)):
        keyboard.write(page, "#term", typed)
        keyboard.write(page, "#approval", "visa 2026-12")
        keyboard.send(page)
        assert (page.locator(".error-summary").count() == 1) == refused
        if refused:
            assert_sound(page)
    assert page.locator(".notice.success").count() == 1
    assert "29 jours" in page.locator("main").inner_text()
    page.goto(entraide.town(TOWN, "/vos-donnees"))
    assert "29 jours" in page.locator("main").inner_text()


def test_a_request_on_ones_rights_from_the_form_to_the_answer(plain_phone, new_context, entraide, inbox, sign_in, assert_sound):
    page = plain_phone
    page.goto(entraide.town(TOWN, "/vos-donnees"))
    follow(page.locator("main a[href$='/vos-droits']"))
    screenshot(page, "rights-320")
    assert_sound(page)
    keyboard.send(page)
    assert page.locator(".error-summary li").count() >= 3
    assert_sound(page)
    keyboard.pick(page, "input[name=kind][value=access]")
    keyboard.write(page, "#name", "Rose <b>Martin</b>")
    keyboard.pick(page, "input[name=answerBy][value=email]")
    keyboard.write(page, "#email", "rose.droits@exemple.test")
    keyboard.send(page)
    assert_sound(page)
    screenshot(page, "rights-receipt-320")
    reference = page.locator(".reference").inner_text()
    receipt = inbox.wait_for("rose.droits@exemple.test")
    assert reference in receipt.subject and "Rose" not in page.locator("main").inner_text()

    desk = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    sign_in(desk, email("dpo"))
    desk.goto(entraide.town(TOWN, "/dpo/demandes"))
    assert_sound(desk)
    screenshot(desk, "rights-desk-320")
    follow(desk.get_by_role("link", name=reference))
    assert_sound(desk)
    assert "Rose <b>Martin</b>" in desk.locator("main").inner_text()
    keyboard.pick(desk, "input[name=identity][value=document]")
    keyboard.send(desk, "form[action$='/identite']")
    keyboard.write(desk, "#who", "rose.droits@exemple.test")
    keyboard.send(desk, "form[action$='/dossier']")
    assert_sound(desk)
    follow(desk.locator("a.back"))
    keyboard.pick(desk, "input[name=result][value=nothing_found]")
    keyboard.send(desk, "form[action$='/reponse']")
    assert_sound(desk)
    screenshot(desk, "rights-answered-320")
    assert "aucune information" in inbox.wait_for("rose.droits@exemple.test", "Réponse").text


def test_a_letter_is_written_down(officer, entraide, assert_sound):
    page = officer
    page.goto(entraide.town(TOWN, "/dpo/demandes/nouvelle"))
    assert_sound(page)
    keyboard.pick(page, "input[name=door][value=paper]")
    keyboard.pick(page, "input[name=kind][value=erasure]")
    keyboard.write(page, "#name", "Paul Vernet")
    keyboard.pick(page, "input[name=answerBy][value=letter]")
    keyboard.write(page, "#address", "9 allée des Saules")
    keyboard.send(page)
    assert "Paul Vernet" in page.locator("main").inner_text()
    assert_sound(page)


def test_each_file_is_sound_and_prints(officer, entraide, assert_sound):
    page = officer
    page.goto(entraide.town(TOWN, "/dpo/dossiers"))
    assert_sound(page)
    keyboard.write(page, "#processors", "Prestataire Alpha, Nantes")
    keyboard.send(page)
    for dossier in DOSSIERS:
        page.goto(entraide.town(TOWN, f"/dpo/dossiers/{dossier}"))
        assert_sound(page)
        screenshot(page, f"dossier-{dossier}-320")
        assert "⟦" not in page.content()
        page.emulate_media(media="print")
        assert page.locator("main h1").is_visible() and not page.locator("main .actions").first.is_visible()
        page.emulate_media(media="screen")
    page.goto(entraide.town(TOWN, "/dpo/dossiers/sous-traitance"))
    assert "Prestataire Alpha" in page.locator("main").inner_text()


def test_the_officer_decides_whether_agents_are_named(officer, entraide, assert_sound):
    officer.goto(entraide.town(TOWN, "/dpo/conservation"))
    for named in ("yes", "no"):
        follow(officer.locator(f"button[name=named][value={named}]"))
        assert_sound(officer)
        assert officer.locator(".notice.success").count() == 1
        assert officer.locator(f"button[name=named][value={named}]").count() == 0
