"""The map: a list that says all, a drawing that needs nothing, and a base map where the town wants one."""
import base64
import re

import pytest
from support import people
from support.looks import screenshot
from support.places import ROOT
from support.site import Site
from support.world import TOWN, email

HOST = "https://data.geopf.fr/"
GREY = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGN4CgAA6QDo3jZPmwAAAABJRU5ErkJggg==")


@pytest.fixture(scope="module")
def mapped(tmp_path_factory, inbox, browser):
    """A demo whose administrator has chosen the recommended base map, in one click."""
    site = Site(tmp_path_factory.mktemp("mapped"), inbox.url)
    site.run("demo")
    site.start()
    page = browser.new_page()
    try:
        people.sign_in(page, site, inbox, email("admin"))
        page.goto(site.town(TOWN, "/administration/carte"))
        page.locator("button[name=recommended]").click()
        assert page.locator("#tileCredit").input_value() == "© IGN"
        page.close()
        yield site
    finally:
        site.stop()


@pytest.fixture
def tiles(new_context):
    """`tiles(page)`: the asked addresses of a tile server that answers one grey pixel."""

    def serve(page):
        asked = []

        def answer(route):
            asked.append(route.request.url)
            assert "referer" not in route.request.headers
            route.fulfill(body=GREY, content_type="image/png")

        page.route(re.compile("^" + re.escape(HOST)), answer)
        return asked

    return serve


def total(text):
    return int(re.search(r"\d+", text).group())


def test_the_list_alone_says_all(any_page, entraide, assert_sound):
    any_page.goto(entraide.town(TOWN, "/carte"))
    rows = any_page.locator(".map-list tbody tr")
    counts = [total(row.locator("td").first.inner_text()) for row in rows.all()]
    assert sum(counts) == total(any_page.locator(".map-list caption").inner_text()) > 0
    assert sum(total(text) for text in any_page.locator(".map-counts text").all_text_contents()) <= sum(counts)
    assert any_page.locator("svg.map[role=img]").get_attribute("aria-label")
    assert any_page.locator(".leaflet-container").count() == 0
    assert_sound(any_page)


def test_from_the_list_to_the_map_and_back_with_the_filter(page_without_scripts, entraide):
    page = page_without_scripts
    page.goto(entraide.town(TOWN, "/demandes?lieu=sur-place"))
    page.locator(".tabs a", has_text="carte").click()
    assert page.url.endswith("/carte?lieu=sur-place")
    page.locator("#quoi").select_option("propositions")
    page.locator(".filters button").click()
    assert "quoi=propositions" in page.url and "lieu=sur-place" in page.url
    row = page.locator(".map-list tbody tr").first
    place = row.locator("th a").inner_text()
    row.locator("th a").click()
    assert "/propositions?" in page.url and "lieu=sur-place" in page.url
    assert page.locator("#quartier option:checked").inner_text() == place


@pytest.mark.parametrize("width,height", [(320, 640), (390, 844), (1280, 800)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_base_map_is_a_layer_below_the_same_numbers(new_context, mapped, tiles, assert_sound, width, height, scheme):
    page = new_context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
    asked = tiles(page)
    page.goto(mapped.town(TOWN, "/carte"))
    page.locator(".leaflet-tile-loaded").first.wait_for()
    assert asked and all(url.startswith(HOST) and "{" not in url for url in asked)
    numbers = [total(text) for text in page.locator(".map-mark").all_inner_texts()]
    listed = [total(row.locator("td").first.inner_text()) for row in page.locator("tr[data-marks]").all()]
    assert sum(numbers) == sum(listed)
    assert page.locator(".map-credit").inner_text() == "Fond de carte\u00a0: © IGN, Licence Ouverte 2.0"
    for control in page.locator(".leaflet-control-zoom a").all():
        box = control.bounding_box()
        assert min(box["width"], box["height"]) >= 44
        assert control.get_attribute("aria-label") in ("Agrandir la carte", "Réduire la carte")
    assert_sound(page)
    screenshot(page, f"map-tiles-{width}-{scheme}")


def test_the_keyboard_reaches_every_number(page, mapped, tiles):
    tiles(page)
    page.goto(mapped.town(TOWN, "/carte"))
    mark = page.locator(".map-mark").first
    assert re.search(r"\d+ besoin", mark.get_attribute("aria-label"))
    for key in ("Enter", " "):
        mark.focus()
        page.keyboard.press(key)
        page.locator(".leaflet-popup-content a:focus").wait_for()
        assert page.locator(".leaflet-popup-close-button").get_attribute("aria-label") == "Fermer"
        page.keyboard.press("Escape")
        page.locator(".leaflet-popup").wait_for(state="detached")
        assert mark.evaluate("mark => mark === document.activeElement")
    page.keyboard.press("Enter")
    page.locator(".leaflet-popup-content a:focus").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/demandes?quartier=*")


def test_nothing_moves_for_who_asked_for_rest(new_context, mapped, tiles):
    page = new_context(reduced_motion="reduce").new_page()
    tiles(page)
    page.goto(mapped.town(TOWN, "/carte"))
    page.locator(".leaflet-tile-loaded").first.wait_for()
    assert page.locator(".leaflet-zoom-anim, .leaflet-fade-anim").count() == 0


def test_without_scripts_nobody_else_is_asked(page_without_scripts, mapped, tiles, assert_sound):
    asked = tiles(page_without_scripts)
    page_without_scripts.goto(mapped.town(TOWN, "/carte"))
    assert page_without_scripts.locator("svg.map .map-counts text").count() > 0
    assert not asked
    assert_sound(page_without_scripts)


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_drawing_in_both_schemes(new_context, entraide, assert_sound, width, scheme):
    page = new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    page.goto(entraide.town(TOWN, "/carte"))
    assert page.locator("svg.map").bounding_box()["width"] > 200
    assert_sound(page)
    screenshot(page, f"map-drawing-{width}-{scheme}")


def test_what_is_fetched_is_leaflet_and_kept_for_ever(page, entraide):
    answer = page.request.get(f"{entraide.url}/static/vendor/leaflet-1.9.4/leaflet.js")
    assert answer.ok and "immutable" in answer.headers["cache-control"]
    assert answer.body() == (ROOT / ".vendor/leaflet-1.9.4/leaflet.js").read_bytes()
