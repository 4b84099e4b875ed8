"""A missing host is a visible skip, and a failure where CI promises it."""

from __future__ import annotations

import pytest

from tests.hosts.requirement import require_host


def test_what_is_there_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RP_REQUIRE_HOSTS", "1")
    require_host(None)


def test_a_missing_host_skips_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RP_REQUIRE_HOSTS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no soffice"):
        require_host("no soffice")


def test_a_missing_host_fails_where_hosts_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RP_REQUIRE_HOSTS", "1")
    with pytest.raises(pytest.fail.Exception, match="no soffice"):
        require_host("no soffice")
