"""What must not be lost: the process dies, the disk is full, the mail server is away."""
import shutil
import subprocess
import time

import pytest
from support.asking import Crowd, ask, is_there
from support.inbox import Inbox
from support.places import ROOT
from support.site import Site

SLUG = "clairval"


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    """A private cluster that keeps its promises: fsync on."""
    folder = tmp_path_factory.mktemp("postgres") / "cluster"
    script = [str(ROOT / "scripts/test-postgres")]
    url = subprocess.run([*script, "start", str(folder)], capture_output=True, text=True, check=True, timeout=60).stdout.split()[-1]
    yield url
    subprocess.run([*script, "stop", str(folder)], check=False, timeout=60)


@pytest.fixture(params=["sqlite", "postgres"])
def open_site(request, tmp_path):
    """`open_site(smtp_url)` makes a site with one town, on each engine; all are stopped at the end."""
    sites = []

    def make(smtp_url, **settings):
        if request.param == "postgres":
            url = request.getfixturevalue("postgres")
            name = f"faults_{time.time_ns()}"
            subprocess.run(["psql", url, "-qc", f"CREATE DATABASE {name}"], check=True, timeout=30)
            settings["ENTRAIDE_DATABASE_URL"] = url.removesuffix("postgres") + name
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
    missing = [one["reference"] for one in crowd.acknowledged if not is_there(site, SLUG, one)]
    assert missing == []


def test_a_full_disk_is_said_and_loses_nothing(tmp_path, inbox):
    """The data folder is a file system of 12 MB: requests are taken until it is full, refused with a sentence, and taken again after."""
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)], check=True)
    site = None
    try:
        site = Site(disk, inbox.url)
        site.run("town", "create", SLUG, "--name", "Clairval", "--admin", "admin@clairval.test")
        site.start()
        ballast = disk / "ballast"
        free = shutil.disk_usage(disk).free
        ballast.write_bytes(b"x" * max(0, free - 300_000))
        crowd = Crowd(site, SLUG, count=1500, callers=8, body={"details": "x" * 900}).run()
        assert crowd.acknowledged and crowd.refused, (len(crowd.acknowledged), crowd.refused[:2], crowd.unanswered)
        assert all(status in (500, 503) and answer["detail"] for status, answer in crowd.refused)
        ballast.unlink()
        assert ask(site, SLUG)[0] == 201
        assert [one["reference"] for one in crowd.acknowledged if not is_there(site, SLUG, one)] == []
        site.stop()
        site.run("doctor")
    finally:
        if site:
            site.stop()
        subprocess.run(["umount", "-l", str(disk)], check=False)


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
        delivered = [address for mail in inbox.all() for address in mail.to]
        assert sorted(delivered) == sorted(addresses)
    finally:
        inbox.stop()
