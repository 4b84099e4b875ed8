"""Worker processes that serve one test after another: starting one takes half a second of CPU.

A process that has come to a good end waits for the next `Workers` that asks for the same plans,
memory and environment. `tests/department/test_workers.py` does without.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from department import workers

MOST_WAITING = 4
_FRESH = workers._Worker
_waiting: list[tuple[object, subprocess.Popen[bytes]]] = []


class _KeptWorker(_FRESH):
    """A worker whose process is not ended but put aside while it has nothing to do."""

    busy = False

    def start(self) -> subprocess.Popen[bytes]:
        for each in _waiting if self._process is None else ():
            kind, process = each
            if kind == self._kind() and process.poll() is None:
                _waiting.remove(each)
                self._process, self._is_ready = process, True
                break
        return super().start()

    def run(self, task):
        self.busy = True
        result = super().run(task)
        self.busy = False
        return result

    def end(self) -> None:
        process = self._process
        if process is not None and self._is_ready and not self.busy:
            _waiting.append((self._kind(), process))
            self._process, self._is_ready = None, False
            while len(_waiting) > MOST_WAITING:
                _end(_waiting.pop(0)[1])
        super().end()

    def _kind(self) -> object:
        told_otherwise = {"PYTEST_CURRENT_TEST", "RP_PLANS"}
        environment = {k: v for k, v in os.environ.items() if k not in told_otherwise}
        return self._begin, environment


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


@contextmanager
def kept_workers() -> Iterator[None]:
    """Keep worker processes from here on, and end those that wait at last."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "_Worker", _KeptWorker)
        yield
    for _, process in _waiting:
        _end(process)


@contextmanager
def fresh_workers() -> Iterator[None]:
    """Start and end each worker process as `rp` does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "_Worker", _FRESH)
        yield
