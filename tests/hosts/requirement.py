"""What a test does where the program it needs is missing."""

import os

import pytest


def require_host(missing: str | None) -> None:
    """Skip for the reason given, or fail where CI promises every host (RP_REQUIRE_HOSTS=1)."""
    if missing is None:
        return
    if os.environ.get("RP_REQUIRE_HOSTS") == "1":
        pytest.fail(f"RP_REQUIRE_HOSTS=1, but: {missing}", pytrace=False)
    pytest.skip(missing)
