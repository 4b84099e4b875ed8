"""The add-in's pane in a browser, where `office.js` beside this stands in for Excel's library."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl.utils.datetime import to_excel

from department.checker.static_files import LIBRARY
from tests.department.checker.checking_page import MOST_MILLISECONDS
from tests.hosts import node
from tests.hosts.browser import Browser, Shown
from tests.xl_addin.golden import ExcelError

SHEET = "Bob's ark"
_MOCK = node.HERE / "node_modules" / "office-addin-mock" / "lib"
_PARTS = ("possibleErrors", "host", "officeMockObject")
Call = tuple[str, Sequence[object]]


@dataclass(frozen=True)
class Pane:
    """The pane, awake, with a workbook that the test opens."""

    shown: Shown

    def open(self, file: bytes = b"", url: str = "", goals: object = None) -> None:
        """Open a workbook: its file, where it lies, and the table with the goals."""
        book = {"file": list(file), "url": url, "goals": goals, "selected": []}
        self.shown.page.evaluate("book => Object.assign(excel, book)", book)

    def check(self) -> str:
        """Press the button; what is shown when the check is done."""
        self.shown.page.get_by_role("button", name="Kontrollér rapport").click()
        self.shown.page.locator("#choice:not(.busy)").wait_for(timeout=MOST_MILLISECONDS)
        return self.shown.page.locator("#results").inner_text()

    def selected(self) -> list[str]:
        """The sheet and cell that the pane selected last."""
        chosen: list[str] = self.shown.page.evaluate("excel.selected.splice(0)")
        return chosen

    def answers(self, calls: Sequence[Call]) -> list[Mapping[str, object]]:
        """What cells with these functions show, each argument a cell or a range of cells."""
        ranges, asked = {}, []
        for number, (function, arguments) in enumerate(calls):
            addresses = [f"{SHEET}!B{number}:{index}" for index, _ in enumerate(arguments)]
            ranges |= {at: _cells(each) for at, each in zip(addresses, arguments, strict=True)}
            asked.append([function.removeprefix("RP_"), addresses])
        script = """async ([ranges, asked]) => {
          excel.ranges = ranges;
          return Promise.all(asked.map(([id, references]) => excel.call(id, references)));
        }"""
        shown: list[Mapping[str, object]] = self.shown.page.evaluate(script, [ranges, asked])
        return shown


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Pane]:
    """The pane at an address as soon as it is ready."""
    modules = {f"./{name}": (_MOCK / f"{name}.js").read_text(encoding="utf-8") for name in _PARTS}
    listed = ",".join(
        f"{json.dumps(name)}: (exports, require) => {{{text}\n}}" for name, text in modules.items()
    )
    own = Path(__file__).with_name("office.js").read_text(encoding="utf-8")
    library = f"const mock = {{{listed}}};\n{own}"
    with browser.at(address, answers={LIBRARY: library}) as shown:
        ready = shown.page.get_by_text("Klar.", exact=True)
        ready.wait_for(timeout=MOST_MILLISECONDS)
        yield Pane(shown)


def _cells(argument: object) -> list[list[object]]:
    rows = argument if isinstance(argument, tuple) else ((argument,),)
    return [[_content(each) for each in row] for row in rows]


def _content(value: object) -> object:
    if isinstance(value, ExcelError):
        return value.code
    if isinstance(value, date):
        return to_excel(value)
    return "" if value is None else value
