"""A server as a child process: started, awaited, stopped by its id."""
import subprocess
import time
import urllib.error
import urllib.request

from support.places import LOGS, ROOT

_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def status_of(url):
    """The HTTP status of a GET, or None when nobody answers."""
    try:
        return _opener.open(url, timeout=5).status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return None


def eventually(condition, seconds=20):
    """Whether it comes true in that time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


class Process:
    """`name` is that of its log in .build/logs."""

    def __init__(self, name, command, environment):
        LOGS.mkdir(parents=True, exist_ok=True)
        self.name = name
        self.log = LOGS / f"{name}.log"
        # Whatever ends the tests, a child ends with them.
        command = ["setpriv", "--pdeathsig", "TERM", *command]
        with self.log.open("wb") as output:
            self.child = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )

    def wait_until(self, ready, seconds=60):
        deadline = time.monotonic() + seconds
        while not ready():
            ended = self.child.poll()
            if ended is not None or time.monotonic() > deadline:
                why = f"ended with status {ended}" if ended is not None else f"was not ready after {seconds} s"
                self.stop()
                raise RuntimeError(f"{self.name} {why}; {self.log} ends:\n{self.tail()}")
            time.sleep(0.05)

    def tail(self, lines=30):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def stop(self, seconds=15):
        """Asks it to end, as systemd would; its exit status, negative for the signal that killed it."""
        if self.child.poll() is None:
            self.child.terminate()
        try:
            return self.child.wait(seconds)
        except subprocess.TimeoutExpired:
            self.child.kill()
            return self.child.wait()

    def kill(self):
        """As a power cut would."""
        self.child.kill()
        return self.child.wait()
