"""A mail server for tests: keeps what it accepts in a folder and refuses on demand. Needs aiosmtpd.

    python mail_sink.py --folder FOLDER [--port 0] [--fail PREFIX=CODE[:once]]... [--tls CERT KEY [--implicit-tls]]
                        [--auth USER PASSWORD] [--idle SECONDS] [--silent] [--down-after N] [--until-stdin-closes]

Prints "listening PORT" on its first line. Loopback only; port 0 takes a free one below 32768.
A message becomes 0001.eml, the bytes as received, beside 0001.json: sender, recipients, tls, user. The .eml appears last.
Recipients: refuse… gets 550 and plustard… 451 once, by their local part; --fail adds rules and overrides these.
--fail EHLO=554 refuses every client at its greeting, --fail DATA=552 every message once it has been read.
"""

import argparse
import asyncio
import json
import logging
import os
import pathlib
import random
import signal
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

REPLIES = {451: "451 4.7.1 <{to}> greylisted, come back later", 550: "550 5.1.1 <{to}> no such user"}


def rule(text):
    prefix, _, outcome = text.partition("=")
    code, _, once = outcome.partition(":")
    if not prefix or not code.isdigit() or once not in ("", "once"):
        raise argparse.ArgumentTypeError(f"{text}: PREFIX=CODE or PREFIX=CODE:once expected")
    return prefix, int(code), bool(once)


def arguments():
    parser = argparse.ArgumentParser(description="A mail server for tests.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--fail", type=rule, action="append", default=[], metavar="PREFIX=CODE[:once]")
    parser.add_argument("--tls", nargs=2, metavar=("CERT", "KEY"), help="offer STARTTLS")
    parser.add_argument("--implicit-tls", action="store_true", help="TLS from the first byte instead")
    parser.add_argument("--auth", nargs=2, metavar=("USER", "PASSWORD"), help="require this sign-in")
    parser.add_argument("--idle", type=float, default=300, help="seconds after which a silent client is hung up on")
    parser.add_argument("--silent", action="store_true", help="accept connections and never answer")
    parser.add_argument("--down-after", type=int, default=0, metavar="N", help="end after N messages")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end with the process that started this one")
    return parser.parse_args()


class Sink:
    def __init__(self, options, done):
        self.folder, self.down_after, self.done = options.folder, options.down_after, done
        self.rules = {"refuse": (550, False), "plustard": (451, True)}
        self.rules.update({prefix: (code, once) for prefix, code, once in options.fail})
        self.postponed, self.count = set(), 0

    def refusal(self, stage):
        return f"{self.rules[stage][0]} refused by a test" if stage in self.rules else None

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        refusal = self.refusal("EHLO")
        return [refusal] if refusal else responses

    async def handle_HELO(self, server, session, envelope, hostname):
        session.host_name = hostname
        return self.refusal("EHLO") or "250 sink.test"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        for prefix, (code, once) in self.rules.items():
            if address.startswith(prefix) and not (once and address in self.postponed):
                self.postponed.add(address)
                return REPLIES.get(code, f"{code} <{{to}}> refused by a test").format(to=address)
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        if refusal := self.refusal("DATA"):
            return refusal
        self.count += 1
        name = self.folder / f"{self.count:04}"
        facts = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "greeting": session.host_name,
            "tls": session.ssl is not None or isinstance(server.transport.get_extra_info("sslcontext"), ssl.SSLContext),
            "user": session.auth_data.login.decode() if session.auth_data else None,
        }
        name.with_suffix(".json").write_text(json.dumps(facts))
        name.with_suffix(".part").write_bytes(envelope.original_content)
        name.with_suffix(".part").rename(name.with_suffix(".eml"))
        if self.count == self.down_after:
            asyncio.get_running_loop().call_later(0.05, self.done.set)
        return "250 2.0.0 stored"


def protocol(options, sink, context):
    starttls = context is not None and not options.implicit_tls

    def is_right(server, session, envelope, mechanism, data):
        given = [data.login.decode(), data.password.decode()]
        return AuthResult(success=given == options.auth, handled=False, auth_data=data)

    return SMTP(
        sink,
        hostname="sink.test",
        timeout=options.idle,
        tls_context=context if starttls else None,
        authenticator=is_right if options.auth else None,
        auth_required=bool(options.auth),
        auth_require_tls=starttls,
    )


async def keep_silent(reader, writer):
    await reader.read()


async def listen(options, sink):
    context = None
    if options.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*options.tls)
    loop = asyncio.get_running_loop()
    ports = [options.port] if options.port else random.sample(range(20000, 32768), 100)
    for port in ports:
        try:
            if options.silent:
                return port, await asyncio.start_server(keep_silent, "127.0.0.1", port)
            implicit = context if options.implicit_tls else None
            return port, await loop.create_server(lambda: protocol(options, sink, context), "127.0.0.1", port, ssl=implicit)
        except OSError:
            if options.port:
                raise
    raise SystemExit("no free port")


async def main():
    options, done = arguments(), asyncio.Event()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT})  # a parent may have left them blocked
    warnings.simplefilter("ignore")  # sign-in without TLS is what some tests want
    logging.getLogger("mail.log").disabled = True
    options.folder.mkdir(parents=True, exist_ok=True)
    port, _server = await listen(options, Sink(options, done))
    print("listening", port, flush=True)
    if options.until_stdin_closes:
        asyncio.get_running_loop().run_in_executor(None, lambda: (sys.stdin.buffer.read(), os._exit(0)))
    await done.wait()
    os._exit(0)  # connections drop too: this is a server going down


if __name__ == "__main__":
    asyncio.run(main())
