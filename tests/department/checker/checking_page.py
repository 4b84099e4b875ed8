"""The checking page in a browser, and what the rules answered it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from tests.hosts.browser import Browser, Shown

LISTENING = """
class Deaf {
  postMessage({ parts }) {
    const data = { ready: { seconds: 60, bytes: 1e9 } };
    if (parts) Promise.resolve().then(() => this.onmessage({ data }));
  }
  terminate() {}
}
window.Worker = class extends Worker {
  constructor(address) {
    if (window.firstIsDeaf) {
      window.firstIsDeaf = false;
      return new Deaf();
    }
    super(address);
    this.addEventListener("message", ({ data: { answer } }) => { window.answer = answer; });
  }
};
"""
"""Keeps what the rules answer. A worker that is deaf is soon ready, and answers to no file."""
MOST_MILLISECONDS = 300_000


@dataclass(frozen=True)
class CheckingPage:
    """The page, awake."""

    shown: Shown

    @property
    def text(self) -> str:
        return self.shown.page.locator("#results").inner_text()

    def choose(self, paths: Sequence[Path]) -> None:
        self.shown.page.set_input_files("#files", paths)

    def check(self, *paths: Path) -> dict[str, Any]:
        """Check files together: the reports in each language, and the words of their plans."""
        self.choose(paths)
        return self.answer()

    def answer(self) -> dict[str, Any]:
        self.shown.page.locator("#choice:not(.busy)").wait_for(timeout=MOST_MILLISECONDS)
        answer: dict[str, Any] = self.shown.page.evaluate("window.answer")
        return answer


@contextmanager
def opened(
    browser: Browser, address: str, *, offline: bool = False, first_is_deaf: bool = False
) -> Iterator[CheckingPage]:
    """The page at an address as soon as it is ready; its first worker may be one that is deaf."""
    script = f"window.firstIsDeaf = {str(first_is_deaf).lower()};{LISTENING}"
    with browser.at(address, offline=offline, before=script) as shown:
        ready = shown.page.get_by_text("Klar.", exact=True)
        ready.wait_for(timeout=MOST_MILLISECONDS)
        yield CheckingPage(shown)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on a web server of this machine."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass
