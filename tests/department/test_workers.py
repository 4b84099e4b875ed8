"""Workers: tasks run elsewhere, and the others go on; `test_inbox` has what stops one, and why."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from department.workers import TaskStoppedError, Workers
from tests.kept_workers import fresh_workers


@pytest.fixture(scope="module", autouse=True)
def _fresh_workers() -> Iterator[None]:
    with fresh_workers():
        yield


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2) as two:
        yield two


def test_tasks_run_in_another_process_and_those_that_follow_each_other_in_the_same(workers):
    processes = {workers.submit(os.getpid).result() for _ in range(3)}
    assert len(processes - {os.getpid()}) == len(processes) == 1
    assert list(workers.map(pow, [2, 3], [5, 2])) == [32, 9]


@pytest.mark.skipif(os.name != "posix", reason="Windows begrænser ikke, hvad en proces skriver")
def test_a_worker_may_not_write_files(workers, tmp_path):
    with pytest.raises(TaskStoppedError):
        workers.submit((tmp_path / "fil").write_text, "noget").result()

    assert not (tmp_path / "fil").exists() or (tmp_path / "fil").read_text() == ""


def test_a_worker_has_no_use_for_what_judges(workers):
    modules = workers.submit(eval, "sorted(__import__('sys').modules)").result()

    assert "department.workers" in modules
    assert not {"pandas", "pandera", "openpyxl", "sqlalchemy"} & set(modules)


def test_a_received_file_is_not_taken_for_a_python_module(tmp_path):
    for name in ("random", "pickle", "validators", "zipfile"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('fjendtlig')")
    script = (
        "from department.workers import Workers\n"
        "with Workers(1) as one: print(one.submit(pow, 2, 3).result())"
    )
    command = [sys.executable, "-P", "-c", script]
    root = str(Path(__file__).parents[2])

    ran = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": root}, capture_output=True
    )

    assert (ran.stdout.split(), ran.stderr) == ([b"8"], b"")


def test_workers_end_with_their_block():
    with Workers(1) as worker:
        pid = worker.submit(os.getpid).result()
        waiting = [worker.submit(pow, 2, 2) for _ in range(100)]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert any(each.cancelled() for each in waiting) or all(each.done() for each in waiting)
