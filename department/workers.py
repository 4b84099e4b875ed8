"""Worker processes with limits: received files are opened nowhere else.

A worker that dies or overruns is replaced, and the task it had fails with a reason; the other tasks
go on. A worker is an interpreter of its own that has nothing from this process but what it is told:
the user's plans, and the limits in force. Tasks and their outcomes are pickles on its standard
streams, so that it can be started anywhere: under Windows, and within a cluster's worker.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import PurePath
from typing import Generic, ParamSpec, TypeVar

import click

from resultatplan.library import OwnFiles, lend, own_files
from texts import commandline as words
from texts import findings as say
from texts.language import Language, Said, Text, phrase
from validators.findings import Finding, finding
from workbooks.reading.archive import Limits, limits_in_force, within

try:
    import resource
except ImportError:  # Windows: the wall clock alone guards
    resource = None  # type: ignore[assignment]

P = ParamSpec("P")
T = TypeVar("T")


class TaskStoppedError(Exception):
    """The worker was stopped or died on this task: why. `detail` names an error and its line."""

    def __init__(self, why: Text, detail: str = "") -> None:
        self.why = why
        self.detail = detail
        super().__init__(why, detail)


def gave_up(stopped: TaskStoppedError) -> Finding:
    """The finding about a file that no worker got through."""
    reason: Said = stopped.why
    if stopped.detail:
        reason = phrase(say.WITH_DETAIL, reason=reason, detail=stopped.detail)
    return finding("RP-109", reason=reason)


def outcome_of(task: Future[T]) -> T | Finding:
    """What a task about a file came to; the finding about it where no worker got through."""
    try:
        return task.result()
    except TaskStoppedError as stopped:
        return gave_up(stopped)


@dataclass(frozen=True, slots=True)
class _Task(Generic[T]):
    """What a worker is asked, and the limits that were in force then."""

    run: Callable[[], T]
    limits: Limits
    seconds: float


USUAL = min(os.cpu_count() or 1, 4)
"""Workers where nobody says how many."""


class Workers(Executor):
    """At most so many worker processes; the future of a task that is stopped says why.

    Leaving it cancels what waits: what is running comes to its end or its limit.
    """

    def __init__(
        self, count: int, limits: Limits | None = None, plans: OwnFiles | None = None
    ) -> None:
        self.limits = limits or limits_in_force()
        plans = own_files() if plans is None else plans
        self._all = [Worker(self.limits.memory, plans) for _ in range(count)]
        self._free: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in reversed(self._all):
            self._free.put(worker)
        # It gets ready while this process imports what comes after; the others when needed.
        self._all[0].start()
        self._threads = ThreadPoolExecutor(count)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a task in a free worker; its future fails with `TaskStoppedError`."""
        task = _Task(partial(fn, *args, **kwargs), limits_in_force(), self.limits.seconds)
        return self._threads.submit(self._run, task)

    def _run(self, task: _Task[T]) -> T:
        worker = self._free.get()
        try:
            return worker.run(task)
        finally:
            self._free.put(worker)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """End threads and processes; without `wait` running tasks are cut short."""
        if not wait:
            self._end_processes()
        self._threads.shutdown(cancel_futures=cancel_futures)
        self._end_processes()

    def _end_processes(self) -> None:
        for worker in self._all:
            worker.end()


class Cluster(Executor):
    """The machines of a Dask cluster, which are told the limits and lent the user's plans.

    Raises `click.ClickException` when it cannot be reached or Dask is not installed.
    """

    def __init__(self, address: str, lang: Language) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise click.ClickException(words.NO_DASK(lang)) from error
        try:
            self._client = Client(address, timeout="5s")  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise click.ClickException(words.NO_CLUSTER(lang, address=address)) from error
        self._machines: Executor = self._client.get_executor()  # type: ignore[no-untyped-call]
        self._plans = own_files()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a task in a worker process of some machine."""
        task = partial(fn, *args, **kwargs)
        return self._machines.submit(_run_on_machine, task, limits_in_force(), self._plans)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster."""
        del wait, cancel_futures
        self._client.close()  # type: ignore[no-untyped-call]


def _run_on_machine(task: Callable[[], T], limits: Limits, plans: OwnFiles) -> T:
    with within(limits):
        return _worker_of_machine(limits, plans).submit(task).result()


@cache
def _worker_of_machine(limits: Limits, plans: OwnFiles) -> Workers:
    """The worker process of a cluster's machine, kept warm from task to task."""
    worker = Workers(1, limits, plans)
    atexit.register(worker.shutdown, wait=False)
    return worker


class Worker:
    """One process that runs tasks, started anew after it has died."""

    def __init__(self, memory: int, plans: OwnFiles) -> None:
        self._begin = pickle.dumps((memory, plans))
        self._process: subprocess.Popen[bytes] | None = None
        self._is_ready = False
        """Whether the process has answered: before that, its time does not count."""

    def start(self) -> subprocess.Popen[bytes]:
        """The process, started if it is not running."""
        if self._process is None:
            # Not from the folder one stands in: it may be an inbox, and a file in it `random.py`.
            command = [sys.executable, "-P", "-c", f"import {__name__} as it; it.serve()"]
            self._process = subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                start_new_session=True,  # Ctrl-C is the business of this process.
            )
        return self._process

    def run(self, task: _Task[T]) -> T:
        """Run a task in the process. Raises `TaskStoppedError` when it came to nothing."""
        process, overran = self.start(), threading.Event()
        requests, answers = process.stdin, process.stdout
        assert requests is not None and answers is not None

        def overrun() -> None:
            overran.set()
            process.kill()

        timer = threading.Timer(task.seconds, overrun)
        try:
            if not self._is_ready:
                requests.write(self._begin)
                requests.flush()
                self._is_ready = pickle.load(answers)  # noqa: S301 — our own process wrote it
            timer.start()
            pickle.dump(task, requests)
            requests.flush()
            outcome: T | TaskStoppedError = pickle.load(answers)  # noqa: S301 — as above
        except (OSError, EOFError, pickle.UnpicklingError):
            outcome = TaskStoppedError(say.TOOK_TOO_LONG if overran.is_set() else say.READER_DIED)
        finally:
            timer.cancel()
        if isinstance(outcome, TaskStoppedError) or overran.is_set():
            self.end()
        if isinstance(outcome, TaskStoppedError):
            raise outcome
        return outcome

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            with contextlib.suppress(OSError):  # what could not be written any more
                self._process.communicate()
            self._process, self._is_ready = None, False


def serve() -> None:
    """Be a worker on the standard streams; what a task prints goes nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, outcomes = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    memory, plans = pickle.load(requests)  # noqa: S301 — our parent wrote it
    lend(plans)
    _limit_memory(memory)
    outcome = pickle.dumps(True)
    with contextlib.suppress(EOFError):  # the parent has ended
        while True:
            outcomes.write(outcome)
            outcomes.flush()
            task: _Task[object] = pickle.load(requests)  # noqa: S301 — as above
            _limit_time(task.seconds)
            outcome = _outcome(task)


def _outcome(task: _Task[object]) -> bytes:
    """A task's result, or why there is none, pickled."""
    outcome = attempted(lambda: pickle.dumps(task.run()), task.limits)
    return pickle.dumps(outcome) if isinstance(outcome, TaskStoppedError) else outcome


def attempted(run: Callable[[], T], limits: Limits) -> T | TaskStoppedError:
    """What comes of a task in this process, or why nothing does."""
    try:
        with within(limits):
            return run()
    except MemoryError:
        return TaskStoppedError(say.TOOK_TOO_MUCH)
    except Exception as error:  # noqa: BLE001 — named in a finding about this very file
        return TaskStoppedError(say.READER_DIED, _where(error))


def _where(error: Exception) -> str:
    """An error's name and the line it came from, for whoever mends the reader."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {PurePath(last.filename).name}:{last.lineno}"


def _limit_memory(memory: int) -> None:
    """Bound the address space and forbid writing files, where the system can."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Bound the CPU time of a task, where the system can: also when nobody watches any more."""
    if resource is not None:
        used = sum(os.times()[:2])
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 1, hard))
