"""Warm worker processes with limits: received files are opened nowhere else.

A worker that dies or overruns is replaced, and the task it had fails with a reason; the other
tasks go on. The executor has the shape of `concurrent.futures`, so that a cluster's executor can
stand in its place.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import BinaryIO, ParamSpec, TypeVar

from department.intake.worker import Failed, Outcome, read_message, serve, write_message
from department.limits import WorkerLimits, limits_in_force

P = ParamSpec("P")
T = TypeVar("T")


class Stopped(StrEnum):
    """Why a task came to nothing."""

    TIME = "time"
    MEMORY = "memory"
    DIED = "died"


class TaskStoppedError(Exception):
    """The worker was stopped or died on this task."""

    def __init__(self, why: Stopped, detail: str = "") -> None:
        self.why = why
        self.detail = detail
        super().__init__(f"{why}: {detail}" if detail else why)


class Worker:
    """One process that runs tasks, started anew after it has died."""

    def __init__(self, limits: WorkerLimits) -> None:
        self.limits = limits
        self._process: _Process | None = None

    def start(self) -> None:
        """Start the process if it is not running."""
        if self._process is None:
            self._process = _start(self.limits)

    def run(self, task: Callable[[], T]) -> T:
        """Run a task in the process; `TaskStoppedError` when it came to nothing."""
        self.start()
        process = self._process
        if process is None:
            raise TaskStoppedError(Stopped.DIED)
        overran = threading.Event()
        timer = threading.Timer(self.limits.seconds, _overrun, (process, overran))
        timer.start()
        try:
            write_message(process.requests, pickle.dumps(task))
            answer = read_message(process.answers)
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            self.stop()
            raise TaskStoppedError(Stopped.TIME if overran.is_set() else Stopped.DIED)
        outcome: Outcome[T] = pickle.loads(answer)  # noqa: S301 — our own process wrote it
        if isinstance(outcome, Failed):
            self.stop()
            why = Stopped.MEMORY if outcome.out_of_memory else Stopped.DIED
            raise TaskStoppedError(why, outcome.detail)
        return outcome.value

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.end()
            self._process = None


class IsolatedExecutor(Executor):
    """An executor whose tasks run in warm worker processes with limits."""

    def __init__(self, workers: int, limits: WorkerLimits | None = None) -> None:
        self._workers: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self.limits = limits or limits_in_force().worker
        self._all = [Worker(self.limits) for _ in range(workers)]
        # Forking is safe while there is one thread: all first processes start here.
        for worker in self._all:
            worker.start()
            self._workers.put(worker)
        self._threads = ThreadPoolExecutor(workers)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a task in a free worker; its future fails with `TaskStoppedError`."""
        return self._threads.submit(self._run, partial(fn, *args, **kwargs))

    def _run(self, task: Callable[[], T]) -> T:
        worker = self._workers.get()
        try:
            return worker.run(task)
        finally:
            self._workers.put(worker)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the threads and the processes; without `wait` running tasks are cut short."""
        if not wait:
            self._end_processes()
        self._threads.shutdown(wait=wait, cancel_futures=cancel_futures)
        self._end_processes()

    def _end_processes(self) -> None:
        for worker in self._all:
            worker.stop()


def _overrun(process: _Process, overran: threading.Event) -> None:
    overran.set()
    process.kill()


@dataclass
class _Process:
    """A running worker: its pipes, and how to end it."""

    requests: BinaryIO
    answers: BinaryIO
    kill: Callable[[], None]
    wait: Callable[[], None]

    def end(self) -> None:
        self.kill()
        for pipe in (self.requests, self.answers):
            with contextlib.suppress(OSError):
                pipe.close()
        self.wait()


def _start(limits: WorkerLimits) -> _Process:
    """A fork shares what is imported already; where that is not safe, a fresh interpreter."""
    if hasattr(os, "fork") and threading.active_count() == 1:
        return _fork(limits)
    return _spawn(limits)


def _fork(limits: WorkerLimits) -> _Process:
    request_end, requests = os.pipe()
    answers, answer_end = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(requests)
            os.close(answers)
            with os.fdopen(request_end, "rb") as incoming, os.fdopen(answer_end, "wb") as outgoing:
                serve(incoming, outgoing, limits.seconds, limits.memory)
        finally:
            os._exit(0)
    os.close(request_end)
    os.close(answer_end)

    def kill() -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, 9)

    def wait() -> None:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, 0)

    return _Process(os.fdopen(requests, "wb"), os.fdopen(answers, "rb"), kill, wait)


def _spawn(limits: WorkerLimits) -> _Process:
    # Not `-m`: what is pickled must be known by the module's real name.
    start = "from department.intake.worker import serve_standard_streams; serve_standard_streams()"
    command = [sys.executable, "-c", start, str(limits.seconds), str(limits.memory)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
    if child.stdin is None or child.stdout is None:
        raise TaskStoppedError(Stopped.DIED)

    def wait() -> None:
        child.wait()

    return _Process(child.stdin, child.stdout, child.kill, wait)  # type: ignore[arg-type]
