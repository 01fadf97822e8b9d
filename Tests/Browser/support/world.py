"""The demo métropole as `entraide demo` makes it: the one place where the tests name its towns and its people."""

METROPOLE = "val-de-brume"
COMMUNES = ("saint-aubin", "les-tilleuls", "pont-neuf")
TOWNS = (METROPOLE, *COMMUNES)
TOWN = COMMUNES[0]
FOREIGN_TOWN = COMMUNES[1]

# One account per role in each town: ROLE@SLUG.demo.invalid
ROLES = ("admin", "moderateur", "referent", "aidant", "habitant", "dpo", "permanence")

# What a visitor may open in any town without signing in. The first five are compulsory by law.
COMPULSORY_PATHS = ("/mentions-legales", "/accessibilite", "/aide", "/contact", "/plan-du-site")
PUBLIC_PATHS = ("/", *COMPULSORY_PATHS, "/demandes", "/demandes/nouvelle", "/propositions", "/carte", "/connexion", "/chiffres", "/signaler")
SIGNED_IN_PATHS = ("/propositions/nouvelle", "/mon-compte", "/conversations")


def email(role, town=TOWN):
    return f"{role}@{town}.demo.invalid"


def town_of(address):
    return address.rpartition("@")[2].partition(".")[0]
