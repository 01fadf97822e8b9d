"""Secrets and contacts stand in no log, in no error page, and are told to no other site: the real binary at its most talkative."""
import re

import pytest
from support.asking import ask
from support.neighbours import SLUG, open_town, sign_in, submit
from support.people import follow
from support.process import eventually, status_of
from support.site import Site

SECRET_KEY, METRICS = "5ec2e7" + "ab" * 29, "metriques-ne-pas-dire-7f3a"
PERSON = {"firstName": "Zéphyrine", "lastName": "Quillebœuf", "phone": "06 39 98 55 44", "email": "zephyrine@marqueur.test"}
NEVER = ("Zéphyrine", "phyrine", "Quilleb", "06 39 98 55 44", "+33639985544", "639985544", "zephyrine@marqueur.test", "marqueur.test", SECRET_KEY, METRICS)


@pytest.fixture
def talkative(tmp_path, inbox, cluster):
    site = Site(
        tmp_path, inbox.url, ENTRAIDE_DATABASE_URL=cluster.new_database(), ENTRAIDE_LOG_LEVEL="trace", ENTRAIDE_SECRET_KEY=SECRET_KEY,
        ENTRAIDE_METRICS_TOKEN=METRICS,
    )
    open_town(site)
    yield site.start()
    site.stop()


class Ear:
    """What a browser tells whom: hosts that were called, and referrers."""

    def __init__(self, page):
        self.hosts, self.referrers, self.calls = set(), set(), 0
        page.on("request", self.hear)

    def hear(self, request):
        self.calls += 1
        self.hosts.add(request.url.split("/")[2])
        if "referer" in request.headers:
            self.referrers.add(request.headers["referer"])


def found(secrets, text):
    """Those that stand in it; digits only as a number of their own."""
    return [one for one in secrets if (re.search(rf"(?<!\d){one}(?!\d)", text) if one.isdigit() else one in text)]


def test_the_search_itself_finds():
    assert found(["123456", "zoé@x"], 'code "123456" for zoé@x') == ["123456", "zoé@x"]
    assert found(["123456"], "at 9123456.1") == []


def test_no_secret_is_logged_shown_or_passed_on(page, new_context, talkative, inbox, cluster):
    site, ear, secrets = talkative, Ear(page), list(NEVER)
    # A sign-in: a wrong code first, then the link.
    page.goto(site.town(SLUG, "/connexion"))
    page.locator("main input[type=email]").fill(f"admin@{SLUG}.test")
    follow(page.locator("main form [type=submit]").first)
    letter = inbox.wait_for(f"admin@{SLUG}.test")
    secrets += [letter.code, letter.link("/connexion/lien/").rpartition("/")[2], f"admin@{SLUG}.test"]
    wrong = "111111" if letter.code != "111111" else "222222"
    page.locator("main input[name=code]").fill(wrong)
    follow(page.locator("main form[action*='code'] [type=submit]").first)
    secrets.append(wrong)
    sign_in(page, site, inbox, f"admin@{SLUG}.test")
    secrets += [cookie["value"] for cookie in page.context.cookies() if len(cookie["value"]) > 20]
    # An invitation.
    page.goto(site.town(SLUG, "/administration/invitations"))
    page.locator("#email").fill("invitee@marqueur.test")
    page.locator("input[name=role][value=moderator]").check()
    submit(page, "form[action$='/administration/invitations']")
    invitation = inbox.wait_for("invitee@marqueur.test").link("/invitation/")
    secrets.append(invitation.rpartition("/")[2])
    guest = new_context().new_page()
    guest_ear = Ear(guest)
    guest.goto(invitation)
    submit(guest)
    # A request, its tracking link, and one that does not exist.
    status, answer = ask(site, SLUG, PERSON)
    assert status == 201
    secrets.append(answer["trackingToken"])
    tracking = site.town(SLUG, f"/suivi/{answer['trackingToken']}")
    assert guest.goto(tracking).status == 200
    bogus = answer["trackingToken"][::-1]
    secrets.append(bogus)
    errors = []
    assert guest.goto(site.town(SLUG, f"/suivi/{bogus}")).status == 404
    errors.append(guest.content())
    # A refused form of the interface, and one of the site.
    status, problem = ask(site, SLUG, PERSON | {"email": "pas une adresse de marqueur.test"})
    assert status == 422
    errors.append(str(problem))
    guest.goto(site.town(SLUG, "/contact"))
    for field in guest.locator("main form :is(input[type=text], input[type=email], textarea):visible").all():
        field.fill("Zéphyrine Quillebœuf, 06 39 98 55 44")
    submit(guest)
    # The database goes away under a page.
    cluster.kill()
    try:
        # Its other processes end when they notice.
        assert eventually(lambda: guest.goto(tracking).status == 503)
        errors.append(guest.content())
        status, problem = ask(site, SLUG, PERSON)
        assert status == 503
        errors.append(str(problem))
    finally:
        cluster.restart()
    assert eventually(lambda: status_of(f"{site.url}/health/ready") == 200)
    site.stop()

    log = site.process.log.read_text(errors="replace")
    assert log.count("/suivi/") >= 2 and "/connexion" in log, "requests are logged, by route"
    assert "database" in log.lower(), "the outage is logged"
    assert found(secrets, log) == []
    for error in errors:
        assert found([one for one in secrets if one != wrong], error) == []
    own = site.url.removeprefix("http://")
    assert ear.calls > 10 and guest_ear.calls > 5
    assert ear.hosts | guest_ear.hosts == {own}, "nobody else was called"
    told = " ".join(ear.referrers | guest_ear.referrers)
    assert found(secrets, told) == []
