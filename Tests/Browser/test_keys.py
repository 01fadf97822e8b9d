"""Keys are changed under a service that goes on: nothing that was acknowledged is lost, whatever dies meanwhile."""
import re

import pytest
from support.asking import Crowd, ask, is_there
from support.neighbours import SLUG, by_day, open_town
from support.process import eventually
from support.site import Site

OLD, NEW = "a1" * 32, "b2" * 32


@pytest.fixture(params=("sqlite", "postgres"))
def site(request, tmp_path, inbox, cluster):
    other = {"ENTRAIDE_DATABASE_URL": cluster.new_database()} if request.param == "postgres" else {}
    site = Site(tmp_path, inbox.url, ENTRAIDE_SECRET_KEY=OLD, **other)
    open_town(site)
    yield site.start()
    site.stop()


def acknowledged(site, count):
    crowd = Crowd(site, SLUG, count=count, callers=8, body={"details": "Des pommes et du pain"}).run()
    assert len(crowd.acknowledged) == count, crowd.refused[:2]
    return crowd.acknowledged


def rows_to_go(site):
    """By the doctor; None when no key is being renewed."""
    said = re.search(rf"{SLUG}: its keys are being renewed, (\d+) rows to go", site.run("doctor").stdout)
    return int(said[1]) if said else None


def an_hour_ahead():
    ahead = by_day()
    return ahead | {"FAKETIME": "+3600s"}


def test_a_towns_keys_are_renewed_under_writes_and_a_killed_process(site):
    asked = acknowledged(site, 150)
    before = site.run("town", "rotate-keys", SLUG).stdout
    # At least the people: the ladder writes requests anew by itself meanwhile.
    assert int(re.search(r"(\d+) rows", before)[1]) > 150
    asked += acknowledged(site, 50)
    site.process.kill()
    site.start()
    asked += acknowledged(site, 50)
    # The killed process may have held the job: its lease of two minutes runs out first.
    assert eventually(lambda: rows_to_go(site) == 0, 200)
    assert all(is_there(site, SLUG, one) for one in asked)
    site.stop()
    # The older keys go after ten minutes: the next start has a clock that is an hour ahead.
    site.serving = an_hour_ahead()
    site.start()
    assert eventually(lambda: rows_to_go(site) is None, 60)
    assert all(is_there(site, SLUG, one) for one in asked)
    assert "every entry of every town is as it was written" in site.run("doctor").stdout


def test_the_instances_key_is_changed_one_process_after_the_other(site, inbox):
    asked = acknowledged(site, 20)
    second = Site(site.folder, inbox.url)
    second.environment |= site.environment | {
        "ENTRAIDE_SECRET_KEY": NEW, "ENTRAIDE_SECRET_KEY_PREVIOUS": OLD, "ENTRAIDE_LISTEN": second.environment["ENTRAIDE_LISTEN"],
    }
    second.start()
    try:
        # The first one has only the old key, and every file is under the new one.
        assert "still wrapped by the previous" not in second.run("doctor").stdout
        asked += acknowledged(site, 20)
        asked += acknowledged(second, 20)
        assert all(is_there(site, SLUG, one) and is_there(second, SLUG, one) for one in asked)
        site.stop()
        site.environment["ENTRAIDE_SECRET_KEY"] = NEW
        site.start()
        assert all(is_there(site, SLUG, one) for one in asked)
        assert ask(site, SLUG)[0] == 201
        site.run("doctor")
    finally:
        second.stop()
