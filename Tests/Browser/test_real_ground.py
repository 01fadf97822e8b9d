"""The main job on real ground: towns opened with their real outlines, their addresses brought in from files as towns have them."""
import shutil

import pytest
from support import ground, neighbours
from support.addresses import suggestions, to_the_place
from support.looks import screenshot
from support.neighbours import submit
from support.people import follow
from support.places import ROOT
from support.site import Site

DATA = ROOT.parent / "shared" / "data"
TOWNS = {"miramas": ("13063", "commune-13063-miramas.geojson"), "grenoble": ("38185", "commune-38185-grenoble.geojson")}


# Two quartiers of Grenoble that are not its own: west, south, east, north.
QUARTIERS = {"Les Lilas": (5.706, 45.172, 5.722, 45.188), "La Fontaine": (5.722, 45.172, 5.738, 45.188)}

needs_data = pytest.mark.skipif(not DATA.exists(), reason="the real data of ../shared/data is not here")


@pytest.fixture
def site(tmp_path, inbox):
    site = Site(tmp_path, inbox.url, serving=neighbours.by_day())
    yield site
    site.stop()


def open_town(site, slug, insee, *options):
    site.run(
        "town", "create", slug, "--name", slug.title(), "--insee", insee, "--phone", "01 99 00 00 00", "--admin", f"admin@{slug}.test",
        *options,
    )


def bring_in(site, what, file, slug):
    return site.run("import", what, str(file), "--town", slug).stdout


@needs_data
@pytest.mark.parametrize("slug", TOWNS)
def test_a_real_town_is_opened_and_serves_a_request(page, new_context, site, inbox, slug):
    insee, outline = TOWNS[slug]
    open_town(site, slug, insee, "--outline", str(DATA / outline))
    site.start()
    helper = new_context().new_page()
    neighbours.become_helper(helper, site, inbox, f"karim@{slug}.test", "Karim", slug)
    inbox.forget()
    neighbours.ask_for_shopping(page, site, slug, email=f"jeanne@{slug}.test")
    helper.goto(inbox.wait_for(f"karim@{slug}.test").link("/reponse/"))
    follow(helper.locator("button[value=yes]"))
    inbox.wait_for(f"jeanne@{slug}.test")
    page.goto(inbox.wait_for(f"jeanne@{slug}.test").link("/suivi/"))
    assert page.locator("main a[href*='/conversation']").count() > 0


@needs_data
@pytest.mark.parametrize("version", ("1.4", "1.5"))
def test_a_town_s_own_address_file_is_searched_at_once(page, site, tmp_path, version):
    file = shutil.copy(DATA / f"bal-{version}-valid.csv", tmp_path)
    open_town(site, "escoulis", "31591")
    assert "2 addresses in, 0 lines refused" in bring_in(site, "addresses", file, "escoulis")
    assert "nothing changed" in bring_in(site, "addresses", file, "escoulis")
    site.start()
    to_the_place(page, site, "escoulis")
    assert suggestions(page, "#address", "9 rue des 3").first.inner_text() == "9 Rue des 3 Places Escoulis"


@needs_data
def test_the_bad_lines_of_a_file_are_named_and_the_others_come_in(site, tmp_path):
    file = shutil.copy(DATA / "bal-sample-invalid-rows.csv", tmp_path)
    open_town(site, "strasbourg", "67482")
    told = bring_in(site, "addresses", file, "strasbourg")
    assert "12 addresses in, 3 lines refused" in told
    refused = (tmp_path / "bal-sample-invalid-rows-refused.txt").read_text().splitlines()
    assert [line.partition(":")[0] for line in refused] == ["line 2", "line 3", "line 16"]
    assert all(line.partition(": ")[2] and line in told for line in refused)


@needs_data
def test_an_address_is_completed_and_asked_from(page, site, tmp_path, assert_sound):
    insee, outline = TOWNS["grenoble"]
    ring = ground.outline(DATA / outline)
    (tmp_path / "quartiers.geojson").write_text(ground.quartiers(ring, QUARTIERS))
    (tmp_path / "ban.csv").write_text(ground.ban(ring, QUARTIERS, insee, "38000", "Grenoble"))
    open_town(site, "grenoble", insee, "--outline", str(DATA / outline))
    assert "2 added" in bring_in(site, "quartiers", tmp_path / "quartiers.geojson", "grenoble")
    assert "640 addresses in, 0 lines refused" in bring_in(site, "addresses", tmp_path / "ban.csv", "grenoble")
    site.start()
    to_the_place(page, site, "grenoble")
    options = suggestions(page, "#address", "12 rue des lil")
    assert options.first.inner_text() == "12 Rue des Lilas 38000 Grenoble"
    options.first.click()
    assert_sound(page)
    submit(page, "main form[method=post]")
    page.locator("input[name=for][value=me]").check()
    submit(page, "main form[method=post]")
    submit(page, "main form[method=post]")
    page.locator("#firstName").fill("Jeanne")
    page.locator("#email").fill("jeanne@grenoble.test")
    submit(page, "main form[method=post]")
    assert "12 Rue des Lilas 38000 Grenoble" in page.locator(".summary").inner_text()
    page.locator("input[name=notice]").check()
    submit(page)
    assert "/suivi/" in page.url
    screenshot(page, "asked-in-grenoble")
    page.goto(site.town("grenoble", "/demandes"))
    card = page.locator("main .card").first.inner_text()
    assert "Les Lilas" in card and "Rue des Lilas" not in card
    assert_sound(page)
