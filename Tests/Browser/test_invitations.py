"""How people are brought in: a referent by the administrator's mail, volunteers from before by a table of the town hall."""
import json

import pytest
from support.looks import screenshot
from support.neighbours import QUARTIERS, submit
from support.people import follow
from support.process import eventually

SHEET = """prenom;nom;email;telephone;quartier;categories
Ali;Benali;ali@{slug}.test;;Les Lilas;Des courses
Simone;Weiss;;06 39 98 02 01;La Fontaine;
Hugo;;hugo chez exemple;;;
Emma;;emma@{slug}.test;;Nulle part;
Noé;;;;;
Ali;Benali;ali@{slug}.test;;;
"""


@pytest.mark.parametrize("any_page", ("without-scripts", "phone"), indirect=True)
def test_a_referent_is_invited_comes_and_goes(page, any_page, town, assert_sound):
    town.sign_in(page, "admin")
    page.goto(town.at("/administration/invitations"))
    invite = "form[action$='/administration/invitations']"
    page.locator("#email").fill("nadia chez exemple")
    submit(page, invite)
    assert page.locator("#email-erreur").count() == 1
    assert page.locator("#email").input_value() == "nadia chez exemple"
    assert_sound(page)
    page.locator("#email").fill(town.email("nadia"))
    page.locator("input[name=role][value=referent]").check()
    page.locator("[name=neighbourhood]").select_option(index=1)
    submit(page, invite)
    assert town.email("nadia") in page.locator("section[aria-labelledby=invites]").inner_text()
    assert_sound(page)

    referent = any_page
    referent.goto(town.mail("nadia").link("/invitation/"))
    assert_sound(referent)
    submit(referent)
    assert referent.locator("#firstName-erreur").count() == 1
    assert_sound(referent)
    referent.locator("#firstName").fill("Nadia")
    submit(referent)
    assert referent.url.endswith("/referent")
    assert_sound(referent)

    page.goto(town.at("/administration/invitations"))
    follow(page.locator("tr", has_text="Nadia").locator("button"))
    assert "Nadia" not in page.locator("section[aria-labelledby=equipe]").inner_text()
    assert referent.goto(town.at("/referent")).status == 404
    assert_sound(referent)
    # The last administrator stays: a town without one could not be mended.
    follow(page.locator("section[aria-labelledby=equipe] button"))
    assert page.locator(".error-summary").count() == 1
    assert_sound(page)


def test_an_invitation_is_taken_back(page, new_context, town, assert_sound):
    town.sign_in(page, "admin")
    page.goto(town.at("/administration/invitations"))
    page.locator("#email").fill(town.email("zoe"))
    page.locator("input[name=role][value=moderator]").check()
    submit(page, "form[action$='/administration/invitations']")
    letter = town.mail("zoe")
    follow(page.locator("section[aria-labelledby=invites] button"))
    assert_sound(page)
    late = new_context().new_page()
    assert late.goto(letter.link("/invitation/")).status == 404
    assert_sound(late)


def test_volunteers_from_before_are_invited_by_mail_and_by_letter(phone_page, new_context, town, tmp_path, assert_sound):
    sheet = tmp_path / "benevoles.csv"
    sheet.write_text(SHEET.format(slug=town.slug))
    done = town.run("import", "helpers", str(sheet), check=False)
    assert done.returncode == 1
    assert "1 invited by e-mail, 1 by letter, 0 known already" in done.stdout
    assert [line.split()[2] for line in done.stderr.splitlines()[1:]] == ["4:", "5:", "6:", "7:"]
    again = town.run("import", "helpers", str(sheet), check=False)
    assert "0 invited by e-mail, 0 by letter, 2 known already" in again.stdout

    ali = new_context().new_page()
    ali.goto(town.mail("ali").link("/invitation/"))
    assert_sound(ali)
    submit(ali)
    assert ali.locator("#notice-erreur").count() == 1
    assert_sound(ali)
    ali.locator("#birthYear").fill("1970")
    ali.locator("input[name=notice]").check()
    submit(ali)
    assert ali.url.endswith("/mon-compte/disponibilites")
    assert ali.locator("input[name=categories][value=groceries]").is_checked()
    answer_letter(phone_page, town, tmp_path / "benevoles-lettres.html", assert_sound)


def answer_letter(page, town, letters, check):
    """An offline helper, or somebody beside them, types the code that was printed."""
    page.goto(letters.as_uri())
    code = page.locator(".code").inner_text()
    assert town.at("/invitation").removeprefix("http://") in page.locator("main, body").first.inner_text()
    screenshot(page, "letter")
    page.goto(town.at("/invitation"))
    check(page)
    page.locator("#code").fill("ABCD-1234")
    submit(page)
    assert page.locator("#code-erreur").count() == 1
    assert page.locator("#code").input_value() == "ABCD-1234"
    check(page)
    page.locator("#code").fill(code.lower().replace("-", " "))
    submit(page)
    assert "Simone" in page.locator("h1").inner_text()
    check(page)
    page.locator("#birthYear").fill("1950")
    page.locator("input[name=notice]").check()
    submit(page)
    assert page.locator(".panel").count() == 1
    check(page)
    # Used once.
    page.goto(town.at("/invitation"))
    page.locator("#code").fill(code)
    submit(page)
    assert page.locator("#code-erreur").count() == 1


def test_who_does_not_wish_to_help_is_forgotten(page, town, tmp_path, assert_sound):
    sheet = tmp_path / "benevoles.csv"
    sheet.write_text(f"prenom;nom;email\nAli;Benali;{town.email('ali')}\n")
    town.run("import", "helpers", str(sheet))
    letter = town.mail("ali")
    page.goto(letter.link("/invitation/"))
    follow(page.locator("form[action$='/refus'] button"))
    assert_sound(page)
    assert page.goto(letter.link("/invitation/")).status == 404
    assert "1 invited by e-mail" in town.run("import", "helpers", str(sheet)).stdout


def test_a_quartier_more_is_brought_in_and_one_that_cannot_be_drawn_is_refused(page, town, tmp_path):
    quartiers = tmp_path / "quartiers.geojson"
    third = {"type": "Feature", "properties": {"nom": "Le Port"}, "geometry": None}
    quartiers.write_text(json.dumps(QUARTIERS | {"features": [*QUARTIERS["features"], third]}))
    refused = town.run("import", "quartiers", str(quartiers), check=False)
    assert refused.returncode == 1 and "Le Port" in refused.stderr
    third["geometry"] = {"type": "Polygon", "coordinates": [[[5.02, 43.5], [5.03, 43.5], [5.03, 43.51], [5.02, 43.51], [5.02, 43.5]]]}
    quartiers.write_text(json.dumps(QUARTIERS | {"features": [*QUARTIERS["features"], third]}))
    assert "1 added, 0 changed, 2 as before" in town.run("import", "quartiers", str(quartiers)).stdout
    town.sign_in(page, "karim")
    assert eventually(lambda: offers(page, "Le Port"))


def offers(page, name):
    """Whether one may choose this quartier."""
    page.reload()
    return name in page.locator("[name=neighbourhood] option").all_inner_texts()
