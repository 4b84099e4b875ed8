"""The Wine that tests use: what it runs, and how it fails."""

from __future__ import annotations

import shutil
import sys

import pytest

from tests.hosts.wine import PROGRAM_ID, Wine, WineError, missing

pytestmark = pytest.mark.wine
USE_SERVER = f'WScript.Echo CreateObject("{PROGRAM_ID}").Len("four")'


def test_a_windows_python_runs(wine: Wine) -> None:
    assert wine.run([wine.python, "-c", "import sys; print(sys.platform)"]).strip() == "win32"
    assert sys.platform != "win32"


def test_a_script_reaches_the_server(wine: Wine) -> None:
    assert wine.run_script(USE_SERVER) == ["4"]


def test_each_script_has_a_server_of_its_own(wine: Wine) -> None:
    assert wine.run_script(USE_SERVER) == wine.run_script(USE_SERVER)


def test_a_program_that_fails_is_reported(wine: Wine) -> None:
    with pytest.raises(WineError, match="ended with 3"):
        wine.run([wine.python, "-c", "import sys; sys.exit(3)"])


def test_a_program_that_hangs_is_ended(wine: Wine) -> None:
    with pytest.raises(WineError, match="more than 3 seconds"):
        wine.run([wine.python, "-c", "import time; time.sleep(60)"], seconds=3)


def test_without_wine_there_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _program: None)
    missing.cache_clear()
    try:
        assert missing() == "Wine is not installed (no wine on the PATH)"
    finally:
        missing.cache_clear()
