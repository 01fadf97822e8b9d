"""Whoever left stays gone when an older copy of the database comes back (P-03): a copied SQLite file, a dump of PostgreSQL."""
import shutil
import sqlite3
import subprocess

import pytest
from support.people import follow
from support.site import Site
from support.town import Town


@pytest.fixture
def open_town(tmp_path, inbox):
    sites = []

    def make(**settings):
        site = Site(tmp_path, inbox.url, **settings)
        site.run("migrate")
        town = Town(site, inbox)
        sites.append(site.start())
        return town.wait()

    yield make
    for site in sites:
        site.stop()


def leave(page, town):
    page.goto(town.at("/mon-compte/effacement"))
    page.locator("input[name=sure]").check()
    follow(page.locator("main form [type=submit]").last)
    assert page.url.endswith("/compte-efface")


def assert_unknown(page, town, name):
    town.sign_in(page, name)
    assert "/bienvenue" in page.url, f"{name} is known again"


def test_a_copied_file_that_is_put_back_forgets_again(page, new_context, open_town, tmp_path):
    town = open_town()
    town.become_helper(page, "lea")
    stays = new_context().new_page()
    town.become_helper(stays, "tom")
    file, copy = tmp_path / "db.sqlite", tmp_path / "copy.sqlite"
    # As the operating guide says: while the service runs.
    with sqlite3.connect(file) as database, sqlite3.connect(copy) as target:
        database.backup(target)
    leave(page, town)
    town.site.stop()
    for old in tmp_path.glob("db.sqlite*"):
        old.unlink()
    shutil.copy(copy, file)
    with sqlite3.connect(file) as database:
        assert database.execute("SELECT count(*) FROM erasures").fetchone() == (0,), "the copy knows of no erasure"
        assert database.execute("SELECT count(*) FROM people WHERE has_account = 1").fetchone() == (3,), "the copy knows her"
    town.site.start()
    assert_unknown(page, town, "lea")
    stays.goto(town.at("/mon-compte"))
    assert "/connexion" not in stays.url, "nobody else was touched"


def test_a_restored_dump_forgets_again(page, cluster, open_town, tmp_path):
    url = cluster.new_database()
    town = open_town(ENTRAIDE_DATABASE_URL=url)
    town.become_helper(page, "lea")
    dump = tmp_path / "dump"
    subprocess.run(["pg_dump", "-Fc", "-f", str(dump), url], check=True, timeout=60)
    leave(page, town)
    town.site.stop()
    subprocess.run(["pg_restore", "--clean", "--if-exists", "--no-owner", "-d", url, str(dump)], check=True, timeout=60)
    town.site.start()
    assert_unknown(page, town, "lea")
