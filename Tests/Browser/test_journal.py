"""The data protection officer's journal: read, filtered, taken away, and a name on request."""
from support.looks import screenshot
from support.people import follow
from support.world import TOWN, email


def test_the_officer_reads_filters_and_asks_for_a_name(page, entraide, sign_in, assert_sound):
    sign_in(page, email("dpo"))
    follow(page.locator("nav a[href$='/dpo']").first)
    screenshot(page, "journal")
    assert_sound(page)
    assert page.locator(".notice.success").count() == 1
    page.locator("#acte").select_option("decided")
    follow(page.locator("form.filters [type=submit]"))
    rows = page.locator("table.rows tbody tr")
    assert rows.count() > 3
    assert set(page.locator("td[data-label=Acte]").all_inner_texts()) == {"a décidé"}
    follow(rows.first.locator("a[href$='/nom']"))
    assert_sound(page)
    follow(page.locator("main form [type=submit]"))
    assert page.locator("p.lead").inner_text().strip()
    page.goto(entraide.town(TOWN, "/dpo?acte=read_contact"))
    assert "journal" in page.locator("table.rows tbody tr").first.inner_text()


def test_on_a_small_screen_the_rows_are_cards(phone_page, sign_in, assert_sound):
    sign_in(phone_page, email("dpo"))
    phone_page.goto(phone_page.url.partition("/mon-compte")[0] + "/dpo")
    screenshot(phone_page, "journal-320")
    assert_sound(phone_page)
