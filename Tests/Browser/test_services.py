"""The directory of services: kept by the administrator, read by everybody, printed, and proposed to whoever waits."""
import pytest
from support.looks import screenshot
from support.neighbours import submit
from support.people import follow


@pytest.fixture
def office(page, town):
    """The administrator's page of that name."""
    town.sign_in(page, "admin")
    return lambda name: page.goto(town.at(f"/administration/{name}"))


def fill(page, name, **hours):
    """A service that answers requests for shopping; day and night unless hours are given, by weekday."""
    page.locator("#name").fill(name)
    page.locator("#description-fr").fill("On y fait ses courses à petit prix.")
    page.locator("#description-en").fill("Groceries at a low price.")
    page.locator("#topic-food").check()
    page.locator("#phone1").fill("04 65 71 00 01")
    page.locator("#helps-groceries").check()
    if not hours:
        page.locator("#always").check()
    for day, words in hours.items():
        page.locator(f"#hours-{day[1:]}").fill(words)


def add(admin, town, name, **hours):
    admin.goto(town.at("/administration/services/nouveau"))
    fill(admin, name, **hours)
    submit(admin, "form.box")
    assert admin.locator("main table tbody tr", has_text=name).count() == 1


@pytest.mark.parametrize("any_page", ("without-scripts", "phone"), indirect=True)
def test_what_the_administrator_writes_everybody_reads(any_page, page, office, town, assert_sound):
    reader = any_page
    reader.goto(town.at("/services"))
    assert_sound(reader)
    office("services")
    assert_sound(page)
    follow(page.locator("main a[href$='/services/nouveau']"))
    assert_sound(page)
    fill(page, "Épicerie du Lac", d1="le matin")
    submit(page, "form.box")
    assert page.locator("#hours-1-erreur").count() == 1 and page.locator("#hours-1").input_value() == "le matin"
    assert_sound(page)
    page.locator("#hours-1").fill("9 h - 12 h, 14 h - 17 h 30")
    submit(page, "form.box")
    assert_sound(page)
    screenshot(page, "services-kept")
    add(page, town, "La Voix amie")

    reader.goto(town.at("/"))
    follow(reader.locator("main a[href$='/services']"))
    assert reader.locator(".directory .card-title").all_inner_texts()[0] == "La Voix amie", "open ones first"
    assert "Lundi : 9 h à 12 h et 14 h à 17 h 30" in reader.locator("main").inner_text().replace("\u00a0", " ")
    assert reader.locator("main a[href='tel:0465710001']").count() == 2
    assert_sound(reader)
    screenshot(reader, "services")
    reader.locator("#ouvert").check()
    follow(reader.locator("form.filters button"))
    assert "La Voix amie" in reader.locator(".directory").inner_text()
    assert_sound(reader)
    reader.goto(town.at("/services?lang=en"))
    assert "Open day and night" in reader.locator("main").inner_text()
    assert_sound(reader)
    reader.goto(town.at("/services?lang=fr"))

    page.goto(town.at("/administration/services"))
    row = page.locator("main tbody tr", has_text="La Voix amie")
    follow(row.locator("form[action$='/verification'] button"))
    follow(page.locator("main tbody a", has_text="La Voix amie"))
    follow(page.locator("main a[href$='/retrait']"))
    assert_sound(page)
    follow(page.locator("main form[action$='/retrait'] button"))
    reader.goto(town.at("/services"))
    assert "La Voix amie" not in reader.content()


def test_the_directory_is_printed_large_without_what_is_only_for_a_screen(page, office, town):
    office("services")
    add(page, town, "La Voix amie")
    page.goto(town.at("/services"))
    page.emulate_media(media="print")
    assert not page.locator("form.filters").is_visible() and not page.locator(".directory .badge").first.is_visible()
    assert page.locator("main .print-only").first.is_visible()
    assert page.locator(".directory").evaluate("list => getComputedStyle(list).columnCount") == "2"
    assert page.locator(".directory strong").first.evaluate("number => parseFloat(getComputedStyle(number).fontSize)") >= 14
