"""Where things are in the repository and on this machine."""
import os
import random
import socket
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BINARY = ROOT / ".build/debug/entraide"
AXE = ROOT / ".vendor/axe-4.14.0/axe.min.js"
MAIL_SINK = ROOT / "Tests/Support/mail_sink.py"
LOGS = ROOT / ".build/logs"
SCREENSHOTS = ROOT / ".build/screenshots"


def free_port():
    """A loopback port that nobody holds, below the range that the kernel gives to outgoing connections."""
    while True:
        port = random.randrange(15_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


def environment(**settings):
    """This process's environment without any setting of Entraide (an unknown one stops its start), and these settings."""
    return {key: value for key, value in os.environ.items() if not key.startswith("ENTRAIDE_")} | settings
