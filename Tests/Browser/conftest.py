"""The world of the browser tests: the real binary on its demo, a real SMTP server, a real browser."""
import pytest
from support import accessibility, looks, people
from support.cluster import Cluster
from support.fixtures import entraide, inbox  # noqa: F401: pytest finds them here
from support.neighbours import by_day
from support.site import Site
from support.town import Town
from support.validity import Validator

PERSON = {"locale": "fr-FR", "timezone_id": "Europe/Paris", "viewport": {"width": 1280, "height": 800}}

# How people come: each in a context of its own. `any_page` walks through all of them.
CONTEXTS = {
    "desktop": {},
    "without-scripts": {"java_script_enabled": False},
    "phone": {"viewport": {"width": 320, "height": 640}, "has_touch": True},
    "english": {"locale": "en-GB"},
}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    no_network = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
    quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    return browser_type_launch_args | {
        "executable_path": "/usr/bin/chromium-headless-shell",
        "args": ["--no-sandbox", "--disable-gpu", *quiet, no_network],
    }


@pytest.fixture
def console_errors():
    """What scripts and the content security policy complained of; a test that leaves some there fails."""
    errors = []
    yield errors
    assert not errors, "the browser's console holds errors:\n" + "\n".join(errors)


@pytest.fixture
def new_context(new_context, console_errors):
    def listen(message):
        # A page that answers 404 or 422 says so in the console too: that is for the test to judge.
        if message.type == "error" and "Failed to load resource" not in message.text:
            console_errors.append(message.text)

    def make(**settings):
        context = new_context(**(PERSON | settings))
        context.on("console", listen)
        context.on("weberror", lambda error: console_errors.append(str(error.error)))
        return context

    return make


@pytest.fixture(params=CONTEXTS)
def any_page(request, new_context):
    return new_context(**CONTEXTS[request.param]).new_page()


@pytest.fixture
def page_without_scripts(new_context):
    return new_context(**CONTEXTS["without-scripts"]).new_page()


@pytest.fixture
def phone_page(new_context):
    return new_context(**CONTEXTS["phone"]).new_page()


@pytest.fixture
def english_page(new_context):
    return new_context(**CONTEXTS["english"]).new_page()


@pytest.fixture(scope="session")
def site_of_towns(tmp_path_factory, inbox):
    site = Site(tmp_path_factory.mktemp("towns"), inbox.url)
    site.run("migrate")
    try:
        yield site.start()
    finally:
        site.stop()


@pytest.fixture
def town(site_of_towns, inbox):
    """A town of the test's own, with two quartiers and an administrator, `town.email("admin")`; on a site that others share."""
    return Town(site_of_towns, inbox).wait()


@pytest.fixture
def town_by_day(tmp_path, inbox):
    """A town where it is ten in the morning, so that neighbours are asked at once; its site is its own."""
    site = Site(tmp_path, inbox.url, serving=by_day())
    town = Town(site, inbox)
    site.start()
    yield town
    site.stop()


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    """A PostgreSQL for the tests of faults; `cluster.new_database()` gives an address."""
    cluster = Cluster(tmp_path_factory.mktemp("postgres") / "cluster")
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def validator():
    validator = Validator()
    yield validator
    validator.stop()


@pytest.fixture
def assert_valid_html(validator):
    return validator.assert_valid


@pytest.fixture
def assert_sound(assert_valid_html):
    """All that must hold on every page: valid, accessible, no wider than the screen."""

    def check(page):
        assert_valid_html(page)
        accessibility.assert_accessible(page)
        looks.assert_no_sideways_scroll(page)

    return check


@pytest.fixture
def sign_in(entraide, inbox):
    """`sign_in(page, email("referent"))`"""
    return lambda page, address: people.sign_in(page, entraide, inbox, address)
