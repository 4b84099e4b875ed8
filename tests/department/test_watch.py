"""`rp watch`: what lies in the inbox is judged, registered and answered, round after round."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
import pytest

from department.register.address import folder_address
from department.watch import Watch
from examples.recipes import INBOX

GOOD = "Benchmarkingenheden 1. halvår 2023.xlsx"
REPORT = (INBOX / GOOD).read_bytes()
LATE = "Statsforvaltningen 2017-Q3.xlsx"


@pytest.fixture
def inbox(tmp_path) -> Path:
    folder = tmp_path / "indbakke"
    folder.mkdir()
    return folder


def test_trouble_in_the_only_round_is_told_and_the_next_one_judges_registers_and_replies(
    rp, inbox, tmp_path
):
    out = tmp_path / "ud"
    (out / "overblik.xlsx").mkdir(parents=True)
    shutil.copy(INBOX / GOOD, inbox)
    ran = rp("watch", inbox, "--out", out, "--once")
    assert (ran.code, "overblik.xlsx" in ran.out) == (1, True)
    assert "Filer i registret: 1." in rp("register", "list", "--register", out / "register").out
    (out / "overblik.xlsx").rmdir()
    ran = rp("watch", inbox, "--out", out, "--once")
    assert (ran.code, f"{GOOD}: godkendt" in ran.out) == (0, True)
    assert (out / "overblik.xlsx").is_file()
    assert list((out / "svar").rglob("*.eml"))


@pytest.fixture
def watching(inbox, tmp_path) -> Iterator[subprocess.Popen[str]]:
    """A watch over the inbox in a process of its own."""
    # Tests that are run in the background have Ctrl-C ignored, and what they start inherits that.
    heeding = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    soon = "from department import watch, workers; watch.QUIET = 0.5; workers.USUAL = 1;"
    code = f"{heeding} {soon} from department.cli import main; main()"
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
    line_with(watching, "Holder øje med")
    data = (INBOX / LATE).read_bytes()
    with (inbox / LATE).open("wb") as file:
        file.write(data[: len(data) // 2])
        file.flush()
        time.sleep(1)
        file.write(data[len(data) // 2 :])
    assert "godkendt" in line_with(watching, LATE)
    line_with(watching, "svar i")
    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=300) == 0
    assert list((tmp_path / "ud" / "svar").rglob(f"{LATE.removesuffix('.xlsx')}*.txt"))


def watch_over(inbox: Path, **options: object) -> Watch:
    """A watch that judges nothing by itself."""
    out = inbox.parent / "ud"
    return Watch(inbox, out, folder_address(out), ThreadPoolExecutor(1), "da", **options)


@pytest.mark.parametrize(
    ("name", "contents", "whole_at"),
    [
        # A file is whole when it has been quiet for two seconds,
        ("rapport.xlsx", {0: REPORT}, 2),
        ("brev.docx", {0: b"PK" + b"x" * 10, 2: b"PK" + b"x" * 20}, 4),
        # a workbook without its end is on its way until it is cut off,
        ("rapport.xlsx", {0: REPORT[: len(REPORT) // 2]}, 30),
        # and a table under a workbook's name is none.
        ("tal.xlsx", {0: "Mål;Resultat\n1.1.a;60\n".encode()}, 2),
        # What a program is still fetching is passed over.
        ("rapport.xlsx.part", {0: REPORT}, None),
        ("rapport.XLSX.CRDOWNLOAD", {0: REPORT}, None),
        ("~a.tmp", {0: REPORT}, None),
    ],
)
def test_when_a_file_is_whole(tmp_path, name, contents, whole_at):
    inbox, second = tmp_path / "ind", 0
    inbox.mkdir()
    watch = watch_over(inbox, clock=lambda: second)
    whole = []
    for second in (0, 1, 2, 4, 10, 30, 60):
        if second in contents:
            (inbox / name).write_bytes(contents[second])
        if list(watch.whole()):
            whole.append(second)
    assert next(iter(whole), None) == whole_at


def test_new_and_changed_files_make_a_round_and_trouble_is_told_and_tried_again(
    tmp_path, monkeypatch, capsys
):
    rounds: list[list[str]] = []
    trouble = [click.ClickException("overblik.xlsx er åben")]

    def judge(_: Watch, __: object, new: frozenset[str]) -> None:
        if trouble:
            raise trouble.pop()
        rounds.append(sorted(new))

    monkeypatch.setattr(Watch, "_judge", judge)
    inbox = tmp_path / "ind"
    inbox.mkdir()
    watch = watch_over(inbox, once=True)
    for name, data in (("a.xlsx", b"1"), (None, b""), ("b.xlsx", b"2"), ("a.xlsx", b"11")):
        if name is not None:
            (inbox / name).write_bytes(data)
        watch.look()
    assert rounds == [["a.xlsx"], ["b.xlsx"], ["a.xlsx"]]
    assert capsys.readouterr().out.count("overblik.xlsx er åben") == 1

    shutil.rmtree(inbox)
    watch.look()
    assert watch.in_trouble
    assert "kan ikke læses" in capsys.readouterr().out
