"""The commands around the product."""
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = [path for path in [*(ROOT / "scripts").iterdir(), ROOT / ".ci/run"] if path.is_file()]
REPORT = """<testsuites><testsuite>
  <testcase classname="A" name="one"/><testcase classname="A" name="two"/>{}
</testsuite></testsuites>"""


def output(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def count(tmp_path, more, *options):
    (tmp_path / "report.xml").write_text(REPORT.format(more))
    done = output("scripts/count-tests", *options, str(tmp_path / "report.xml"))
    return done.returncode, done.stdout.splitlines()[-1]


def test_make_alone_prints_help():
    help = output("make").stdout
    for target in ("setup", "run", "build", "test", "bench", "lint", "format"):
        assert f"make {target} " in help


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_sound(path):
    first = path.read_text().partition("\n")[0]
    if "bash" in first or path.suffix == ".sh":
        assert output("bash", "-n", str(path)).returncode == 0
    assert os.access(path, os.X_OK) == first.startswith("#!")


def test_counts_add_up(tmp_path):
    assert count(tmp_path, "") == (0, "2 passed, 0 failed, 0 skipped")
    assert count(tmp_path, "<testcase classname='A' name='three'><failure/></testcase>") == (1, "2 passed, 1 failed, 0 skipped")
    assert count(tmp_path, "<testcase classname='A' name='three'><error/></testcase>") == (1, "2 passed, 1 failed, 0 skipped")


def test_a_skipped_test_fails_a_strict_count_unless_it_is_about_real_data(tmp_path):
    skipped = "<testcase classname='A' name='three'><skipped>{}</skipped></testcase>"
    assert count(tmp_path, skipped.format("later"))[0] == 0
    assert count(tmp_path, skipped.format("later"), "--strict")[0] == 1
    assert count(tmp_path, skipped.format("the real data is not there"), "--strict") == (0, "2 passed, 0 failed, 1 skipped")


def test_a_run_that_crashed_is_a_failure(tmp_path):
    done = output("scripts/count-tests", str(tmp_path / "missing.xml"))
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "0 passed, 1 failed, 0 skipped")
