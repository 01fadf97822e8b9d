"""PostgreSQL dies under writes, or its own disk is full: short clear answers meanwhile, and nothing lost."""
import shutil
import time

import pytest
from support import neighbours
from support.asking import Crowd, ask
from support.cluster import Cluster, full, small_disk
from support.process import eventually, status_of
from support.site import Site

SLUG = "clairval"


@pytest.fixture
def open_site(tmp_path, inbox):
    sites = []

    def make(url):
        site = Site(tmp_path, inbox.url, ENTRAIDE_DATABASE_URL=url)
        site.run("town", "create", SLUG, "--name", "Clairval", "--admin", "admin@clairval.test")
        sites.append(site)
        return site.start()

    yield make
    for site in sites:
        site.stop()


def recovers(site):
    """Whether the same process takes a request again, without anybody's help."""
    return eventually(lambda: ask(site, SLUG)[0] == 201)


def test_a_killed_database_comes_back_with_all_that_was_acknowledged(page, cluster, open_site, inbox, assert_sound):
    site = open_site(cluster.new_database())
    neighbours.sign_in(page, site, inbox, "admin@clairval.test")
    crowd = Crowd(site, SLUG, count=800, callers=16)
    thread = crowd.start(threshold=200)
    assert crowd.reached.wait(60), f"only {len(crowd.acknowledged)} were acknowledged; refused: {crowd.refused[:3]}"
    try:
        cluster.kill()
        thread.join(120)
        crowd.assert_told_of_the_outage()
        for path in ("/mon-compte", f"/suivi/{crowd.acknowledged[0]['trackingToken']}"):
            began = time.monotonic()
            assert page.goto(site.town(SLUG, path)).status == 503
            assert time.monotonic() - began < 10
            assert page.locator("h1").inner_text() == "Le service fait une pause"
            assert_sound(page)
        assert status_of(f"{site.url}/health/live") == 200
        assert status_of(f"{site.url}/health/ready") == 503
    finally:
        cluster.restart()
    assert recovers(site)
    assert status_of(f"{site.url}/health/ready") == 200
    assert crowd.missing() == []
    site.run("doctor")


def test_a_full_disk_of_the_tables_is_said_and_loses_nothing(cluster, open_site):
    """The tables are on a file system of 40 MB; the rest of the cluster has room."""
    with small_disk(40) as disk:
        place = disk / "tables"
        place.mkdir()
        shutil.chown(place, "postgres")
        cluster.execute(f"CREATE TABLESPACE small LOCATION '{place}'")
        site = open_site(cluster.new_database("small"))
        crowd = Crowd(site, SLUG, count=3000, callers=8, body={"details": "x" * 900})
        with full(disk):
            crowd.run()
            crowd.assert_told_of_the_outage()
        assert recovers(site)
        assert crowd.missing() == []
        site.run("doctor")
        site.stop()


def test_a_database_without_room_for_its_journal_comes_back_whole(open_site):
    """Everything of the cluster is on one file system. Without its journal PostgreSQL itself gives up, and is started again."""
    with small_disk(160) as disk:
        cluster = Cluster(disk / "cluster")
        try:
            site = open_site(cluster.new_database())
            before = Crowd(site, SLUG, count=100).run()
            during = Crowd(site, SLUG, count=20)
            with full(disk):
                for _ in range(3):
                    cluster.execute("SELECT pg_switch_wal()", check=False)
                    during.run()
            assert "PANIC" in cluster.log()
            assert during.unanswered == 0 and {status for status, _ in during.refused} == {503}
            cluster.restart()
            assert recovers(site)
            assert len(before.acknowledged) == 100 and before.missing() + during.missing() == []
            site.run("doctor")
            site.stop()
        finally:
            cluster.stop()
