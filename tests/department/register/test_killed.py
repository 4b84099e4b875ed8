"""A run that is killed, at any moment: the register is whole, and the next run completes it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from sqlalchemy import Engine, event

from tests.department.register.filling import dump, originals, register_files, timeless_dump
from tests.department.register.records import a_record
from tests.validators.reports import report

FILES = 120
KILLS = 15
RECORDS = [a_record(f"{number:04}.xlsx") for number in range(FILES)]
FEW = [a_record(f"{number:04}.xlsx") for number in range(7)]
ROOT = Path(__file__).parents[3]


def begin(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.department.register.steady_run", folder, str(FILES)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begynder\n"
    return process


def is_whole(folder: Path) -> None:
    """What is in the register is sound, and each receipt has its original."""
    database = folder / "register.sqlite"
    if not database.exists():
        return
    with sqlite3.connect(database) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    digests = {row[3] for row in dump(folder).get("receipts", [])}
    kept = {name.partition(".")[0] for name in originals(folder) if not name.startswith(".")}
    assert digests <= kept


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """An undisturbed run's register, and how long it took."""
    folder = tmp_path_factory.mktemp("uforstyrret")
    process = begin(folder)
    started = time.monotonic()
    assert process.wait() == 0
    return folder, time.monotonic() - started


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL findes kun på POSIX")
def test_killed_after_any_time_it_is_whole_and_gone_on_with(
    tmp_path: Path, undisturbed: tuple[Path, float]
) -> None:
    whole, seconds = undisturbed
    killed = 0
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        folder.mkdir()
        process = begin(folder)
        time.sleep(seconds * kill / KILLS)
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        is_whole(folder)

        register_files(folder, RECORDS)

        is_whole(folder)
        assert timeless_dump(folder) == timeless_dump(whole)
        assert originals(folder) == originals(whole)
    assert killed > KILLS / 2


class DyingAtStep:
    """Counts the steps that change the disk, and ends the process at one of them."""

    def __init__(self, step: int) -> None:
        self.left = step

    def step(self, *_: Any, **__: Any) -> None:
        if self.left == 0:
            os._exit(9)
        self.left -= 1

    def before(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*arguments: Any, **options: Any) -> Any:
            self.step()
            return function(*arguments, **options)

        return stepping


def die_at(step: int, folder: Path) -> NoReturn:
    """In a child process: register, and die just before this step; 0 when none is left."""
    dying = DyingAtStep(step)
    Path.write_bytes = dying.before(Path.write_bytes)  # type: ignore[method-assign]
    Path.replace = dying.before(Path.replace)  # type: ignore[method-assign]
    os.fsync = dying.before(os.fsync)
    event.listen(Engine, "before_cursor_execute", dying.step)
    event.listen(Engine, "commit", dying.step)
    register_files(folder, FEW)
    os._exit(0)


def died_at(step: int, folder: Path) -> bool:
    """Whether a process died there; False when it came to its end before."""
    child = os.fork()
    if child == 0:
        try:
            die_at(step, folder)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9)
    return code == 9


@pytest.mark.skipif(os.name != "posix", reason="fork findes kun på POSIX")
def test_dead_before_any_step_it_is_whole_and_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("department.register.run.CHUNK", 3)
    whole = tmp_path / "uforstyrret"
    register_files(whole, FEW)
    step = 0
    while died_at(step, folder := tmp_path / str(step)):
        is_whole(folder)

        register_files(folder, FEW)

        is_whole(folder)
        assert timeless_dump(folder) == timeless_dump(whole)
        assert originals(folder) == originals(whole)
        step += 1
    assert step > 40


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL findes kun på POSIX")
def test_a_whole_batch_killed_is_gone_on_with(tmp_path: Path) -> None:
    inbox = tmp_path / "indbakke"
    inbox.mkdir()
    for period in ("Q1", "Q2", "Q3", "Q4"):
        (inbox / f"{period}.xlsx").write_bytes(report({}, period_id=period))
        (inbox / f"{period} kopi.xlsx").write_bytes(report({}, period_id=period))
    started = time.monotonic()
    assert batch(inbox, tmp_path / "uforstyrret").wait() == 0
    seconds = time.monotonic() - started
    for kill in range(1, 6):
        out = tmp_path / str(kill)
        process = batch(inbox, out)
        time.sleep(seconds * kill / 6)
        process.kill()
        process.wait()
        is_whole(out / "register")

        assert batch(inbox, out).wait() == 0

        is_whole(out / "register")
        whole = tmp_path / "uforstyrret" / "register"
        assert timeless_dump(out / "register") == timeless_dump(whole)
        assert originals(out / "register") == originals(whole)


def batch(inbox: Path, out: Path) -> subprocess.Popen[bytes]:
    script = "from department.cli import main; main()"
    command = [sys.executable, "-c", script, "batch", inbox, "--out", out]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
