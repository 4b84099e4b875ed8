"""The Chromium that tests use."""

from __future__ import annotations

import shutil

import pytest

from tests.hosts.browser import Browser, missing

PAGE = b"<!DOCTYPE html><title>Hej</title><p id=p>Hej</p><script>p.textContent = 'script'</script>"


@pytest.mark.browser
def test_shows_a_page_and_runs_its_scripts(browser: Browser) -> None:
    with browser.showing(PAGE) as shown:
        assert shown.page.inner_text("p") == "script"


@pytest.mark.browser
def test_shows_a_page_without_running_its_scripts(browser: Browser) -> None:
    with browser.showing(PAGE, scripts=False) as shown:
        assert shown.page.inner_text("p") == "Hej"


@pytest.mark.browser
def test_hears_complaints_and_requests(browser: Browser) -> None:
    page = b"<img src='http://127.0.0.1:9/x.png'><script>throw Error('ak')</script>"
    with browser.showing(page) as shown:
        assert any("ak" in each for each in shown.complaints)
        assert "http://127.0.0.1:9/x.png" in shown.requests


def test_without_chromium_there_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _program: None)
    assert missing() == "Chromium is not installed (no chromium on the PATH)"
