"""A missing host is a visible skip, and a failure where CI promises it."""

import pytest

from tests.hosts.requirement import require_host


@pytest.mark.parametrize("is_promised", [True, False])
def test_a_missing_host_skips_or_fails_with_its_reason(monkeypatch, is_promised):
    monkeypatch.setenv("RP_REQUIRE_HOSTS", str(int(is_promised)))
    require_host(None)
    outcome = pytest.fail.Exception if is_promised else pytest.skip.Exception
    with pytest.raises(outcome, match="no soffice"):
        require_host("no soffice")
