"""Worker processes that serve one test after another: starting one takes half a second of CPU.

A worker that has come to a good end waits for the next `Workers` that asks for the same memory,
plans and environment. `tests/department/test_workers.py` does without.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from department import workers
from department.workers import Worker

MOST_WAITING = 4
_waiting: list["KeptWorker"] = []


class KeptWorker:
    """A worker that is put aside, not ended, when it has nothing to do."""

    def __init__(self, *wanted: object) -> None:
        told_otherwise = {"PYTEST_CURRENT_TEST", "RP_PLANS"}
        environment = {k: v for k, v in os.environ.items() if k not in told_otherwise}
        self.kind = (wanted, environment)
        self.busy = False
        kept = next((each for each in _waiting if each.kind == self.kind), None)
        if kept is not None:
            _waiting.remove(kept)
        self.worker = Worker(*wanted) if kept is None else kept.worker

    def start(self) -> None:
        self.worker.start()

    def run(self, task):
        self.busy = True
        result = self.worker.run(task)
        self.busy = False
        return result

    def end(self) -> None:
        if self.busy:
            self.worker.end()
        elif self not in _waiting:
            _waiting.append(self)
            while len(_waiting) > MOST_WAITING:
                _waiting.pop(0).worker.end()


@contextmanager
def kept_workers() -> Iterator[None]:
    """Keep worker processes from here on, and end those that wait at last."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "Worker", KeptWorker)
        yield
    for each in _waiting:
        each.worker.end()


@contextmanager
def fresh_workers() -> Iterator[None]:
    """Start and end each worker process as `rp` does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "Worker", Worker)
        yield
