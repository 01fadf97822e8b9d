"""A town of a test's own: fresh, so that its people and what they are asked are known."""
import itertools
import json
import urllib.request

from support import neighbours
from support.process import eventually, status_of

_numbers = itertools.count(1)


class Town:
    """`town.at(path)` is an address of a page, `town.email("karim")` that of a person."""

    def __init__(self, site, inbox):
        self.site, self.inbox = site, inbox
        self.slug = neighbours.open_town(site, f"ville-{next(_numbers)}")

    def wait(self):
        """Until the server has noticed the town, and the quartiers that another command brought in after it."""
        assert eventually(lambda: status_of(self.at("/")) == 200), f"{self.slug} is not served"
        assert eventually(self._has_quartiers), f"the quartiers of {self.slug} are not served"
        return self

    def _has_quartiers(self):
        with urllib.request.urlopen(f"{self.site.url}/api/v1/towns/{self.slug}/neighbourhoods", timeout=10) as answer:
            return bool(json.load(answer)["items"])

    def at(self, path):
        return self.site.town(self.slug, path)

    def email(self, name):
        return f"{name}@{self.slug}.test"

    def mail(self, name, subject_contains="", seconds=20):
        return self.inbox.wait_for(self.email(name), subject_contains, seconds)

    def run(self, *arguments, check=True):
        return self.site.run(*arguments, "--town", self.slug, check=check)

    def sign_in(self, page, name):
        neighbours.sign_in(page, self.site, self.inbox, self.email(name), self.slug)

    def arrive(self, page, name, first_name=None, check=lambda page: None):
        """From nothing to an account, by the mail's link."""
        self.sign_in(page, name)
        check(page)
        neighbours.introduce(page, first_name or name.title())

    def become_helper(self, page, name, check=lambda page: None):
        neighbours.become_helper(page, self.site, self.inbox, self.email(name), name.title(), self.slug, check)

    def ask(self, page, name, check=lambda page: None, **more):
        """A request by web; its reference and the address of its tracking page."""
        return neighbours.ask_for_shopping(page, self.site, self.slug, email=self.email(name), check=check, **more)
