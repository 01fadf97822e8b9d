"""The same world as the browser tests: the real binary on its demo, and its mail."""
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "Browser"))

from support.fixtures import entraide, inbox  # noqa: E402, F401: pytest finds them here
from support.places import free_port  # noqa: E402
from support.process import Process, status_of  # noqa: E402


@pytest.fixture(scope="session")
def planted(tmp_path_factory):
    port = free_port()
    process = Process(f"planted-{port}", [sys.executable, Path(__file__).with_name("planted.py"), str(port)], {})
    process.wait_until(lambda: status_of(f"http://127.0.0.1:{port}/") == 200)
    yield f"http://127.0.0.1:{port}/"
    process.stop()
