"""Going to find the missing requests: the board, the sheets of paper, and the code that a telephone reads."""
import re
import struct
import zlib

import zxingcpp
from support.looks import assert_no_sideways_scroll, screenshot
from support.people import follow
from support.places import SCREENSHOTS
from support.world import TOWN, email

SHEETS = ("affiche", "lettre", "fiche-de-relais")


def grey(png):
    """The picture as rows of grey bytes (PNG of 8 bits a sample, as browsers write it)."""
    chunks, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at:at + 8])
        body = png[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
        chunks += body if kind == b"IDAT" else b""
        at += 12 + length
    assert depth == 8
    samples = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    raw, stride, rows, before = zlib.decompress(chunks), width * samples, bytearray(), bytearray(width * samples)
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(raw[start + 1:start + 1 + stride])
        for i in range(stride):
            left = line[i - samples] if i >= samples else 0
            up, corner = before[i], before[i - samples] if i >= samples else 0
            line[i] = (line[i] + predicted(raw[start], left, up, corner)) & 255
        rows += line[::samples]
        before = line
    return memoryview(bytes(rows)).cast("B", (height, width))


def predicted(kind, left, up, corner):
    if kind == 4:
        guess = left + up - corner
        return min((left, up, corner), key=lambda one: abs(guess - one))
    return (0, left, up, (left + up) // 2)[kind]


def read_code(page):
    return [code.text for code in zxingcpp.read_barcodes(grey(page.locator("svg.qr").screenshot()))]


def test_a_referent_prints_and_a_telephone_reads(page, entraide, sign_in, assert_sound):
    sign_in(page, email("referent"))
    page.goto(entraide.town(TOWN, "/referent"))
    follow(page.locator("nav.tabs a[href$='/referent/demandes-manquantes']"))
    assert_sound(page)
    screenshot(page, "demandes-manquantes")
    slug = page.locator("section.section h2").first.get_attribute("id").removeprefix("quartier-")
    for sheet in SHEETS:
        page.goto(entraide.town(TOWN, f"/referent/supports/{sheet}?quartier={slug}"))
        assert_sound(page)
        assert read_code(page) == [entraide.town(TOWN, f"/demandes/nouvelle?quartier={slug}")]
        page.emulate_media(media="print")
        assert not page.locator(".site-header").is_visible() and page.locator("svg.qr").is_visible()
        screenshot(page, f"papier-{sheet}")
        paper = page.pdf(path=SCREENSHOTS / f"papier-{sheet}.pdf", format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type /Page\b", paper)) == 1, f"{sheet} is more than a sheet"
        page.emulate_media(media="screen")


def test_the_code_opens_the_quartiers_own_page_without_scripts(new_context, page, entraide, sign_in):
    sign_in(page, email("referent"))
    page.goto(entraide.town(TOWN, "/referent/demandes-manquantes"))
    slug = page.locator("section.section h2").first.get_attribute("id").removeprefix("quartier-")
    page.goto(entraide.town(TOWN, f"/referent/supports/affiche?quartier={slug}"))
    [address] = read_code(page)
    visitor = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    visitor.goto(address)
    assert "/demandes/nouvelle/quoi" in visitor.url
    visitor.locator("main input[name=category]").first.check()
    visitor.locator("main form button[type=submit]").click()
    visitor.locator("main input[name=when][value=now]").check()
    visitor.locator("main form button[type=submit]").click()
    assert visitor.locator("select[name=neighbourhood]").input_value() == slug
    assert_no_sideways_scroll(visitor)


def test_the_town_notes_the_figures_of_the_census(page, entraide, sign_in, assert_sound):
    sign_in(page, email("admin"))
    page.goto(entraide.town(TOWN, "/administration/demandes-manquantes"))
    field = page.locator("main form.box input[type=number]").first
    field.fill("140")
    follow(page.locator("main form.box button"))
    assert_sound(page)
    assert "140 personnes de 75 ans et plus" in page.locator("main").inner_text()
    screenshot(page, "demandes-manquantes-ville")
