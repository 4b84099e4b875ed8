"""Running `rp` inside the test process, as a person would type it."""

import contextlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from department.cli import run


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def typed(*arguments: object) -> Ran:
    """Any command as it is typed: its exit code and what it printed."""
    out, err = io.BytesIO(), io.BytesIO()
    with (
        contextlib.redirect_stdout(io.TextIOWrapper(out, "utf-8", write_through=True)),
        contextlib.redirect_stderr(io.TextIOWrapper(err, "utf-8", write_through=True)),
    ):
        code = run([str(argument) for argument in arguments])
        return Ran(code, out.getvalue().decode(), err.getvalue().decode())


@pytest.fixture
def rp() -> Callable[..., Ran]:
    return typed
