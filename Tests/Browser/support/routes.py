"""The pages that have an address of their own, from the program itself."""
import json
import re

# Not pages: files, data, and what only redirects.
_NO_PAGES = re.compile(r"\.(css|csv|pdf|txt)$|^/logo$|^/adresses$|^/demandes/nouvelle$|^/connexion/|^/bienvenue$|/recu$|/flux$|/a-faire$|^/inquietudes/nouvelle$")
_NOT_OF_A_TOWN = re.compile(r"[:{*]|^/(api|dev|health|metrics|static|\.well-known)")


def addresses(site):
    """Paths below a town, in order."""
    routes = json.loads(site.run("routes", "--json").stdout)
    paths = {route["path"].replace("/t/{slug}", "", 1) for route in routes if route["method"] == "GET"}
    return sorted(path for path in paths if not _NOT_OF_A_TOWN.search(path) and not _NO_PAGES.search(path))
