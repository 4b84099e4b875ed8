"""A year at the desk, inbox by inbox: to status, overview, replies and annual report."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from department.record import InputRecord, ReportRecord
from department.register.address import folder_address
from department.register.opening import reading
from department.register.store import Register
from department.standing import Desk, Role, Slot, SlotState
from department.wording import percent, score_words
from examples.recipes import YEAR, read_year
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


@dataclass(frozen=True)
class Office:
    """The desk and the register behind it."""

    desk: Desk
    register: Register

    def slot(self, plan: str, period: str) -> Slot:
        (found,) = [
            slot
            for agency in self.desk.agencies
            for slot in agency.slots
            if (agency.plan.id, slot.period.id) == (plan, period)
        ]
        return found

    def accepted(self) -> Iterator[ReportRecord]:
        """The reports that count."""
        for agency in self.desk.agencies:
            yield from map(self.desk.open, agency.accepted)


@pytest.fixture(scope="module")
def office(out) -> Iterator[Office]:
    with reading(folder_address(out / "register"), DANISH) as register:
        yield Office(register.desk(TODAY), register)


def test_the_rounds_hold_what_the_recipe_says():
    recipe = read_year()
    made = {path.relative_to(YEAR).as_posix() for path in YEAR.rglob("*.xlsx")}
    assert made == {
        f"{each.folder}/{file.name}"
        for each in recipe.rounds
        for file in (*each.reports, *each.copies)
    }


def test_every_period_but_the_one_that_never_came_ends_accepted(office):
    states = {
        (agency.plan.id, slot.period.id): slot.state
        for agency in office.desk.agencies
        for slot in agency.slots
    }
    assert states.pop(("statsforvaltningen-2017", "Q2")) is SlotState.MISSING
    assert len(states) == 14
    assert set(states.values()) == {SlotState.ACCEPTED}


@pytest.mark.parametrize(
    ("plan", "days"), [("statsforvaltningen-2017", 5), ("socialstyrelsen-2020", 0)]
)
def test_who_was_late_and_by_how_much(office, plan, days):
    assert office.slot(plan, "Q1").days_late == days


def test_a_report_that_was_corrected_twice_counts_from_the_third_file(office):
    receipts = office.slot("socialstyrelsen-2020", "Q2").receipts
    assert [each.role for each in receipts] == [Role.RETURNED, Role.RETURNED, Role.CURRENT]
    assert receipts[-1].file.file == "Socialstyrelsen 2. kvartal RETTET 2.xlsx"


def test_the_same_file_under_another_name_counts_once(office):
    receipts = office.slot("benchmarkingenheden-2023", "Q4").receipts
    assert [each.role for each in receipts] == [Role.CURRENT, Role.DUPLICATE]


def test_figures_that_fell_since_the_quarter_before_are_found_across_inboxes(office):
    third = office.slot("socialstyrelsen-2020", "Q3").accepted
    assert third is not None
    (fallen,) = [each for each in office.desk.open(third).findings if each.code == "RP-508"]
    assert (fallen.key, fallen.found.da, fallen.expected.da) == ("1.1.a", "56", "58")


FINAL_TOTALS = {
    "benchmarkingenheden-2023": 200 / 3,
    "raadet-for-socialt-udsatte-2018": 100 / 3,
    "social-og-boligstyrelsen-2024": 800 / 14,
    "socialstyrelsen-2020": 60,
    "statsforvaltningen-2017": 800 / 12,
}


@pytest.mark.parametrize("plan", FINAL_TOTALS)
def test_the_years_total_is_the_one_computed_by_hand(office, plan):
    final = next(agency.latest for agency in office.desk.agencies if agency.plan.id == plan)
    assert final is not None
    assert final.final
    assert final.secured == pytest.approx(FINAL_TOTALS[plan])


def test_every_figure_stands_in_its_cell_of_the_received_file(office):
    traced = 0
    for record in office.accepted():
        book = read_book(office.register.original(record.summary))
        for criterion in record.criteria.values():
            for each in criterion.inputs:
                assert in_cell(book, each) == pytest.approx(each.value), (record, each)
                traced += 1
    assert traced > 500


def in_cell(book: Book, typed_in: InputRecord) -> float | date | str:
    """What the received file holds in the cell, in the plan's units."""
    sheet = book.sheet("Afrapportering")
    assert sheet is not None
    cell = sheet.cells[typed_in.cell]
    if isinstance(typed_in.value, str):
        return cell.text
    if isinstance(typed_in.value, date):
        return serial_to_date(float(cell.value))
    number = float(cell.value)
    return number * 100 if "%" in sheet.appearance.formats.get(typed_in.cell, "") else number


def test_the_commands_lead_to_overview_page_replies_and_annual_report(office, out):
    register = out / "register"
    assert typed("status", "--register", register, "--today", TODAY, "--strict").code == 1
    assert typed("reply", "--register", register, "--out", out / "svar").code == 0
    report = typed("annual-report", "socialstyrelsen-2020", "--register", register, "--out", out)
    assert report.code == 0
    assert {path.name for path in out.iterdir()} >= {
        "overblik.xlsx",
        "overblik.html",
        "maalrapportering-socialstyrelsen-2020.docx",
        "maalrapportering-socialstyrelsen-2020.xlsx",
    }
    assert len(list((out / "svar").rglob("*.eml"))) == 14


def test_every_day_and_total_agrees_between_status_register_workbook_page_and_letters(office, out):
    register = out / "register"
    status = typed("status", "--register", register, "--today", TODAY, "--all", "--json").json
    listed = typed("register", "list", "--register", register, "--json").json["files"]
    typed("reply", "--register", register, "--out", out / "alle", "--all", "--today", TODAY)
    letters = {path.stem.removesuffix(" - svar"): path.read_text("utf-8-sig")
               for path in (out / "alle").rglob("*.txt")}  # fmt: skip
    documents = {path.stem.removesuffix(" - svar"): words_of(path)
                 for path in (out / "alle").rglob("*.docx")}  # fmt: skip
    page = html.unescape(re.sub(r"<[^>]*>", "", (out / "overblik.html").read_text("utf-8")))
    sheet = openpyxl.load_workbook(out / "overblik.xlsx")["Modtaget"]
    headings, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    workbook = {row[0]: dict(zip(headings, row, strict=True)) for row in rows if row[0]}
    assert set(workbook) == {each["file"] for each in listed}
    received = {each.file: each.came.known for each in office.register.summaries()}
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
        assert [
            line for line in map(str.strip, lines) if line not in documents[Path(name).stem]
        ] == []
    for slot in office.desk.slots:
        assert score_words(slot.accepted) in page
    corrected = shown["Statsforvaltningen 4. kvartal - genfremsendt.xlsx"]
    days = [corrected[name] for name in ("days_late", "first_submitted", "corrected")]
    assert days == [0, "2018-01-12", "2018-01-22"]


def words_of(document: Path) -> str:
    """What stands in a Word document, a line for each paragraph."""
    return "\n".join(each.text for each in Document(document).paragraphs)


def test_nothing_is_open_that_was_sent_again_and_accepted(office):
    (row,) = [row for agency in office.desk.agencies for row in agency.unplaced]
    assert (row.file.file, row.role) == ("rsu halvårsrapport.xlsx", Role.SETTLED)
    assert row.file not in {file for agency in office.desk.agencies for file in agency.to_answer}


def test_the_same_inbox_again_changes_nothing(out, office):
    before = [(each.digest, each.file) for each in office.register.summaries()]
    typed("batch", ROUNDS[-1], "--out", out, "--today", TODAY)
    assert [(each.digest, each.file) for each in office.register.summaries()] == before


def test_the_overview_shows_every_agency_with_its_total(out, office):
    sheet = openpyxl.load_workbook(out / "overblik.xlsx")["Overblik"]
    shown = {str(row[0].value): row for row in sheet.iter_rows() if row[0].value}
    for agency in office.desk.agencies:
        row = shown[agency.plan.institution]
        values = [cell.value for cell in row if isinstance(cell.value, int | float)]
        assert any(value == pytest.approx(FINAL_TOTALS[agency.plan.id]) for value in values)
