"""A day on paper: sheets printed ahead, the plug pulled, and everything entered by its code, by keyboard alone and without scripts."""
import re
import subprocess

import pytest
from playwright.sync_api import expect
from support.looks import screenshot
from support.people import follow
from support.world import TOWN, email


@pytest.fixture
def paper(entraide):
    return lambda path="": entraide.town(TOWN, f"/conciergerie/papier{path}")


def said_by(tool, *arguments):
    return subprocess.run([tool, *arguments], capture_output=True, text=True, check=True).stdout


def type_code(page, code):
    """The focus is there already."""
    expect(page.locator("#code")).to_be_focused()
    page.keyboard.type(code.lower())
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_pile_of_paper_is_entered_by_its_codes(page_without_scripts, sign_in, paper, assert_sound, tmp_path):
    page = page_without_scripts
    sign_in(page, email("permanence"))
    page.goto(paper())
    page.locator("[name=copies]").fill("3")
    follow(page.locator("form[action$='/fiches'] [type=submit]"))
    assert_sound(page)
    screenshot(page, "paper-sheets")
    codes = page.locator(".paper-code .reference").all_inner_texts()
    assert len(set(codes)) == 3

    # The file is one that a screen reader reads: tagged, with a title and a language.
    file = tmp_path / "fiches.pdf"
    answer = page.request.get(page.url + "/fiches.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    file.write_bytes(answer.body())
    facts = said_by("pdfinfo", file)
    assert re.search(r"Tagged: +yes", facts) and "Fiche d’appel" in facts and re.search(r"Pages: +3\b", facts)
    assert b"/Lang (fr)" in answer.body()
    words = said_by("pdftotext", file, "-")
    assert all(code in words for code in codes) and "Ne peut pas porter" in words
    assert "H1" in said_by("pdfinfo", "-struct", file)

    references = [enter_sheet(page, paper, code, number) for number, code in enumerate(codes)]

    # The first one again: it says so, and leads to the call.
    page.goto(paper("/saisie"))
    type_code(page, codes[0])
    assert "déjà saisi" in page.locator("main").inner_text()
    assert_sound(page)
    follow(page.get_by_role("link", name="Voir l’appel"))
    assert references[0] in page.locator("main").inner_text()

    page.goto(paper("/saisie"))
    type_code(page, "AAAAC")
    assert "pas un code de feuille" in page.locator("#code-erreur").inner_text()
    assert_sound(page)

    enter_rows(page, paper, references[:2], assert_sound)


def enter_sheet(page, paper, code, number):
    """What stands on it goes into the call's screen; the call began when the sheet says."""
    page.goto(paper("/saisie"))
    type_code(page, code)
    assert "/appels/" in page.url
    page.locator("[name=category]").select_option("groceries")
    page.locator("[name=details]").fill(f"Fiche papier {number + 1}")
    quartiers = page.locator("[name=neighbourhood] option").evaluate_all("all => all.map(one => one.value)")
    page.locator("[name=neighbourhood]").select_option(quartiers[1])
    page.locator("[name=firstName]").fill(f"Papier{number + 1}")
    page.locator("[name=notice]").check()
    follow(page.get_by_role("button", name="Enregistrer la demande"))
    reference = page.locator(".reference").first.inner_text().strip()
    follow(page.get_by_role("link", name="Feuille suivante"))
    expect(page.locator("#code")).to_be_focused()
    return reference


def enter_rows(page, paper, references, assert_sound):
    page.goto(paper())
    quartier = page.locator("[name=quartier] option").evaluate_all("all => all.map(one => one.value)")[1]
    page.locator("[name=quartier]").select_option(quartier)
    follow(page.locator("form:has([name=quartier]) [type=submit]"))
    assert_sound(page)
    screenshot(page, "paper-list")
    assert "Papier1" not in page.content(), "an operator prints no names"
    rows = {reference: page.locator("tbody tr", has_text=reference).locator("th").inner_text() for reference in references}
    page.goto(paper("/saisie"))
    for digit, (reference, code) in zip("15", rows.items()):
        type_code(page, code)
        assert reference in page.locator("h2").first.inner_text()
        assert_sound(page)
        expect(page.locator("#result")).to_be_focused()
        page.keyboard.type(digit)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert f"{code} est saisi" in page.locator("[role=status]").inner_text()
    screenshot(page, "paper-entered")
    page.goto(page.url.split("/papier")[0] + f"/demandes?reference={references[0]}")
    assert "terminée" in page.locator("main").inner_text()
    follow(page.get_by_role("link", name="Lettre ou SMS"))
    assert references[0] in page.locator("textarea").input_value()
    assert_sound(page)
    screenshot(page, "paper-letter")
