"""A site with holes, so that a scanner that finds nothing in ours is known to find something elsewhere."""
import html
import sqlite3
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Planted(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        ident, words = query.get("id", ["1"])[0], query.get("q", [""])[0]
        database = sqlite3.connect(":memory:")
        database.executescript("CREATE TABLE things (id INTEGER, name TEXT); INSERT INTO things VALUES (1, 'pain'), (2, 'lait');")
        try:
            rows = database.execute(f"SELECT name FROM things WHERE id = {ident}").fetchall()
        except sqlite3.Error as error:
            rows = [(str(error),)]
        shown = "".join(f"<li>{html.escape(str(row[0]))}</li>" for row in rows)
        page = f'<!doctype html><title>x</title><a href="/?id=1&amp;q=a">x</a><p>{words}</p><ul>{shown}</ul>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Planted).serve_forever()
