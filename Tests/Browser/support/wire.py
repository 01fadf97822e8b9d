"""HTTP/1.1 by hand, for what no polite client sends."""
import json
import socket


class Wire:
    """One connection to the site."""

    def __init__(self, site, timeout=10):
        self.host = site.url.removeprefix("http://")
        name, _, port = self.host.rpartition(":")
        self.socket = socket.create_connection((name, int(port)), timeout=timeout)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        """Whatever is sent after the server has answered and hung up is lost: that is its right."""
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def head(self, method, path, *headers):
        return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {self.host}", *headers, "", ""]).encode()

    def answer(self):
        """Status, headers by lower-case name, body. None when the server hung up without a word; TimeoutError when it said nothing."""
        file = self.socket.makefile("rb")
        try:
            line = file.readline()
        except ConnectionResetError:
            return None
        if not line:
            return None
        headers = {}
        while (field := file.readline().strip()):
            name, _, value = field.decode().partition(":")
            name = name.lower()
            headers[name] = f"{headers[name]}, {value.strip()}" if name in headers else value.strip()
        return int(line.split()[1]), headers, file.read(int(headers.get("content-length", 0)))


def call(site, method, path, body=None, **headers):
    """One polite call: status, content type, JSON."""
    headers = {"Accept-Language": "en", "Content-Type": "application/json"} | {key.replace("_", "-"): headers[key] for key in headers}
    data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    with Wire(site) as wire:
        fields = [f"{name}: {value}" for name, value in headers.items()]
        wire.send(wire.head(method, f"/api/v1{path}", *fields, f"Content-Length: {len(data)}") + data)
        status, fields, content = wire.answer()
    return status, fields.get("content-type"), json.loads(content) if content else None
