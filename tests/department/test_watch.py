"""`rp watch`: what lies in the inbox is judged, registered and answered, round after round."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from examples.recipes import INBOX
from tests.command import Ran

GOOD = "Benchmarkingenheden 1. halvår 2023.xlsx"
LATE = "Statsforvaltningen 2017-Q3.xlsx"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "indbakke"
    folder.mkdir()
    shutil.copy(INBOX / GOOD, folder)
    return folder


def test_one_round_judges_registers_and_replies(
    rp: Callable[..., Ran], inbox: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ud"
    ran = rp("watch", inbox, "--out", out, "--once")
    assert ran.code == 0
    assert f"{GOOD}: godkendt" in ran.out
    assert (out / "overblik.xlsx").is_file()
    assert (out / "register" / "register.sqlite").is_file()
    assert list((out / "svar").rglob("*.eml"))


def test_replies_can_be_left_out(rp: Callable[..., Ran], inbox: Path, tmp_path: Path) -> None:
    rp("watch", inbox, "--out", tmp_path / "ud", "--once", "--no-replies")
    assert not (tmp_path / "ud" / "svar").exists()


def test_a_folder_that_is_not_there_is_wrong_usage(rp: Callable[..., Ran], tmp_path: Path) -> None:
    assert rp("watch", tmp_path / "ingen", "--out", tmp_path / "ud").code == 2


def test_trouble_in_the_only_round_is_told_and_nothing_is_lost(
    rp: Callable[..., Ran], inbox: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ud"
    (out / "overblik.xlsx").mkdir(parents=True)
    ran = rp("watch", inbox, "--out", out, "--once")
    assert ran.code == 1
    assert "overblik.xlsx" in ran.out
    assert "1 fil" in rp("register", "list", "--register", out / "register").out


@pytest.fixture
def watching(inbox: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
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


def test_a_file_that_comes_later_is_judged_when_it_is_whole(
    watching: subprocess.Popen[str], inbox: Path, tmp_path: Path
) -> None:
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
