"""What neighbours do on the site, each step as a person would take it; the town is small and fresh, so that who is asked is known."""
import datetime
import json
import pathlib
import re
import zoneinfo

from support.looks import screenshot
from support.people import follow

SLUG = "clairval"

QUARTIERS = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"nom": name, "fictif": True},
            "geometry": {"type": "Polygon", "coordinates": [[[x, 43.5], [x + 0.01, 43.5], [x + 0.01, 43.51], [x, 43.51], [x, 43.5]]]},
        }
        for name, x in (("Les Lilas", 5.0), ("La Fontaine", 5.01))
    ],
}


def by_day(days=0):
    """Settings under which the server's clock shows ten in the morning in Paris: at night nobody is asked, and tests run at any hour."""
    paris = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris"))
    ahead = (10 - paris.hour) % 24 * 3600 - paris.minute * 60 + days * 86400
    library = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    return {"LD_PRELOAD": str(library), "FAKETIME": f"{ahead:+d}s", "DONT_FAKE_MONOTONIC": "1"}


def shown_day():
    """The day of that server's clock: after ten it is tomorrow already."""
    paris = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris"))
    return paris.date() + datetime.timedelta(days=1 if paris.hour > 10 else 0)


def days_to_work(least):
    """How many days from then a Wednesday or a Friday is that is at least so far away, and no holiday."""
    holidays = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    days = (shown_day() + datetime.timedelta(days=count) for count in range(least, least + 30))
    return next((day - shown_day()).days for day in days if day.weekday() in (2, 4) and (day.month, day.day) not in holidays)


def open_town(site, slug=SLUG, *options):
    """A town with two quartiers and an administrator, who owns what nobody else does."""
    file = site.folder / "quartiers.geojson"
    file.write_text(json.dumps(QUARTIERS))
    site.run("town", "create", slug, "--name", slug.title(), "--phone", "01 99 00 00 00", "--admin", f"admin@{slug}.test", *options)
    site.run("import", "quartiers", str(file), "--town", slug)
    return slug


def sign_in(page, site, inbox, address, slug=SLUG):
    inbox.forget()
    page.goto(site.town(slug, "/connexion"))
    page.locator("main input[type=email]").fill(address)
    follow(page.locator("main form [type=submit]").first)
    page.goto(inbox.wait_for(address).link("/connexion"))
    follow(page.locator("main form [type=submit]").first)
    page.wait_for_url(re.compile(r"^(?!.*/connexion)"))


def become_helper(page, site, inbox, address, first_name, slug=SLUG, check=lambda page: None):
    """From nothing to a neighbour who may be asked to shop: account, availability, charter."""
    sign_in(page, site, inbox, address, slug)
    check(page)
    introduce(page, first_name)
    page.goto(site.town(slug, "/mon-compte/disponibilites"))
    check(page)
    say_when(page)
    page.goto(site.town(slug, "/mon-compte/charte"))
    check(page)
    page.locator("input[name=charter]").check()
    submit(page, "form[action$='/charte']")


def introduce(page, first_name):
    """The page of whoever has no account yet."""
    page.locator("#firstName").fill(first_name)
    choose_quartier(page)
    page.locator("input[name=age]").check()
    submit(page)


def say_when(page):
    """An availability as wide as can be, for shopping."""
    page.locator("input[name=categories][value=groceries]").check()
    if page.locator("input[name=birthYear]").count():
        page.locator("input[name=birthYear]").fill("1980")
    for day in page.locator("input[name=days]").all():
        day.check()
    page.locator("[name=fromHour]").select_option("6")
    page.locator("[name=toHour]").select_option("24")
    for name in ("radius", "weeklyAsks"):
        choice = page.locator(f"select[name={name}]")
        if choice.count():
            choice.select_option(index=choice.locator("option").count() - 1)
    page.locator("input[name=travel]").first.check()
    submit(page, "form[action$='/disponibilites']")


def choose_quartier(page):
    """Where the town has any."""
    choice = page.locator("select[name=neighbourhood]")
    if choice.count():
        choice.select_option(index=1)


def submit(page, form="main form"):
    follow(page.locator(f"{form} [type=submit]").first)


def ask_for_shopping(page, site, slug=SLUG, email=None, phone=None, for_whom="me", when=None, check=lambda page: None, details="Du pain et du lait, s’il vous plaît",
                     reread=None):
    """The seven pages. Answers the reference and the address of the tracking page. `when` is for a day or a rhythm: the fields of that page.
    `reread` does what somebody does who is asked to read their words again."""
    page.goto(site.town(slug))
    follow(page.locator("main a.button[href$='/demandes/nouvelle']").first)
    page.locator("input[value=groceries]").check()
    next_page(page, check)
    say_for_when(page, **(when or {"when": "now"}))
    next_page(page, check)
    choose_quartier(page)
    page.locator("[name=place]").fill("12 rue des Lilas, 3e étage")
    next_page(page, check)
    page.locator(f"input[name=for][value={for_whom}]").check()
    if for_whom == "other":
        page.locator("#otherFirstName").fill("Paulette")
        page.locator("#otherPhone").fill("01 99 00 00 22")
    next_page(page, check)
    page.locator("[name=details]").fill(details)
    next_page(page, check)
    if reread:
        reread(page)
    page.locator("#firstName").fill("Jeanne")
    page.locator("#lastName").fill("Durand")
    page.locator("#email").fill(email or "")
    page.locator("#phone").fill(phone or "")
    next_page(page, check)
    check(page)
    page.locator("input[name=notice]").check()
    submit(page)
    check(page)
    screenshot(page, "asked")
    return page.locator(".reference").first.inner_text().strip(), page.url.split("?")[0]


def say_for_when(page, when, date=None, rhythm=None):
    page.locator(f"input[name=when][value={when}]").check()
    if when == "date":
        page.locator("[name=date]").fill(date)
    if when == "every":
        page.locator("[name=rhythm]").select_option(rhythm)


def next_page(page, check):
    check(page)
    submit(page, "main form[method=post]")
