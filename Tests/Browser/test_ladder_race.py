"""Two processes on one PostgreSQL, each with workers of its own: nobody is asked twice, and of many yeses at once one counts."""
import http.client
import json
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle

import pytest
from support import neighbours
from support.asking import ask
from support.process import eventually
from support.site import Site
from support.town import Town

HELPERS = ("karim", "farida", "lucie")
REQUESTS = 6


@pytest.fixture
def two(tmp_path, inbox, cluster):
    """A town by day, and the two processes that serve it."""
    settings = {"ENTRAIDE_DATABASE_URL": cluster.new_database()}
    sites = [Site(tmp_path, inbox.url, serving=neighbours.by_day(), **settings) for _ in range(2)]
    town = Town(sites[0], inbox)
    for site in sites:
        site.start()
    yield town, sites
    for site in sites:
        site.stop()


def ask_letters(town):
    return [mail for mail in town.inbox.all() if mail.to[0].endswith(f"@{town.slug}.test") and any("/reponse/" in link for link in mail.links)]


def say_yes(site, town, token):
    """How the ask then stands."""
    connection = http.client.HTTPConnection(*site.url.removeprefix("http://").split(":"), timeout=30)
    try:
        connection.request(
            "POST", f"/api/v1/towns/{town.slug}/asks/{token}/answer", json.dumps({"answer": "yes"}), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return json.loads(answer.read()).get("standing"), answer.status
    finally:
        connection.close()


def test_two_processes_ask_once_and_one_yes_counts(new_context, two):
    town, sites = two
    for name in HELPERS:
        town.become_helper(new_context().new_page(), name)
    with ThreadPoolExecutor(REQUESTS) as pool:
        created = list(pool.map(lambda site: ask(site, town.slug), [site for site, _ in zip(cycle(sites), range(REQUESTS))]))
    assert [status for status, _ in created] == [201] * REQUESTS

    assert eventually(lambda: len(ask_letters(town)) >= REQUESTS * len(HELPERS), 60), len(ask_letters(town))
    time.sleep(3)
    letters = ask_letters(town)
    assert Counter(mail.to[0] for mail in letters) == {town.email(name): REQUESTS for name in HELPERS}
    tokens = {mail.link("/reponse/").partition("/reponse/")[2].partition("?")[0] for mail in letters}
    assert len(tokens) == len(letters), "a letter went out twice"

    with ThreadPoolExecutor(len(tokens)) as pool:
        standings = list(pool.map(lambda pair: say_yes(pair[0], town, pair[1]), zip(cycle(sites), sorted(tokens))))
    assert Counter(standing for standing, status in standings if status == 200)["yes"] == REQUESTS, standings
    assert all(status in (200, 409) for _, status in standings), standings
