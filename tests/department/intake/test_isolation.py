"""Workers with limits: whatever a task does, the executor goes on."""

from __future__ import annotations

import os
import threading
import time

import pytest

from department.intake.examination import Entry, ExaminingPlace
from department.limits import WorkerLimits
from department.workers import (
    IsolatedExecutor,
    Stopped,
    TaskStoppedError,
    Worker,
)
from tests.department.judged import verdicts_on
from tests.department.trapped_examination import (
    DIES,
    EATS,
    FAILS,
    HANGS,
    SPINS,
    examine_trapped,
)
from tests.validators.reports import complete_report
from workbooks.reading.audit import MEGABYTE


@pytest.fixture
def executor():
    with IsolatedExecutor(2, WorkerLimits(seconds=1, memory=2048 * MEGABYTE)) as two_workers:
        yield two_workers


def test_a_task_runs_in_another_process(executor):
    assert executor.submit(os.getpid).result() != os.getpid()


def test_workers_are_kept_warm(executor):
    pids = {executor.submit(os.getpid).result() for _ in range(10)}

    assert len(pids) <= 2


def test_arguments_and_results_travel(executor):
    assert list(executor.map(pow, [2, 3], [5, 2])) == [32, 9]


def test_a_task_that_takes_too_long_is_stopped_and_the_next_one_runs(executor):
    with pytest.raises(TaskStoppedError) as stopped:
        executor.submit(time.sleep, 30).result()

    assert stopped.value.why is Stopped.TIME
    assert executor.submit(pow, 2, 2).result() == 4


def test_a_task_that_takes_too_much_memory_is_stopped(executor):
    with pytest.raises(TaskStoppedError) as stopped:
        executor.submit(bytearray, 4096 * MEGABYTE).result()

    assert stopped.value.why is Stopped.MEMORY
    assert executor.submit(pow, 2, 2).result() == 4


def test_a_worker_that_dies_is_replaced(executor):
    with pytest.raises(TaskStoppedError) as stopped:
        executor.submit(os._exit, 3).result()

    assert stopped.value.why is Stopped.DIED
    assert [executor.submit(pow, 2, n).result() for n in range(4)] == [1, 2, 4, 8]


def test_an_error_is_named(executor):
    with pytest.raises(TaskStoppedError, match="ZeroDivisionError"):
        executor.submit(divmod, 1, 0).result()


def test_a_worker_may_not_write_files(executor, tmp_path):
    with pytest.raises(TaskStoppedError):
        executor.submit((tmp_path / "fil").write_text, "noget").result()

    assert not (tmp_path / "fil").exists() or (tmp_path / "fil").read_text() == ""


def test_with_other_threads_about_a_fresh_interpreter_is_started():
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    worker = Worker(WorkerLimits(seconds=20))
    try:
        assert worker.run(os.getppid) == os.getpid()
    finally:
        worker.stop()
        done.set()
        other.join()


def test_the_workers_import_neither_pandas_nor_pandera(executor):
    loaded = executor.submit(eval, "sorted(__import__('sys').modules)").result()

    # A forked worker shares what the parent had; here that is the test runner's own.
    fresh = Worker(WorkerLimits(seconds=20))
    hold = threading.Event()
    thread = threading.Thread(target=hold.wait)
    thread.start()
    try:
        expression = "(__import__('department.batch'), sorted(__import__('sys').modules))[1]"
        modules = fresh.run(_Evaluate(expression))
    finally:
        fresh.stop()
        hold.set()
        thread.join()
    assert loaded
    assert not {"pandas", "pandera", "openpyxl"} & set(modules)


class _Evaluate:
    """An expression to be evaluated in the worker; pickled by its parts."""

    def __init__(self, expression: str) -> None:
        self.expression = expression

    def __reduce__(self):
        from functools import partial

        return partial, (eval, self.expression)

    def __call__(self):
        raise AssertionError("runs in the worker alone")


@pytest.mark.parametrize(
    ("trap", "reason"),
    [
        (HANGS, "den tog for lang tid"),
        (SPINS, "den tog for lang tid"),
        (EATS, "den brugte for meget hukommelse"),
        (DIES, "læseren gik ned"),
        (FAILS, "læseren gik ned (RecursionError"),
    ],
)
def test_a_file_that_stops_its_worker_is_told_and_its_neighbours_are_judged(
    trap: str, reason: str
) -> None:
    report = complete_report()
    names = ["først.xlsx", trap, "sidst.xlsx"]
    entries = [Entry(name, report) for name in names]

    with IsolatedExecutor(2, WorkerLimits(seconds=2, memory=2048 * MEGABYTE)) as executor:
        place = ExaminingPlace(executor, examine_trapped)
        verdicts = verdicts_on(entries, place)

    assert [verdict.file for verdict in verdicts] == names
    assert [verdict.accepted for verdict in verdicts] == [True, False, True]
    (stopped,) = verdicts[1].findings
    assert stopped.code == "RP-109"
    assert reason in stopped.message()


def test_many_traps_in_a_row_cost_no_other_file_its_verdict() -> None:
    report = complete_report()
    names = [DIES, FAILS, *(f"{number:02}.xlsx" for number in range(20)), DIES, "sidst.xlsx"]

    with IsolatedExecutor(2, WorkerLimits(seconds=20)) as executor:
        place = ExaminingPlace(executor, examine_trapped)
        verdicts = verdicts_on([Entry(name, report) for name in names], place)

    assert [verdict.file for verdict in verdicts] == names
    assert {verdict.file for verdict in verdicts if not verdict.accepted} == {DIES, FAILS}
