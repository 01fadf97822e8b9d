"""The main job without a mouse: an account, an availability, a request, an answer by mail, a conversation, and how it went."""
from support.keyboard import pick, press, reach, send, tick, write


def come_in(page, town, name):
    page.goto(town.at("/"))
    press(page, "a[href$='/connexion']")
    write(page, "#email", town.email(name))
    send(page)
    page.goto(town.mail(name).link("/connexion"))
    send(page)
    write(page, "#firstName", name.title())
    choose(page, "select[name=neighbourhood]")
    tick(page, "input[name=age]")
    send(page)


def choose(page, selector):
    """The first answer of a list."""
    reach(page, selector)
    page.keyboard.press("ArrowDown")


def help_with_shopping(page, town):
    press(page, "main a[href$='/mon-compte/disponibilites']")
    tick(page, "input[name=categories][value=groceries]")
    for day in range(1, 8):
        tick(page, f"input[name=days][value='{day}']")
    choose(page, "select[name=fromHour]")
    reach(page, "select[name=toHour]")
    page.keyboard.press("End")
    for name in ("weeklyAsks", "radius"):
        reach(page, f"select[name={name}]")
        page.keyboard.press("End")
    pick(page, "input[name=travel][value=foot]")
    write(page, "#birthYear", "1980")
    send(page, "form[action$='/disponibilites']")
    tick(page, "input[name=charter]")
    send(page, "form[action$='/charte']")


def ask_for_shopping(page, town):
    page.goto(town.at("/"))
    press(page, "a.button[href$='/demandes/nouvelle']")
    for choice in ("input[value=groceries]", "input[name=when][value=now]"):
        pick(page, choice)
        send(page)
    choose(page, "select[name=neighbourhood]")
    send(page)
    pick(page, "input[name=for][value=me]")
    send(page)
    write(page, "[name=details]", "Du pain et du lait")
    send(page)
    write(page, "#firstName", "Jeanne")
    write(page, "#email", town.email("jeanne"))
    send(page)
    tick(page, "input[name=notice]")
    send(page)
    assert "/suivi/" in page.url


def test_the_main_job_by_keyboard_alone(page, new_context, town_by_day):
    town = town_by_day
    helper = new_context().new_page()
    come_in(helper, town, "karim")
    help_with_shopping(helper, town)
    town.inbox.forget()
    ask_for_shopping(page, town)
    helper.goto(town.mail("karim").link("/reponse/"))
    press(helper, "button[value=yes]")
    page.goto(town.mail("jeanne", "oui").link("/suivi/"))
    press(page, "main a[href*='/conversation']")
    write(page, "form.composer textarea", "Bonjour Karim.")
    press(page, "form.composer [type=submit]")
    assert "Bonjour Karim." in page.locator("main").inner_text()
    helper.goto(town.at("/conversations"))
    press(helper, "main .card-title a")
    press(helper, "main a[href$='/suite']")
    press(helper, "button[name=result][value=helped]")
    assert helper.locator(".panel").count() == 1
    press(page, "main a.back")
    press(page, "main a[href$='/suite']")
    press(page, "button[name=result][value=helped]")
    assert page.locator(".panel").count() == 1


def test_what_is_wrong_is_reached_first(page, town):
    """The list of what is wrong takes the focus, and each of its lines leads to its field."""
    page.goto(town.at("/connexion"))
    write(page, "#email", "zoe chez exemple")
    page.keyboard.press("Enter")
    page.wait_for_selector(".error-summary")
    assert page.evaluate("document.activeElement.matches('.error-summary')")
    press(page, ".error-summary a")
    assert page.evaluate("document.activeElement.id") == "email"


def test_the_way_past_the_menu(page, town):
    page.goto(town.at("/"))
    reach(page, ".skip", most=1)
    page.keyboard.press("Enter")
    reach(page, "main a", most=1)
