"""Texts that wish to be run, typed into every field of every form by everybody, and into what commands read: they are shown as text."""
import csv
import json

import pytest
from support.explorer import Explorer
from support.injection import MARKER, Watch
from support.payloads import PAYLOADS, SVG, Payloads
from support.people import follow, sign_in
from support.process import eventually
from support.routes import addresses
from support.site import Site
from support.world import PUBLIC_PATHS, ROLES, TOWN, email

# Where everything that people type comes together; opened as it is served, with its policy.
HOLDING_MOST = ("/", "/demandes", "/propositions", "/mon-compte", "/referent", "/moderation", "/administration", "/administration/categories")


@pytest.fixture(scope="module")
def site(tmp_path_factory, inbox):
    """A demo of its own: the names of the other are read by other tests."""
    site = Site(tmp_path_factory.mktemp("injection"), inbox.url)
    site.run("demo")
    yield site.start()
    site.stop()


@pytest.fixture(scope="module")
def payloads():
    """One deal for the site, so that no marker is there twice."""
    return Payloads()


@pytest.fixture
def watch(new_context):
    watch = Watch(new_context().new_page())
    yield watch
    watch.assert_quiet()


def test_what_people_type_is_shown_and_never_run(new_context, site, inbox, payloads, watch):
    everybody = {role: Explorer(site, TOWN, new_context(), payloads) for role in ("visitor", *ROLES)}
    for role in ROLES:
        sign_in(everybody[role].page, site, inbox, email(role))
    paths = dict.fromkeys(ROLES, addresses(site)) | {"visitor": PUBLIC_PATHS}
    for role, one in everybody.items():
        one.pages(paths[role], lambda url, html, one=one: one.send_forms(url, html, watch.look))
    assert len(set().union(*(one.sent for one in everybody.values()))) >= 35
    watch.seen.clear()
    for role, one in everybody.items():
        one.pages(paths[role], watch.look)
        for path in HOLDING_MOST:
            one.page.goto(site.town(TOWN, path))
    assert {payloads.dealt[marker] for marker in watch.seen} == set(PAYLOADS), "some text was kept nowhere"
    letters = [mail for mail in inbox.all() if MARKER.search(mail.html)]
    assert letters
    for mail in letters:
        watch.look(f"the mail “{mail.subject}”", mail.html)
    assert_no_formula(everybody["visitor"].request.get(site.town(TOWN, "/chiffres.csv")).text())


def assert_no_formula(text):
    cells = [cell for row in csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=";") for cell in row]
    assert len(cells) > 20
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t")] == []


def test_what_commands_read_is_shown_and_never_run(page, site, tmp_path, payloads, watch):
    slug = "mauvais-tours"
    site.run("town", "create", slug, "--name", payloads.short(80), "--phone", "01 99 00 00 00", "--admin", "admin@exemple.test")
    quartiers, helpers = tmp_path / "quartiers.geojson", tmp_path / "benevoles.csv"
    quartiers.write_text(json.dumps({"type": "FeatureCollection", "features": [square(payloads.short(60), x) for x in range(40)]}))
    site.run("import", "quartiers", str(quartiers), "--town", slug)
    with helpers.open("w", newline="") as file:
        sheet = csv.writer(file, delimiter=";")
        sheet.writerow(["prenom", "nom", "email", "telephone", "quartier", "categories"])
        sheet.writerow([payloads.short(60), "", payloads.short(60), payloads.short(60), payloads.short(60), payloads.short(60)])
        for number in range(len(PAYLOADS)):
            sheet.writerow([payloads.short(60), payloads.short(60), "", f"06 39 98 01 {number:02}", "", ""])
    done = site.run("import", "helpers", str(helpers), "--town", slug, check=False)
    assert done.returncode == 1 and f"{len(PAYLOADS)} by letter" in done.stdout
    assert [line.split()[2] for line in done.stderr.splitlines()[1:]] == ["2:"] * 4
    assert eventually(lambda: quartiers_to_choose(page, site.town(slug, "/demandes")) == 40)
    watch.look("letters", (tmp_path / "benevoles-lettres.html").read_text())
    for path in PUBLIC_PATHS:
        page.goto(site.town(slug, path))
        watch.look(page.url, page.content())
    page.goto(site.url)
    watch.look(page.url, page.content())
    assert {payloads.dealt[marker] for marker in watch.seen} == set(PAYLOADS)


def quartiers_to_choose(page, address):
    page.goto(address)
    return page.locator("#quartier option").count() - 1


def square(name, x):
    west, east = 5 + x / 100, 5.01 + x / 100
    ring = [[west, 43.5], [east, 43.5], [east, 43.51], [west, 43.51], [west, 43.5]]
    return {"type": "Feature", "properties": {"nom": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_a_logo_that_would_run_is_refused(page, site, inbox, tmp_path, watch):
    sign_in(page, site, inbox, email("admin"))
    page.goto(site.town(TOWN, "/administration/marque"))
    picture = tmp_path / "logo.svg"
    picture.write_text(SVG.format("a", "b", "c"))
    page.locator("input[type=file]").set_input_files(picture)
    follow(page.locator("form[action$='/administration/logo'] [type=submit]"))
    assert page.locator("#logo-erreur").count() == 1
    assert page.goto(site.town(TOWN, "/logo")).status == 404


def test_the_watch_sees_what_is_not_escaped(watch):
    for payload in PAYLOADS[:3]:
        watch.look("here", f"<p>{payload.format('zq001zq')}</p>")
        watch.page.wait_for_timeout(50)
        assert set(watch.ran) == {"zq001zq"} and len(watch.foreign) == 1
        watch.ran.clear()
        watch.foreign.clear()
