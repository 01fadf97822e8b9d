"""Every page that has an address of its own, as everybody who may open it: valid, accessible, no wider than a small phone."""
import re

import pytest
from support.looks import screenshot
from support.routes import addresses
from support.world import ROLES, TOWN, email


def inside(page):
    """One link of each kind from a page into something of its own: a request, a person, a section of settings."""
    found = {}
    for link in page.locator("main a[href*='/t/']").all():
        path = link.get_attribute("href").partition(f"/t/{TOWN}")[2].partition("?")[0].partition("#")[0]
        shape = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", ":id", path)
        if shape != path or path.startswith("/administration/"):
            found.setdefault(shape, path)
    return found


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role_is_sound_at_320_pixels(phone_page, entraide, sign_in, assert_sound, role):
    sign_in(phone_page, email(role))
    seen, further = set(), {}
    for path in addresses(entraide):
        answer = phone_page.goto(entraide.town(TOWN, path))
        assert answer.status in (200, 404), f"{path} answered {answer.status}"
        if answer.status == 200:
            seen.add(path)
            assert "⟦" not in phone_page.content(), f"{path} lacks a sentence"
            assert_sound(phone_page)
            screenshot(phone_page, f"{role}{path.replace('/', '-')}")
            further |= inside(phone_page)
    assert {"/", "/demandes", "/mon-compte", "/conversations"} <= seen
    for path in further.values():
        answer = phone_page.goto(entraide.town(TOWN, path))
        if answer.status == 200 and "html" in answer.headers.get("content-type", ""):
            assert "⟦" not in phone_page.content(), f"{path} lacks a sentence"
            assert_sound(phone_page)


def test_the_doors_of_each_role_are_open(page, entraide, sign_in):
    doors = {"referent": "/referent", "moderateur": "/moderation", "admin": "/administration", "dpo": "/dpo", "permanence": "/conciergerie"}
    for role, path in doors.items():
        sign_in(page, email(role))
        assert page.goto(entraide.town(TOWN, path)).status == 200
        page.context.clear_cookies()
