"""Every public page of the demo opens, in its language, and is sound."""
import json

import pytest
from support.looks import screenshot
from support.world import COMPULSORY_PATHS, PUBLIC_PATHS, TOWN, TOWNS


def test_the_demo_has_these_towns(entraide):
    towns = json.loads(entraide.run("town", "list", "--json").stdout)
    assert {town["slug"] for town in towns} == set(TOWNS)


def test_the_front_page_lists_the_towns(any_page, entraide, assert_sound):
    assert any_page.goto(entraide.url).status == 200
    for slug in TOWNS:
        assert any_page.locator(f"main a[href$='/t/{slug}/'], main a[href$='/t/{slug}']").count() > 0
    assert_sound(any_page)


@pytest.mark.parametrize("slug", TOWNS)
def test_each_town_opens(page, entraide, assert_sound, slug):
    assert page.goto(entraide.town(slug)).status == 200
    screenshot(page, f"town-{slug}")
    assert_sound(page)


@pytest.mark.parametrize("path", PUBLIC_PATHS)
def test_public_pages_open_for_everybody(any_page, entraide, assert_sound, path, request):
    assert any_page.goto(entraide.town(TOWN, path)).status == 200
    language = "en" if "english" in request.node.name else "fr"
    assert any_page.locator("html").get_attribute("lang") == language
    assert any_page.locator("h1").count() == 1
    assert_sound(any_page)


@pytest.mark.parametrize("path", COMPULSORY_PATHS)
def test_compulsory_pages_are_linked_from_the_home_page(page, entraide, path):
    page.goto(entraide.town(TOWN))
    assert page.locator(f"a[href$='{path}']").count() > 0


@pytest.mark.parametrize("path", ("/nulle-part", "/suivi/inconnu"))
def test_what_does_not_exist_says_so_kindly(page, entraide, assert_sound, path):
    assert page.goto(entraide.town(TOWN, path)).status == 404
    assert page.locator("main").inner_text().strip()
    assert_sound(page)
