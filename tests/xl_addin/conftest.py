"""Wine, started once in a session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import require_host
from tests.hosts.wine import Wine, missing


@pytest.fixture(scope="session")
def wine() -> Iterator[Wine]:
    """Windows programs under Wine: a Python with the COM server, and VBScript."""
    require_host(missing())
    with Wine() as windows:
        yield windows
