"""Received text stays text in all that is written: workbook, JSON and terminal."""

import os
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from rich.console import Console
from rich.table import Table

from department.output import escaped, inert, inert_cell, inert_line
from department.record import Receipt, record_of
from department.screen import print_report, verdict_cells
from tests.command import Ran
from tests.validators.reports import judge_file, report
from workbooks.form import Column, Field

Type = Callable[..., Ran]

TEXTS = (
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("http://example.org","60")',
    "@SUM(1+1)",
    "+1+1",
    "-1+1",
    "[red]mærkning[/red] [link=http://example.org]her[/link] [/]",
    "\x1b[31mrød\x1b]0;titel\x07",
    "\x9b31mogså rød",
    "<script>alert(1)</script><a href='http://example.org'>x</a>",
    "vendt \u202exslx.exe og \u2066isoleret",
    "nul \x00 og klokke \x07",
    "http://example.org/sti",
    "file:///etc/passwd",
    "&amp; \"citat\" 'mærker' {felt} %s",
    "_x003D_1+1",
)
OWN_FORMULA = re.compile(
    r'=IF\(ISNUMBER\(K\d+\),(IF\(ISNUMBER\(J\d+\),J\d+\*D\d+/100\*K\d+,)?"[ \w]+"\)?,""\)'
)
ORIGINAL = re.compile(r"register/originals/[0-9a-f]{2}/[0-9a-f]{64}\.xlsx")
MARKUP = re.compile(r"\[/?red\]|</?script>")
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def with_text(text: str) -> bytes:
    """A report that says `text` where it is told back: in a choice, a number, a name, a text."""
    escapes = "".join(f"_x{ord(c):04X}_" if ord(c) < 32 else c for c in text)
    places = (
        ("1.1.a", Column.RESULT),
        ("1.1.b", Column.STATUS),
        ("1.2.a", Column.DATE),
        ("1.2.b", Column.DOCUMENTATION),
        Field.PREPARED_BY,
    )
    return report(dict.fromkeys(places, escapes))


@pytest.fixture
def inbox(tmp_path) -> Path:
    folder = tmp_path / "ind"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        name = f"{number:02} {text.replace('/', '∕')}.xlsx".replace("\0", "")
        (folder / name).write_bytes(with_text(text))
    return folder


def steered(printed: str) -> bool:
    """Whether something in it would steer a terminal, line ends aside."""
    return STEERING.search(printed.replace("\n", "")) is not None


def test_a_message_steers_nothing(rp, tmp_path):
    refused = rp("batch", tmp_path / "ind\u202ebakke")
    assert refused.code == 2
    assert not steered(refused.err)


def test_a_batch_holds_text_alone_and_leads_into_inbox_and_register_only(rp, inbox, tmp_path):
    ran = rp("batch", inbox, "--out", tmp_path / "ud")
    told = rp("batch", inbox, "--out", tmp_path / "ud", "--json")

    cells = [
        cell
        for sheet in openpyxl.load_workbook(tmp_path / "ud" / "overblik.xlsx")
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert len(cells) > 10 * len(TEXTS)
    formulas = [cell for cell in cells if cell.data_type == "f"]
    assert {(cell.parent.title, cell.column_letter) for cell in formulas} == {("Vurdering", "L")}
    assert all(OWN_FORMULA.fullmatch(cell.value) for cell in formulas)
    assert [cell.value for cell in cells if STEERING.search(str(cell.value))] == []
    names = [path.name for path in inbox.iterdir()]
    targets = {unquote(cell.hyperlink.target or "") for cell in cells if cell.hyperlink}
    assert any(target.startswith("..") for target in targets)
    for target in targets - {""}:
        folders, name = target.replace("\\", "/").rsplit("/", 1)
        kept = ORIGINAL.fullmatch(f"{folders}/{name}") is not None
        assert kept or (folders, name in names) == ("../ind", True), target
    assert [each["file"] for each in told.json["reports"]] == sorted(names, key=os.fsencode)
    assert "mærkning" in "".join(ran.out.split())
    assert not steered(told.out + ran.out)


@pytest.mark.parametrize("text", TEXTS)
def test_a_terminal_gets_our_own_colours_alone(text):
    verdict = judge_file(f"{text}.xlsx", with_text(text))
    record = record_of(verdict, Receipt(verdict.file, "", 0, datetime(2020, 10, 13)))
    screen = Console(force_terminal=True, highlight=False, width=400, record=True)

    with screen.capture() as captured:
        print_report(screen, record, "da")
        table = Table(*"abcdefgh")
        table.add_row(*verdict_cells(record.summary, "da"))
        screen.print(table)

    printed = re.sub(r"\x1b\[[0-9;]*m", "", captured.get())
    assert not steered(printed)
    assert all(markup in printed for markup in MARKUP.findall(text))


def test_a_cell_of_a_csv_file_begins_no_formula_whatever_separates_cells():
    assert inert_cell(" =1+1") == " '=1+1"
    assert inert_cell("se bilag,=1+1; @SUM(A1)\n+1\t-2") == "se bilag,'=1+1; '@SUM(A1)\n'+1\t'-2"
    assert inert_cell("3-4 pct. = a+b, c") == "3-4 pct. = a+b, c"


def test_inert_text_keeps_what_is_seen():
    assert inert("æøå\t1\n2 €") == "æøå\t1\n2 €"
    assert inert("a\x1b[31m\u202e") == "a\ufffd[31m\ufffd"
    assert inert_line("a\nb") == "a\ufffdb"
    assert escaped('"a\u202eb\x9b"') == '"a\\u202eb\\u009b"'
