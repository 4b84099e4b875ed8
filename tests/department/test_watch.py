"""`rp watch`: what lies in the inbox is judged, registered and answered, round after round."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from examples.recipes import INBOX

GOOD = "Benchmarkingenheden 1. halvår 2023.xlsx"
LATE = "Statsforvaltningen 2017-Q3.xlsx"


@pytest.fixture
def inbox(tmp_path) -> Path:
    folder = tmp_path / "indbakke"
    folder.mkdir()
    shutil.copy(INBOX / GOOD, folder)
    return folder


def test_one_round_judges_registers_and_replies(rp, inbox, tmp_path):
    out = tmp_path / "ud"
    ran = rp("watch", inbox, "--out", out, "--once")
    assert ran.code == 0
    assert f"{GOOD}: godkendt" in ran.out
    assert (out / "overblik.xlsx").is_file()
    assert (out / "register" / "register.sqlite").is_file()
    assert list((out / "svar").rglob("*.eml"))


def test_trouble_in_the_only_round_is_told_and_nothing_is_lost(rp, inbox, tmp_path):
    out = tmp_path / "ud"
    (out / "overblik.xlsx").mkdir(parents=True)
    ran = rp("watch", inbox, "--out", out, "--once")
    assert ran.code == 1
    assert "overblik.xlsx" in ran.out
    assert "Filer i registret: 1." in rp("register", "list", "--register", out / "register").out


@pytest.fixture
def watching(inbox, tmp_path) -> Iterator[subprocess.Popen[str]]:
    """A watch over the inbox in a process of its own."""
    # Tests that are run in the background have Ctrl-C ignored, and what they start inherits that.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    code = f"{heeding} from department.cli import main; main()"
    command = [sys.executable, "-c", code, "watch"]
    command += [str(inbox), "--out", str(tmp_path / "ud"), "--every", "0.2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        yield process
        process.kill()


def line_with(process: subprocess.Popen[str], text: str) -> str:
    """The next line of the output that holds `text`."""
    assert process.stdout is not None
    until = time.monotonic() + 300
    for line in process.stdout:
        if text in line:
            return line
        assert time.monotonic() < until
    raise AssertionError(f"ended before {text!r} was said")


def test_a_file_that_comes_later_is_judged_when_it_is_whole(watching, inbox, tmp_path):
    line_with(watching, GOOD)
    data = (INBOX / LATE).read_bytes()
    with (inbox / LATE).open("wb") as file:
        file.write(data[: len(data) // 2])
        file.flush()
        time.sleep(3)
        file.write(data[len(data) // 2 :])
    assert "godkendt" in line_with(watching, LATE)
    line_with(watching, "svar i")
    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=300) == 0
    assert list((tmp_path / "ud" / "svar").rglob(f"{LATE.removesuffix('.xlsx')}*.txt"))
