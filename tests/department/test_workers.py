"""Workers with limits: whatever a task does, it is told why it ended, and the others go on."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from department.workers import TaskStoppedError, Workers
from tests.kept_workers import fresh_workers
from texts import findings
from workbooks.reading.archive import MEGABYTE, Limits

TWO_SECONDS = Limits(seconds=2)


@pytest.fixture(scope="module", autouse=True)
def _fresh_workers() -> Iterator[None]:
    with fresh_workers():
        yield


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2) as two:
        yield two


def spin() -> None:
    while True:
        pass


def test_a_task_runs_in_another_process_and_its_result_comes_back(workers):
    assert workers.submit(os.getpid).result() != os.getpid()
    assert list(workers.map(pow, [2, 3], [5, 2])) == [32, 9]


def test_tasks_that_come_one_after_the_other_run_in_one_process(workers):
    assert len({workers.submit(os.getpid).result() for _ in range(3)}) == 1


@pytest.mark.parametrize("forever", [spin, "sleep"])
def test_a_task_that_takes_too_long_is_stopped(forever):
    with Workers(1, TWO_SECONDS) as worker:
        stopped = worker.submit(spin) if forever is spin else worker.submit(time.sleep, 1_000)
        next_one = worker.submit(pow, 2, 2)

        with pytest.raises(TaskStoppedError) as told:
            stopped.result()
        assert told.value.why == findings.TOOK_TOO_LONG
        assert next_one.result() == 4


@pytest.mark.skipif(os.name != "posix", reason="Windows begrænser ikke en proces' hukommelse")
def test_a_task_that_takes_too_much_memory_is_stopped(workers):
    with pytest.raises(TaskStoppedError) as told:
        workers.submit(bytearray, 4096 * MEGABYTE).result()
    assert told.value.why == findings.TOOK_TOO_MUCH


def test_workers_that_die_one_after_the_other_cost_no_other_task_its_result(workers):
    dying = [workers.submit(os._exit, 3) for _ in range(3)]
    others = [workers.submit(pow, 2, number) for number in range(8)]

    assert [each.result() for each in others] == [2**number for number in range(8)]
    for each in dying:
        with pytest.raises(TaskStoppedError) as told:
            each.result()
        assert (told.value.why, told.value.detail) == (findings.READER_DIED, "")


def test_an_error_is_named_with_its_line(workers):
    with pytest.raises(TaskStoppedError, match=r"ZeroDivisionError, workers\.py:\d+"):
        workers.submit(divmod, 1, 0).result()


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
