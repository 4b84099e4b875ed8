"""The inside of a worker process: it takes a task, runs it under limits, and answers.

Started by a fork, or by a fresh interpreter on its standard streams. Messages are pickles with
their length in front, over two pipes.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import struct
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO, Generic, TypeVar

T = TypeVar("T")

_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A task's result."""

    value: T


@dataclass(frozen=True, slots=True)
class Failed:
    """A task that raised: out of memory, or an error that is named."""

    out_of_memory: bool
    detail: str


Outcome = Done[T] | Failed


def serve(incoming: BinaryIO, outgoing: BinaryIO, seconds: float, memory: int) -> None:
    """Answer tasks until the pipe is closed. Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(memory)
    tidy_between_tasks()
    while (message := read_message(incoming)) is not None:
        limit_time(seconds)
        task: Callable[[], object] = pickle.loads(message)  # noqa: S301 — the parent wrote it
        write_message(outgoing, _answer(task))
        del task, message
        gc.collect(1)


def tidy_between_tasks() -> None:
    """Leave what is there already out of the search for unused objects, and search on call only.

    Reading a workbook makes ten thousand objects and hardly a cycle among them.
    """
    gc.freeze()
    gc.disable()


def _answer(task: Callable[[], object]) -> bytes:
    try:
        return pickle.dumps(Done(task()))
    except MemoryError:
        return pickle.dumps(Failed(out_of_memory=True, detail=""))
    except Exception as error:  # noqa: BLE001 — named in a finding about this very file
        return pickle.dumps(Failed(out_of_memory=False, detail=_where(error)))


def _where(error: Exception) -> str:
    """An error's name and the line it came from, for whoever mends the reader."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {PurePath(last.filename).name}:{last.lineno}"


def limit_memory(memory: int) -> None:
    """Bound the address space and forbid writing files, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the wall clock alone guards
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: float) -> None:
    """Bound the CPU time of the next task, where the system can."""
    try:
        import resource
    except ImportError:
        return
    used = sum(os.times()[:2])
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 1, hard))


def write_message(pipe: BinaryIO, message: bytes) -> None:
    """Write a message with its length in front."""
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def read_message(pipe: BinaryIO) -> bytes | None:
    """The next message, None when the other end is gone."""
    head = _read(pipe, _LENGTH.size)
    return None if head is None else _read(pipe, _LENGTH.unpack(head)[0])


def _read(pipe: BinaryIO, count: int) -> bytes | None:
    data = pipe.read(count)
    return data if len(data) == count else None


def serve_standard_streams() -> None:
    """Serve on standard input and output; whatever prints goes to standard error instead."""
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, results, float(sys.argv[1]), int(sys.argv[2]))
