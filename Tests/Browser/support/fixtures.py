"""Fixtures that the browser tests and the scanners share."""
import pytest
from support.inbox import Inbox
from support.site import Site


@pytest.fixture(scope="session")
def inbox(tmp_path_factory):
    inbox = Inbox(tmp_path_factory.mktemp("mail"))
    yield inbox
    inbox.stop()


@pytest.fixture(scope="session")
def entraide(tmp_path_factory, inbox):
    """The site that most tests share: the demo, served. A test that breaks things makes its own `Site`."""
    site = Site(tmp_path_factory.mktemp("entraide"), inbox.url)
    site.run("demo")
    try:
        yield site.start()
    finally:
        site.stop()
