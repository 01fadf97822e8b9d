"""What somebody who wishes ill tries from outside, against the real binary with its limits on."""
import re
import secrets

import pytest
from support.explorer import Explorer
from support.neighbours import open_town
from support.payloads import Payloads
from support.people import follow
from support.process import eventually, status_of
from support.site import Site
from support.wire import Wire, call
from support.world import PUBLIC_PATHS, TOWN

SLUG = "clairval"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SESSION = re.compile(rf"session-{SLUG}=([^;]*)")


@pytest.fixture
def site(tmp_path, inbox):
    """A small town with the limits on: they count by network, so every test has a site of its own."""
    site = Site(tmp_path, inbox.url, ENTRAIDE_RATE_LIMITS="on")
    open_town(site, SLUG)
    yield site.start()
    site.stop()


def send(site, method, path, body="", *headers, slug=SLUG):
    """Status, headers, text: by hand, so that nothing is followed, kept or made polite."""
    data = body.encode()
    fields = [*headers, f"Content-Length: {len(data)}", "Content-Type: application/x-www-form-urlencoded", "Accept-Language: fr"]
    with Wire(site) as wire:
        wire.send(wire.head(method, f"/t/{slug}{path}", *fields) + data)
        status, answered, content = wire.answer()
    return status, answered, content.decode()


def ask_for_mail(site, address, *headers):
    return send(site, "POST", "/connexion", f"email={address.replace('@', '%40')}", *headers)


# Mass sign-up


def test_one_network_cannot_have_mail_sent_to_the_whole_world(site, inbox):
    forged = (f"X-Forwarded-For: 198.51.100.{number}" for number in range(60))
    statuses = [ask_for_mail(site, f"personne{number}@exemple.test", next(forged))[0] for number in range(40)]
    assert statuses[:20] == [303] * 20 and statuses[-10:] == [429] * 10
    assert "téléphone" in ask_for_mail(site, "encore@exemple.test")[2] or "01 99 00 00 00" in ask_for_mail(site, "encore@exemple.test")[2]


def test_one_mailbox_cannot_be_flooded(site, inbox):
    written = ["vic.time@exemple.test", "VIC.TIME@exemple.test", "Vic.Time@EXEMPLE.test", "vic.time@exemple.test"]
    statuses = [ask_for_mail(site, written[number % 4])[0] for number in range(12)]
    assert statuses.count(303) == 5 and set(statuses[5:]) == {429}


def test_requests_cannot_be_poured_in(site):
    body = {
        "category": "groceries", "when": "now", "neighbourhood": "les-lilas", "for": "me", "firstName": "Robot", "email": "r@exemple.test",
        "notice": "yes",
    }
    statuses = [call(site, "POST", f"/towns/{SLUG}/requests", body, Idempotency_Key=secrets.token_hex(16))[0] for _ in range(25)]
    assert 201 in statuses and statuses[-1] == 429


# Guessing


DOORS = ("/suivi/{}", "/reponse/{}", "/connexion/lien/{}", "/invitation/{}", "/mon-compte/adresse/{}", "/disponibilite/{}", "/rendez-vous/{}",
         "/rendez-vous-manque/{}", "/prochaine-fois/{}", "/deuxieme/{}", "/nouvelles/{}", "/organisation/{}")


@pytest.mark.parametrize("door", DOORS)
def test_links_cannot_be_guessed(site, door):
    guesses = [secrets.token_urlsafe(32) for _ in range(40)] + ["x", "A" * 43, "%00", "..%2f..%2fetc%2fpasswd", "'%20OR%201=1--"]
    answers = [send(site, "GET", door.format(guess)) for guess in guesses]
    statuses = [status for status, _, _ in answers]
    assert set(statuses) <= {303, 404, 429}, statuses
    if 303 not in statuses:
        assert statuses[0] == 404 and statuses[35] == 429
        pages = {re.sub(r"[0-9a-f]{8,}|[\w-]{43}", "", text) for status, _, text in answers[:20] if status == 404}
        assert len(pages) == 1, "a wrong link can be told from another"


def test_who_holds_a_link_gets_in_where_others_have_guessed(site, page, inbox):
    """The neighbours of a guesser share the network's address."""
    ask_for_mail(site, "lea@exemple.test")
    link = inbox.wait_for("lea@exemple.test").link("/connexion")
    for _ in range(40):
        last = send(site, "GET", f"/connexion/lien/{secrets.token_urlsafe(32)}")[0]
    assert last == 429
    page.goto(link)
    follow(page.locator("main form [type=submit]").first)
    assert "/bienvenue" in page.url


def test_a_reference_opens_nothing(town, page):
    reference, tracking = town.ask(page, "jeanne")
    digits = re.sub(r"\W", "", reference)
    for path in ("/suivi/{}", "/demandes/{}", "/reponse/{}", "/rendez-vous/{}", "/rendez-vous-manque/{}", "/conversations/{}", "/mon-compte/demandes/{}"):
        for said in (reference.replace(" ", "%20"), digits, digits.lower()):
            status, headers, text = send(town.site, "GET", path.format(said), slug=town.slug)
            assert status in (303, 404) and "Jeanne" not in text
            assert status == 404 or "/connexion" in headers["location"]
    assert status_of(tracking) == 200


def test_nobody_learns_who_has_an_account(site, inbox):
    # The administrator has one, the other not.
    known, unknown = (ask_for_mail(site, address) for address in ("admin@clairval.test", "personne@exemple.test"))
    assert known[0] == unknown[0] == 303 and known[1]["location"] == unknown[1]["location"]
    assert known[2] == unknown[2]


# Sessions and links


def signed_in(site, inbox, address, *cookies):
    """The session that the link in the mail gives to a browser that already has these cookies."""
    inbox.forget()
    ask_for_mail(site, address)
    link = inbox.wait_for(address).link("/connexion").partition(f"/t/{SLUG}")[2]
    status, headers, _ = send(site, "POST", link, "", *cookies)
    assert status == 303
    return SESSION.search(headers["set-cookie"])[1], link


def test_a_session_cannot_be_fixed(site, inbox):
    planted = secrets.token_urlsafe(32)
    session, _ = signed_in(site, inbox, "admin@clairval.test", f"Cookie: session-{SLUG}={planted}")
    assert session != planted
    assert send(site, "GET", "/mon-compte", "", f"Cookie: session-{SLUG}={planted}")[0] == 303
    assert send(site, "GET", "/mon-compte", "", f"Cookie: session-{SLUG}={session}")[0] == 200


def test_signing_in_again_ends_the_session_that_was_there(site, inbox):
    first, _ = signed_in(site, inbox, "admin@clairval.test")
    second, _ = signed_in(site, inbox, "admin@clairval.test", f"Cookie: session-{SLUG}={first}")
    assert send(site, "GET", "/mon-compte", "", f"Cookie: session-{SLUG}={first}")[0] == 303
    assert send(site, "GET", "/mon-compte", "", f"Cookie: session-{SLUG}={second}")[0] == 200


def test_a_link_of_sign_in_works_once_and_only_here(site, inbox):
    open_town(site, "ailleurs")
    assert eventually(lambda: status_of(site.town("ailleurs")) == 200)
    session, link = signed_in(site, inbox, "admin@clairval.test")
    assert send(site, "POST", link)[0] == 404
    assert send(site, "POST", link, slug="ailleurs")[0] == 404
    assert send(site, "GET", "/mon-compte", "", f"Cookie: session-ailleurs={session}", slug="ailleurs")[0] == 303


def test_scanners_that_open_every_link_change_nothing(site, inbox, page):
    ask_for_mail(site, "lea@exemple.test")
    link = inbox.wait_for("lea@exemple.test").link("/connexion").partition(f"/t/{SLUG}")[2]
    for _ in range(3):
        assert send(site, "GET", link)[0] == 200
        with Wire(site) as wire:
            wire.send(wire.head("HEAD", f"/t/{SLUG}{link}", "Connection: close"))
            assert wire.socket.recv(15).startswith(b"HTTP/1.1 200")
    assert send(site, "POST", link)[0] == 303


# Mail


def test_nothing_typed_becomes_a_header(site, inbox):
    sly = "Léa%0D%0ABcc:%20victime%40exemple.test%0D%0A%0D%0A<b>corps</b>"
    body = f"name={sly}&email=lea%40exemple.test&message={sly}&subject={sly}&place={sly}"
    assert send(site, "POST", "/contact", body)[0] in (303, 422)
    bad = body.replace("lea%40exemple.test", "lea%40exemple.test%0D%0ABcc:victime%40exemple.test")
    assert send(site, "POST", "/contact", bad)[0] == 422
    ask_for_mail(site, "qui@exemple.test")
    inbox.wait_for("qui@exemple.test")
    letters = [mail for mail in inbox.all() if "admin@clairval.test" in mail.to or "qui@exemple.test" in mail.to]
    for mail in letters:
        assert mail.message["Bcc"] is None and mail.message["Cc"] is None
        assert len(mail.to) == 1
    assert not [mail for mail in inbox.all() if "victime@exemple.test" in mail.to]


def test_links_in_mail_do_not_follow_the_host_that_was_asked(site, inbox):
    for forged in ("Host: mechant.example", "X-Forwarded-Host: mechant.example", "Forwarded: host=mechant.example"):
        inbox.forget()
        ask_for_mail(site, "lea@exemple.test", forged)
        mails = [mail for mail in inbox.all() if "lea@exemple.test" in mail.to]
        assert all("mechant" not in mail.text + mail.html for mail in mails)
    assert eventually(lambda: [mail for mail in inbox.all() if "lea@exemple.test" in mail.to])


# Scraping


PHONE = re.compile(r"(?<![\d.,])0[67](?:(?:[ .\u00a0\u202f]\d\d){4}|\d{8})(?![\d.])")
ADDRESS = re.compile(r"([\w.+-]+)@[\w-]+\.(?:demo\.invalid|test)")
# The town's own, as it prints them.
SERVICES = {"accessibilite", "dpo", "entraide", "mairie", "ccas", "statistiques"}


def test_a_crawl_of_all_that_is_public_names_nobody(entraide, new_context):
    visitor = Explorer(entraide, TOWN, new_context(), Payloads())
    seen = []
    visitor.pages(PUBLIC_PATHS, lambda url, html: seen.append((url, html)))
    seen += [(path, text) for path, text in machine_answers(entraide, new_context().request)]
    assert len(seen) > 20
    for url, text in seen:
        # What is typed as an example stands in attributes of fields.
        shown = re.sub(r'(?:placeholder|value|pattern)="[^"]*"', "", text)
        assert not PHONE.search(shown), f"{url} shows {PHONE.search(shown)[0]}"
        assert set(ADDRESS.findall(shown)) <= SERVICES, f"{url} shows {set(ADDRESS.findall(shown)) - SERVICES}"


def machine_answers(site, request):
    """Every page of every list of the interface, by its cursors."""
    for kind in ("needs", "offers", "neighbourhoods", "categories"):
        cursor, pages = "", 0
        while cursor is not None and pages < 30:
            answer = request.get(f"{site.url}/api/v1/towns/{TOWN}/{kind}?limit=50{cursor}")
            if answer.status != 200:
                break
            yield f"{kind} {pages}", answer.text()
            following = answer.json().get("next")
            cursor, pages = f"&cursor={following}" if following else None, pages + 1
