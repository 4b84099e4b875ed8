"""A run that is killed, at any moment: the register is whole, and the next run completes it."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tests.department.register.records import a_record, dump, originals, register_files

FEW = [a_record(f"{number:04}.xlsx") for number in range(2)]
ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="fork og SIGKILL findes kun på POSIX")


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


def is_like(folder: Path, whole: Path) -> None:
    """It is whole, and holds what the other does, but for the clock's time."""
    is_whole(folder)
    assert dump(folder) == dump(whole)
    assert originals(folder) == originals(whole)


def died_at(step: int, folder: Path) -> bool:
    """Whether a process that registers died just before the step of those that change the disk.

    False when it came to its end before.
    """
    child = os.fork()
    if child == 0:
        left = iter(range(step))

        def stepping(*_: Any, **__: Any) -> None:
            if next(left, None) is None:
                os._exit(9)

        def before(function: Callable[..., Any]) -> Callable[..., Any]:
            def stepping_first(*arguments: Any, **options: Any) -> Any:
                stepping()
                return function(*arguments, **options)

            return stepping_first

        try:
            Path.chmod = before(Path.chmod)  # type: ignore[method-assign]
            Path.replace = before(Path.replace)  # type: ignore[method-assign]
            os.fsync = before(os.fsync)
            event.listen(Engine, "before_cursor_execute", stepping)
            event.listen(Engine, "commit", stepping)
            register_files(folder, FEW)
            os._exit(0)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9)
    return code == 9


def test_dead_before_any_step_it_is_whole_and_gone_on_with(tmp_path, monkeypatch):
    monkeypatch.setattr("department.register.run.CHUNK", 1)
    whole = tmp_path / "uforstyrret"
    register_files(whole, FEW)
    step = 0
    while died_at(step, folder := tmp_path / str(step)):
        is_whole(folder)
        register_files(folder, FEW)
        is_like(folder, whole)
        step += 1
    assert step > 20
