"""Finding soffice, and ending it whatever happens to it."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hosts import soffice
from tests.hosts.libreoffice import LibreOffice
from tests.hosts.requirement import require_host
from tests.hosts.soffice import LibreOfficeError, Office


@pytest.fixture
def own_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which temporary folders are made during the test."""
    folder = tmp_path / "t"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def office(own_tmp: Path) -> Iterator[Office]:
    require_host(LibreOffice.available())
    started = Office()
    yield started
    started.end()


def stand_in(folder: Path, script: str) -> None:
    """A program called soffice in a folder."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def group_exists(number: int) -> bool:
    return any(
        stat.read_text().rpartition(")")[2].split()[0] != "Z"
        for stat in Path("/proc").glob("[0-9]*/stat")
        if stat.exists() and os.getpgid(int(stat.parent.name)) == number
    )


def test_no_soffice_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert soffice.missing.__wrapped__() == "LibreOffice is not installed (no soffice on the PATH)"


def test_an_old_soffice_does_not_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, 'echo "LibreOffice 7.4.7.2 40(Build:2)"')
    monkeypatch.setenv("PATH", str(tmp_path))
    assert soffice.missing.__wrapped__() == "LibreOffice 7.4 is older than 25.2"


def test_a_soffice_without_python_does_not_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, 'echo "LibreOffice 25.2.3.2 520(Build:2)"')
    monkeypatch.setenv("PATH", str(tmp_path))
    assert soffice.missing.__wrapped__() == "LibreOffice lacks its Python part pythonloader.py"


def test_a_soffice_that_does_not_start_says_why(
    own_tmp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, "echo no display; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(LibreOfficeError, match=r"did not start\. no display"):
        Office()
    assert list(own_tmp.iterdir()) == []


@pytest.mark.libreoffice
def test_its_end_leaves_no_process_and_no_file(office: Office, own_tmp: Path) -> None:
    assert group_exists(office.process_group)
    assert len(list(own_tmp.glob("rp-office-*"))) == 1
    office.end()
    assert not group_exists(office.process_group)
    assert list(own_tmp.glob("rp-office-*")) == []


def stop_group(group: int) -> None:
    """Stop every process of the group, and wait until each one stands still."""
    os.killpg(group, signal.SIGSTOP)
    deadline = time.monotonic() + 10
    while any(state != "T" for state in states_of(group)):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def states_of(group: int) -> list[str]:
    """The state of every process of the group, as Linux tells it: R, S, T, …"""
    states = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, pgrp = stat.read_text().rpartition(")")[2].split()[:3]
            states += [state] if int(pgrp) == group else []
    return states


@pytest.mark.libreoffice
def test_a_hanging_soffice_is_ended_and_reported(
    own_tmp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require_host(LibreOffice.available())
    monkeypatch.setattr(soffice, "ANSWER_SECONDS", 0.5)
    monkeypatch.setattr(soffice, "END_SECONDS", 0.5)
    office = Office()
    stop_group(office.process_group)
    with pytest.raises(LibreOfficeError, match="does not answer"):
        office.ask("sheets", document=1)
    assert not office.runs
    assert not group_exists(office.process_group)
