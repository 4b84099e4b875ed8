"""A run that is killed, at any moment: the register is whole, and the next run completes it."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from sqlalchemy import Engine, event

from tests.command import typed
from tests.department.register.filling import dump, originals, register_files, timeless_dump
from tests.department.register.records import a_record
from tests.validators.reports import report

FEW = [a_record(f"{number:04}.xlsx") for number in range(2)]
ROOT = Path(__file__).parents[3]


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
    Path.chmod = dying.before(Path.chmod)  # type: ignore[method-assign]
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
def test_dead_before_any_step_it_is_whole_and_gone_on_with(tmp_path, monkeypatch):
    monkeypatch.setattr("department.register.run.CHUNK", 1)
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
    assert step > 20


def rows_of(register: Path, table: str) -> list[tuple[object, ...]]:
    """A table's rows; none while another process makes or writes it."""
    try:
        return dump(register).get(table, [])
    except sqlite3.OperationalError:
        return []


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL findes kun på POSIX")
def test_a_whole_batch_killed_is_gone_on_with(tmp_path):
    inbox = tmp_path / "indbakke"
    inbox.mkdir()
    for period in ("Q3", "Q4"):
        (inbox / f"{period}.xlsx").write_bytes(report({}, period_id=period))
        (inbox / f"{period} kopi.xlsx").write_bytes(report({}, period_id=period))
    assert typed("batch", inbox, "--out", tmp_path / "uforstyrret").code == 0
    whole = tmp_path / "uforstyrret" / "register"
    out = tmp_path / "dræbt"
    process = batch(inbox, out)
    while process.poll() is None and not rows_of(out / "register", "judgements"):
        time.sleep(0.001)
    process.kill()
    process.wait()
    is_whole(out / "register")

    assert typed("batch", inbox, "--out", out).code == 0

    is_whole(out / "register")
    assert timeless_dump(out / "register") == timeless_dump(whole)
    assert originals(out / "register") == originals(whole)


def batch(inbox: Path, out: Path) -> subprocess.Popen[bytes]:
    script = "from department.cli import main; main()"
    command = [sys.executable, "-c", script, "batch", inbox, "--out", out]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
