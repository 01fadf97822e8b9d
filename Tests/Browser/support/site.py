"""The real binary with its own database, on its own port."""
import subprocess

from support.places import BINARY, ROOT, environment, free_port
from support.process import Process, status_of


class Site:
    """One data folder; `run` gives its commands, `start` and `stop` its server. Settings are ENTRAIDE_* variables."""

    def __init__(self, folder, smtp_url, serving=None, **settings):
        if not BINARY.exists():
            raise RuntimeError(f"{BINARY.relative_to(ROOT)} is not built: run `make test-browser`")
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.folder = folder
        self.environment = environment(
            **{
                "ENTRAIDE_DATABASE_URL": f"sqlite:{folder}/db.sqlite",
                "ENTRAIDE_KEYS_DIR": f"{folder}/keys",
                "ENTRAIDE_LISTEN": f"127.0.0.1:{port}",
                "ENTRAIDE_PUBLIC_URL": self.url,
                "ENTRAIDE_SMTP_URL": smtp_url,
                # A whole suite signs in from one address; the limits have their own tests.
                "ENTRAIDE_RATE_LIMITS": "off",
            }
            | settings
        )
        # What only the server's process gets: another clock, for one.
        self.serving = serving or {}
        self.process = None

    def run(self, *arguments, check=True):
        """A command of the binary on this data folder: `site.run("town", "list", "--json").stdout`."""
        done = subprocess.run(
            [BINARY, *arguments], cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300
        )
        if check and done.returncode != 0:
            raise RuntimeError(f"entraide {' '.join(arguments)} ended with status {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def start(self):
        self.process = Process(f"site-{self.url.rpartition(':')[2]}", [BINARY, "serve"], self.environment | self.serving)
        self.process.wait_until(lambda: status_of(f"{self.url}/health/ready") == 200)
        return self

    def stop(self):
        return self.process.stop() if self.process else None

    def town(self, slug, path="/"):
        """The address of a page of a town that has no host of its own."""
        return f"{self.url}/t/{slug}{path}"
