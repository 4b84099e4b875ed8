"""A year at the desk, inbox by inbox: to status, overview, replies and annual report."""

import html
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from department.record import InputRecord
from department.register.address import folder_address
from department.register.opening import reading
from department.register.store import Register
from department.standing import Desk, Role, SlotState
from department.wording import percent, score_words
from examples.recipes import YEAR
from tests.command import typed
from texts.language import DANISH
from workbooks.reading.book import Book, read_book
from workbooks.reading.cells import serial_to_date

TODAY = date(2025, 2, 1)
ROUNDS = sorted(path for path in YEAR.iterdir())


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    """The output after the whole year."""
    folder = tmp_path_factory.mktemp("udbakke")
    for inbox in ROUNDS:
        assert typed("batch", inbox, "--out", folder, "--today", TODAY).code == 0
    return folder


@pytest.fixture(scope="module")
def register(out) -> Iterator[Register]:
    with reading(folder_address(out / "register"), DANISH) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(register) -> Desk:
    return register.desk(TODAY)


def test_what_became_of_each_period_and_of_files_that_came_again(desk):
    slots = {(each.plan.id, slot.period.id): slot for each in desk.agencies for slot in each.slots}
    states = {place: slot.state for place, slot in slots.items()}
    assert states.pop(("statsforvaltningen-2017", "Q2")) is SlotState.MISSING
    assert len(states) == 14
    assert set(states.values()) == {SlotState.ACCEPTED}
    assert slots["statsforvaltningen-2017", "Q1"].days_late == 5
    assert slots["socialstyrelsen-2020", "Q1"].days_late == 0
    corrected = slots["socialstyrelsen-2020", "Q2"].files
    assert [each.role for each in corrected] == [Role.RETURNED, Role.RETURNED, Role.CURRENT]
    assert corrected[-1].file.file == "Socialstyrelsen 2. kvartal RETTET 2.xlsx"
    again = slots["benchmarkingenheden-2023", "Q4"].files
    assert [each.role for each in again] == [Role.CURRENT, Role.DUPLICATE]
    # Figures that fell since the quarter before, across inboxes.
    third = desk.open(slots["socialstyrelsen-2020", "Q3"].accepted)
    (fallen,) = [each for each in third.findings if each.code == "RP-508"]
    assert (fallen.key, fallen.found.da, fallen.expected.da) == ("1.1.a", "56", "58")
    # Nothing is open that was sent again and accepted.
    (row,) = [row for agency in desk.agencies for row in agency.unplaced]
    assert (row.file.file, row.role) == ("rsu halvårsrapport.xlsx", Role.SETTLED)
    assert row.file not in {file for agency in desk.agencies for file in agency.to_answer}


FINAL_TOTALS = {
    "benchmarkingenheden-2023": 200 / 3,
    "raadet-for-socialt-udsatte-2018": 100 / 3,
    "social-og-boligstyrelsen-2024": 800 / 14,
    "socialstyrelsen-2020": 60,
    "statsforvaltningen-2017": 800 / 12,
}


def test_the_years_totals_are_those_computed_by_hand_in_register_and_overview(desk, out):
    final = {agency.plan.id: agency.latest for agency in desk.agencies}
    assert all(each is not None and each.final for each in final.values())
    secured = {plan: each.secured for plan, each in final.items() if each is not None}
    assert secured == pytest.approx(FINAL_TOTALS)
    sheet = openpyxl.load_workbook(out / "overblik.xlsx")["Overblik"]
    shown = {str(row[0].value): row for row in sheet.iter_rows() if row[0].value}
    for agency in desk.agencies:
        numbers = [cell.value for cell in shown[agency.plan.institution]]
        assert pytest.approx(FINAL_TOTALS[agency.plan.id]) in numbers


def test_every_figure_stands_in_its_cell_of_the_received_file(desk, register):
    traced = 0
    for summary in (each for agency in desk.agencies for each in agency.accepted):
        book = read_book(register.original(summary))
        for criterion in desk.open(summary).criteria.values():
            for each in criterion.inputs:
                assert in_cell(book, each) == pytest.approx(each.value), (summary, each)
                traced += 1
    assert traced > 500


def in_cell(book: Book, typed_in: InputRecord) -> float | date | str:
    """What the received file holds in the cell, in the plan's units."""
    sheet = book.sheet("Afrapportering")
    cell = sheet.cells[typed_in.cell]
    if isinstance(typed_in.value, str):
        return cell.text
    if isinstance(typed_in.value, date):
        return serial_to_date(float(cell.value))
    number = float(cell.value)
    return number * 100 if "%" in sheet.appearance.formats.get(typed_in.cell, "") else number


def test_every_day_and_total_agrees_between_status_register_workbook_page_and_letters(
    desk, register, out
):
    folder = out / "register"
    status = typed("status", "--register", folder, "--today", TODAY, "--all", "--json").json
    listed = typed("register", "list", "--register", folder, "--json").json["files"]
    for options in (("--out", out / "svar"), ("--out", out / "alle", "--all")):
        assert typed("reply", "--register", folder, *options, "--today", TODAY).code == 0
    assert len(list((out / "svar").rglob("*.eml"))) == 14
    letters = {path.stem.removesuffix(" - svar"): path.read_text("utf-8-sig")
               for path in (out / "alle").rglob("*.txt")}  # fmt: skip
    documents = {path.stem.removesuffix(" - svar"): [p.text for p in Document(path).paragraphs]
                 for path in (out / "alle").rglob("*.docx")}  # fmt: skip
    page = html.unescape(re.sub(r"<[^>]*>", "", (out / "overblik.html").read_text("utf-8")))
    sheet = openpyxl.load_workbook(out / "overblik.xlsx")["Modtaget"]
    headings, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    workbook = {row[0]: dict(zip(headings, row, strict=True)) for row in rows if row[0]}
    assert set(workbook) == {each["file"] for each in listed}
    received = {each.file: each.came.known for each in register.summaries()}
    for file in listed:
        row = workbook[file["file"]]
        known = received[file["file"]]
        assert (row["Modtaget"] and row["Modtaget"].date()) == known
        assert known is None or known.isoformat() == file["received"][:10]
        assert row["Indsendt"].date().isoformat() == file["submitted"]
        for heading, total in (("Sikret", "secured"), ("Forventet", "expected")):
            assert row[heading] == pytest.approx(file[total])
    shown = {
        period["report"]["file"]: period
        for agency in status["agencies"]
        for period in agency["periods"]
        if period["report"] is not None
    }
    for name, period in shown.items():
        row, lines = workbook[name], letters[Path(name).stem].splitlines()
        letter = " ".join(" ".join(lines).split())
        assert row["Frist"].date().isoformat() == period["deadline"]
        assert row["Sikret"] == pytest.approx(period["secured"])
        days, words = period["days_late"], row["Rettidighed"]
        assert words.startswith("rettidig" if days == 0 else f"{days} dage for sent")
        told = f"indsendt den {row['Indsendt']:%d-%m-%Y}. Fristen var den {row['Frist']:%d-%m-%Y}"
        assert f"{told}: {words}." in letter
        assert words in page
        figures = ("secured",) if period["final"] else ("secured", "expected", "attainable")
        assert all(f"{percent(period[each])} pct." in letter for each in figures)
        assert all(line.strip() in "\n".join(documents[Path(name).stem]) for line in lines)
    for slot in desk.slots:
        assert score_words(slot.accepted) in page
    corrected = shown["Statsforvaltningen 4. kvartal - genfremsendt.xlsx"]
    days = [corrected[name] for name in ("days_late", "first_submitted", "corrected")]
    assert days == [0, "2018-01-12", "2018-01-22"]
