"""The main job on real ground: towns opened with their real outlines."""
import pytest
from support import neighbours
from support.people import follow
from support.places import ROOT
from support.site import Site

DATA = ROOT.parent / "shared" / "data"
TOWNS = {"miramas": ("13063", "commune-13063-miramas.geojson"), "grenoble": ("38185", "commune-38185-grenoble.geojson")}


@pytest.mark.skipif(not DATA.exists(), reason="the real data of ../shared/data is not here")
@pytest.mark.parametrize("slug", TOWNS)
def test_a_real_town_is_opened_and_serves_a_request(page, new_context, tmp_path, inbox, slug):
    insee, outline = TOWNS[slug]
    site = Site(tmp_path, inbox.url, serving=neighbours.by_day())
    site.run(
        "town", "create", slug, "--name", slug.title(), "--insee", insee, "--phone", "01 99 00 00 00",
        "--outline", str(DATA / outline), "--admin", f"admin@{slug}.test",
    )
    site.start()
    try:
        helper = new_context().new_page()
        neighbours.become_helper(helper, site, inbox, f"karim@{slug}.test", "Karim", slug)
        inbox.forget()
        neighbours.ask_for_shopping(page, site, slug, email=f"jeanne@{slug}.test")
        helper.goto(inbox.wait_for(f"karim@{slug}.test").link("/reponse/"))
        follow(helper.locator("button[value=yes]"))
        inbox.wait_for(f"jeanne@{slug}.test")
        page.goto(inbox.wait_for(f"jeanne@{slug}.test").link("/suivi/"))
        assert page.locator("main a[href*='/conversation']").count() > 0
    finally:
        site.stop()
