"""The checks themselves: one that cannot fail checks nothing."""
import http.server
import threading

import pytest
from support.accessibility import assert_accessible, violations
from support.looks import assert_no_sideways_scroll
from support.places import free_port

GOOD = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Une page</title></head>
<body><main><h1>Bonjour</h1><p>Un <a href="/">lien</a>, <button type="button">un bouton</button>.</p></main></body></html>"""
BAD = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Une page</title></head>
<body><main><h1>Bonjour</h1><img src="data:,"><div style="width: 2000px">large</div><p><p></main></body></html>"""


@pytest.fixture(scope="module")
def strict_server():
    """Serves GOOD at / and BAD elsewhere, under a policy as strict as the site's."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if self.path == "/":
                self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'")
            self.end_headers()
            self.wfile.write((GOOD if self.path == "/" else BAD).encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", free_port()), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_good_page_is_sound_in_every_context(any_page, strict_server, assert_sound):
    any_page.goto(strict_server)
    assert_sound(any_page)


def test_a_bad_page_is_not_accessible(any_page, strict_server):
    any_page.goto(strict_server + "/bad")
    rules = [found.partition(" ")[0] for found in violations(any_page)]
    assert rules == ["html-has-lang", "image-alt"]
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(any_page)


def test_a_bad_page_is_not_valid(page, strict_server, assert_valid_html):
    page.goto(strict_server + "/bad")
    with pytest.raises(AssertionError, match="“img” element must have an “alt” attribute"):
        assert_valid_html(page)


def test_a_wide_page_scrolls_sideways(any_page, strict_server):
    any_page.goto(strict_server + "/bad")
    with pytest.raises(AssertionError, match="scrolls sideways"):
        assert_no_sideways_scroll(any_page)


def test_the_twin_of_a_page_without_scripts_shows_what_stands_in_for_them(page_without_scripts, strict_server):
    page_without_scripts.goto(strict_server + "/bad")
    page_without_scripts.set_content(GOOD.replace("<p>", "<noscript><img src='data:,'></noscript><p>"))
    assert [found.partition(" ")[0] for found in violations(page_without_scripts)] == ["image-alt"]


def test_an_error_in_the_console_is_noticed(page, strict_server, console_errors):
    page.goto(strict_server)
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), { textContent: '1' }))")
    page.evaluate("setTimeout(() => { throw new Error('oops') })")
    page.wait_for_timeout(100)
    assert len(console_errors) == 2
    console_errors.clear()


def test_newer_html_is_let_through(assert_valid_html):
    assert_valid_html(GOOD.replace("<main>", '<main><div id="menu" popover>Menu</div>'))
