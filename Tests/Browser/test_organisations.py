"""Organisations: kept by the administrator, asked when no neighbour could answer, answering by the link of their mail; the reserve called out."""
import datetime

import pytest
from support import neighbours
from support.looks import screenshot
from support.neighbours import submit
from support.people import follow


def hours_later(town, hours):
    """The same site, its clock so many hours further on: what was due meanwhile happens."""
    ahead = neighbours.by_day()
    ahead["FAKETIME"] = f"{int(ahead['FAKETIME'].rstrip('s')) + hours * 3600:+d}s"
    town.site.stop()
    town.site.serving = ahead
    town.site.start()


def add(admin, town, name, kind, check=lambda page: None):
    """One organisation of the whole town that takes everything; the administrator answers for it."""
    admin.goto(town.at("/administration/organisations"))
    check(admin)
    follow(admin.locator("main a[href$='/organisations/nouvelle']"))
    check(admin)
    admin.locator("#name").fill(name)
    admin.locator(f"input[name=kind][value={kind}]").check()
    admin.locator("#email").fill(f"{kind}@{town.slug}.test")
    admin.locator("#owner").select_option(index=1)
    submit(admin, "form.box")
    assert admin.locator("main table tbody tr", has_text=name).count() == 1
    check(admin)


def asked(town, admin, asker, kind, hours, check=lambda page: None):
    """Somebody asks, no neighbour is there, the owner's time passes: the organisation's mail, and the asker's page."""
    _, tracking = town.ask(asker, "jeanne", check=check)
    town.mail("admin", "demande")
    hours_later(town, hours)
    return town.mail(kind), tracking


@pytest.mark.parametrize("any_page", ("without-scripts", "phone"), indirect=True)
def test_an_association_is_asked_says_yes_and_is_done(any_page, page, new_context, town_by_day, assert_sound):
    town, association = town_by_day, any_page
    town.sign_in(page, "admin")
    add(page, town, "Le Panier partagé", "association", assert_sound)
    screenshot(page, "organisations")
    asker = new_context().new_page()
    mail, tracking = asked(town, page, asker, "association", 3)
    for word in ("Jeanne", "Durand", "12 rue des Lilas", "Du pain"):
        assert word not in mail.subject + mail.text + mail.html, word
    asker.goto(tracking)
    assert "association" in asker.locator("main").inner_text()
    assert_sound(asker)

    association.goto(mail.link("/organisation/"))
    assert_sound(association)
    screenshot(association, "organisation-asked")
    assert "Jeanne" not in association.content()
    association.locator("#name").fill("Léa")
    follow(association.locator("button[value=accept]"))
    assert_sound(association)
    assert "Jeanne D." in association.locator("main").inner_text() and "Durand" not in association.content()
    association.locator("[name=message]").fill("Nous passons à 15 heures.")
    follow(association.locator("form.composer [type=submit]"))
    assert "Nous passons à 15 heures." in association.locator(".messages").inner_text()
    assert_sound(association)
    screenshot(association, "organisation-accepted")

    told = town.mail("jeanne", "dit oui")
    assert "Le Panier partagé" in told.text
    asker.goto(tracking)
    assert "Le Panier partagé" in asker.locator("main").inner_text()
    page.goto(town.at("/referent"))
    follow(page.locator("main a[href*='/referent/demandes/']").first)
    assert "Le Panier partagé a accepté" in page.locator("main").inner_text() and "Léa" in page.locator("main").inner_text()
    assert_sound(page)
    screenshot(page, "guided-organisation")

    follow(association.locator("a[href$='/suite']"))
    assert_sound(association)
    follow(association.locator("button[value=helped]"))
    assert_sound(association)
    asker.goto(tracking)
    assert_sound(asker)
    assert asker.locator("[aria-current=step]").count() == 1


def test_the_reserve_is_asked_only_while_it_is_called_out(phone_page, new_context, town_by_day, assert_sound):
    town, admin = town_by_day, phone_page
    town.sign_in(admin, "admin")
    add(admin, town, "Réserve communale", "communal_reserve", assert_sound)
    admin.goto(town.at("/administration/reserve-communale"))
    assert_sound(admin)
    submit(admin, "form.box")
    assert admin.locator(".error-summary").count() == 1
    assert_sound(admin)
    day = neighbours.shown_day()
    admin.locator("#decidedBy").fill("Mme Dupont, maire")
    admin.locator("#why").fill("Crue de la rivière")
    admin.locator("#from").fill(day.isoformat())
    # More working days than one volunteer may serve in a year: to be meant, or corrected.
    admin.locator("#until").fill((day + datetime.timedelta(days=60)).isoformat())
    submit(admin, "form.box")
    assert admin.locator("#beyond-erreur").count() == 1
    assert_sound(admin)
    screenshot(admin, "reserve-beyond")
    admin.locator("#until").fill(day.isoformat())
    submit(admin, "form.box")
    assert_sound(admin)
    screenshot(admin, "reserve-called-out")
    assert "Mme Dupont, maire" in admin.locator("main").inner_text()

    asker = new_context().new_page()
    mail, _ = asked(town, admin, asker, "communal_reserve", 3)
    admin.goto(town.at("/administration/reserve-communale"))
    follow(admin.locator("form[action$='/fin'] [type=submit]"))
    assert_sound(admin)
    assert town.mail("communal_reserve", "Fin de l’activation")
    reserve = new_context(locale="en-GB").new_page()
    reserve.goto(mail.link("/organisation/"))
    assert_sound(reserve)
    assert reserve.locator("button[value=accept]").count() == 0


def test_an_organisation_gives_a_request_back(page, new_context, town_by_day, assert_sound):
    town = town_by_day
    town.sign_in(page, "admin")
    add(page, town, "Service des solidarités", "service")
    asker = new_context().new_page()
    mail, tracking = asked(town, page, asker, "service", 3)
    service = new_context().new_page()
    service.goto(mail.link("/organisation/"))
    follow(service.locator("button[value=decline]"))
    assert_sound(service)
    follow(service.locator("button[value=accept]"))
    follow(service.locator("a[href$='/retrait']"))
    assert_sound(service)
    screenshot(service, "organisation-withdrawal")
    follow(service.locator("main form [type=submit]"))
    assert_sound(service)
    assert "Jeanne" not in service.content()
    asker.goto(tracking)
    assert_sound(asker)
    assert "Service des solidarités" not in asker.locator("main").inner_text()
