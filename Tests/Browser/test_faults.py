"""What must not be lost: the process dies, the disk is full, the mail server is away."""
import time

import pytest
from support.asking import Crowd, ask
from support.cluster import full, small_disk
from support.inbox import Inbox
from support.site import Site

SLUG = "clairval"


@pytest.fixture(params=["sqlite", "postgres"])
def open_site(request, tmp_path):
    """`open_site(smtp_url)` makes a site with one town, on each engine; all are stopped at the end."""
    sites = []

    def make(smtp_url, **settings):
        if request.param == "postgres":
            settings["ENTRAIDE_DATABASE_URL"] = request.getfixturevalue("cluster").new_database()
        site = Site(tmp_path, smtp_url, **settings)
        site.run("town", "create", SLUG, "--name", "Clairval", "--admin", "admin@clairval.test")
        sites.append(site)
        return site

    yield make
    for site in sites:
        site.stop()


def test_a_killed_process_loses_nothing_that_it_acknowledged(open_site, inbox):
    site = open_site(inbox.url).start()
    crowd = Crowd(site, SLUG, count=1000)
    thread = crowd.start(threshold=200)
    assert crowd.reached.wait(60), f"only {len(crowd.acknowledged)} were acknowledged; refused: {crowd.refused[:3]}"
    site.process.kill()
    thread.join(120)
    assert not crowd.refused
    assert crowd.unanswered > 0, "the crowd was served before the process died: the test proved nothing"
    site.run("doctor")
    site.start()
    assert crowd.missing() == []


def test_a_full_disk_is_said_and_loses_nothing(inbox):
    """The data folder is a file system of 12 MB: requests are taken until it is full, refused with a sentence, and taken again after."""
    with small_disk(12) as disk:
        site = Site(disk, inbox.url)
        site.run("town", "create", SLUG, "--name", "Clairval", "--admin", "admin@clairval.test")
        site.start()
        try:
            crowd = Crowd(site, SLUG, count=1500, callers=8, body={"details": "x" * 900})
            with full(disk):
                crowd.run()
                crowd.assert_told_of_the_outage()
            assert ask(site, SLUG)[0] == 201
            assert crowd.missing() == []
        finally:
            site.stop()
        site.run("doctor")


def test_mail_waits_for_its_server_and_goes_once(open_site, tmp_path):
    inbox = Inbox(tmp_path / "mail")
    try:
        site = open_site(inbox.url).start()
        inbox.stop()
        addresses = [f"jeanne{number}@clairval.test" for number in range(20)]
        for address in addresses:
            # The site answers as fast as ever while nobody takes its mail.
            began = time.monotonic()
            assert ask(site, SLUG, {"email": address})[0] == 201
            assert time.monotonic() - began < 5
        inbox.start()
        for address in addresses:
            inbox.wait_for(address, seconds=60)
        time.sleep(2)
        # By day neighbours are asked, and for want of any the town is written to: that is not counted here.
        delivered = [address for mail in inbox.all() for address in mail.to if address in addresses]
        assert sorted(delivered) == sorted(addresses)
    finally:
        inbox.stop()
