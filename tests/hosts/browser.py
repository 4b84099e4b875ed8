"""A headless Chromium, and axe-core to judge what it shows.

with Browser() as browser, browser.showing(page) as shown:
    shown.page.click("text=Afvigelser")
    assert shown.violations() == []
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Error, Page, Route, sync_playwright

WIDE: Final = 1440
NARROW: Final = 320
"""A page of 1280 pixels at 400 per cent."""
_HEIGHT: Final = 900
_MOST_MILLISECONDS: Final = 60_000
_PROGRAM: Final = "chromium-headless-shell"
"""Chromium without the windows of a browser, which cost more than the pages."""
_FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
_RUN_AXE: Final = """([tags, contrast]) => axe.run(document, {
  runOnly: tags, resultTypes: ['violations'], rules: {'color-contrast': {enabled: contrast}}
})"""


def missing() -> str | None:
    """Why the browser cannot be used on this machine; None when it can."""
    if shutil.which(_PROGRAM) is None:
        return f"headless Chromium is not installed (no {_PROGRAM} on the PATH)"
    return None


@dataclass
class Shown:
    """A page in the browser, and what it complained of or asked the network for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def violations(self, *, contrast: bool = True) -> list[str]:
        """What axe-core finds wrong with the page as it is now: rule, element, reason.

        Contrast costs more than all other rules: without it where the same was looked at before.
        """
        try:
            return self._violations(contrast)
        except Error:  # A click led away from the page while it was looked at.
            self.page.wait_for_load_state()
            return self._violations(contrast)

    def _violations(self, contrast: bool) -> list[str]:
        self.page.evaluate(_axe())
        result: dict[str, Any] = self.page.evaluate(_RUN_AXE, [list(_RULES), contrast])
        return [
            f"{each['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
            for each in result["violations"]
            for node in each["nodes"]
        ]

    def live(self, beginning: str) -> str:
        """What the page announces, as soon as it begins so."""
        status = self.page.get_by_role("status")
        self.page.wait_for_function(
            "([element, words]) => element.textContent.startsWith(words)",
            arg=[status.element_handle(), beginning],
        )
        return status.inner_text()


class Browser:
    """Chromium with an empty profile. Started once for the tests of a module."""

    def __init__(self) -> None:
        self._driver = sync_playwright().start()
        self._chromium = self._driver.chromium.launch(
            executable_path=shutil.which(_PROGRAM), args=list(_FLAGS)
        )

    @contextmanager
    def showing(self, html: bytes, *, width: int = WIDE, scripts: bool = True) -> Iterator[Shown]:
        """The page, opened from a file as a reader would."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "page.html"
            file.write_bytes(html)
            with self.at(file.as_uri(), width=width, scripts=scripts) as shown:
                yield shown

    @contextmanager
    def at(
        self,
        address: str,
        *,
        width: int = WIDE,
        scripts: bool = True,
        offline: bool = False,
        before: str = "",
        answers: Mapping[str, str] | None = None,
    ) -> Iterator[Shown]:
        """The page at an address; `before` is a script that runs before the page's own.

        `answers` are scripts by the address that the page would fetch them from.
        """
        context = self._chromium.new_context(
            viewport={"width": width, "height": _HEIGHT},
            java_script_enabled=scripts,
            offline=offline,
        )
        context.set_default_timeout(_MOST_MILLISECONDS)
        context.add_init_script(before)
        for elsewhere, script in (answers or {}).items():
            context.route(elsewhere, partial(_answer, script))
        page = context.new_page()
        shown = Shown(page)
        page.on("console", lambda message: shown.complaints.append(message.text))
        page.on("pageerror", lambda error: shown.complaints.append(str(error)))
        page.on("request", lambda request: shown.requests.append(request.url))
        page.goto(address)
        yield shown
        context.close()

    def close(self) -> None:
        """End the browser."""
        self._chromium.close()
        self._driver.stop()

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _answer(script: str, route: Route) -> None:
    route.fulfill(body=script, content_type="text/javascript")


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
