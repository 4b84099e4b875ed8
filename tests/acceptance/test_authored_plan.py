"""Next year's plan without code, as a new user goes about it; no file is edited by hand.

An empty authoring workbook is typed in LibreOffice (eight goals with weights, four that can be met
in part: by steps, by a rule, by a grade, and pro rata of a growth; one withdrawn, an interval, a
nested rule, two frames of payment, half-yearly reports), checked and imported. Its template is
filled in for both half-years, validated, shown in the overview, answered and put in the annual
report. What is typed is in `authored_plan.toml`; the totals are those worked out by hand in the
report's own file: 5925 / 90 at the end.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from resultatplan.library import plan_by_id
from resultatplan.plan import Plan
from resultatplan.plans_folder import plans_in
from tests.acceptance.typed_report import Outcome, fill_in, table_of, typed_report
from tests.command import Ran, typed
from tests.department.overview.sheets import rows
from tests.department.page.outline import Outline
from workbooks.plan_book.fields import FIELDS, PLAN_SHEET, TABLES, plan_layout

pytestmark = pytest.mark.libreoffice

TODAY = "2025-01-20"
PLAN = "styrelsen-for-laering-og-oevelse-2024"
HALF_YEAR, WHOLE_YEAR = "SLØ 1. halvår 2024.xlsx", "SLØ helår 2024.xlsx"
IN_PART = {"1.1": 50, "1.3": 40, "2.3": 75, "2.4": 90}
"""The goals that are met in part at the year's end, by how much."""
WEIGHTS = ("22,22", "13,89", "11,11", "8,33")
"""What those weigh."""
LEFT = "Udgået: efter departementets beslutning 01-03-2024 (Opgaven er flyttet"
PAID = "Basisramme: 29,15 pct. følger af målopfyldelsen. Departementet beslutter."


@dataclass(frozen=True)
class Authored:
    """The plan's way from the empty workbook into the plans folder."""

    folder: Path
    invalid: set[str]
    """The cells whose data validation would refuse what was typed."""
    shares: tuple[object, ...]
    """*Andel* of each goal, as the workbook shows it while the plan is typed."""
    check: Ran

    def rp(self, *arguments: object) -> Ran:
        """A command with the plans folder, which the import made."""
        return typed("--plans", self.folder / "planer", *arguments)


@dataclass(frozen=True)
class Judged:
    """The year's two reports at the department's desk."""

    half_year: Outcome
    whole_year: Outcome
    out: Path
    told: Mapping[str, str]
    """What page, letter and annual report say, by their names."""


def typed_plan() -> dict[str, dict[str, str]]:
    """Everything that is typed in the empty workbook, by sheet and address."""
    layout = plan_layout({})
    names = {field.heading: field.name for field in FIELDS}
    text = Path(__file__).with_name("authored_plan.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    fields = table_of(tables["fields"])
    entries = {PLAN_SHEET: {layout.field_cell(names[name]): words for name, words in fields}}
    part_of = {table.name: table.part for table in TABLES}
    for name, rows_typed in tables["tables"].items():
        placed = layout.tables[part_of[name]]
        columns = {column.heading: column.name for column in placed.table.columns}
        heading, *lines = table_of(rows_typed)
        keys = [line[0] for line in lines]
        cells = entries.setdefault(placed.table.sheet, {})
        for row, line in enumerate(lines):
            named = zip(heading, line, strict=True)
            cells |= {placed.cell(columns[each], row): words for each, words in named if words}
        for key, column, words in table_of(tables["more"].get(name, "")):
            cells[placed.cell(columns[column], keys.index(key))] = words
    return entries


@pytest.fixture(scope="module")
def authored(calc, tmp_path_factory) -> Authored:
    folder = tmp_path_factory.mktemp("ny")
    empty, filled = folder / "ny.xlsx", folder / "plan.xlsx"
    assert typed("plan", "new", "--year", 2024, "--out", empty).code == 0
    goals, invalid = plan_layout({}).tables["goals"], set()
    with calc.open(empty) as document:
        for sheet, cells in typed_plan().items():
            document.type_cells(sheet, cells)
            invalid |= {f"{sheet}!{cell}" for cell in document.invalid_cells(sheet)}
        area = f"{goals.cell('share', 0)}:{goals.cell('share', 7)}"
        shares = tuple(row[0] for row in document.values("Mål", area))
        document.save_as(filled)
    check = typed("plan", "check", filled, "--json")
    made = Authored(folder, invalid, shares, check)
    assert made.rp("plan", "import", filled).code == 0
    return made


@pytest.fixture(scope="module")
def plan(authored) -> Iterator[Plan]:
    with plans_in(authored.folder / "planer"):
        yield plan_by_id(PLAN)


@pytest.fixture(scope="module")
def judged(authored, plan, calc) -> Judged:
    inbox, out = authored.folder / "indbakke", authored.folder / "udbakke"
    inbox.mkdir()
    template = authored.folder / "planer" / f"{PLAN}.xlsx"
    half_year, whole_year = (
        fill_in(calc, typed_report(plan, which), template, inbox / name)
        for which, name in (("interim", HALF_YEAR), ("final", WHOLE_YEAR))
    )
    kept = "--register", out / "register", "--out", out, "--today", TODAY
    for command in (
        ("batch", inbox, "--out", out, "--today", TODAY),
        ("reply", *kept),
        ("annual-report", PLAN, *kept),
    ):
        ran = authored.rp(*command)
        assert ran.code == 0, ran.err
    page = Outline((out / "overblik.html").read_bytes())
    document = docx.Document(str(out / f"maalrapportering-{PLAN}.docx"))
    rows = (" | ".join(cell.text for cell in row.cells) for row in document.tables[0].rows)
    told = {
        "page": " ".join(each.words for each in page.named("tr") + page.named("p")),
        "letter": (out / PLAN / "SLØ helår 2024 - svar.txt").read_text("utf-8-sig"),
        "annual report": "\n".join([*rows, *(each.text for each in document.paragraphs)]),
    }
    return Judged(half_year, whole_year, out, {k: " ".join(v.split()) for k, v in told.items()})


@pytest.fixture(params=["half_year", "whole_year"])
def outcome(request, judged) -> Outcome:
    found: Outcome = getattr(judged, request.param)
    return found


def test_the_workbook_takes_all_that_is_typed_and_the_check_says_what_is_paid(authored):
    assert authored.invalid == set()
    assert authored.check.code == 0
    told = authored.check.json
    assert (told["accepted"], told["findings"]) == (True, [])
    assert told["payouts"] == [
        "Basisramme: målopfyldelse på 60 pct. giver 0 pct., målopfyldelse på 80 pct. giver"
        " 100 pct., lineært imellem; højst 40.000 kr.",
        "Ekstraramme: målopfyldelse på 65 pct. giver 10.000 kr., målopfyldelse på 90 pct. giver"
        " 25.000 kr., uændret indtil næste trin",
    ]


def test_the_shares_shown_while_typing_are_the_plans_weights(authored, plan):
    left = [20, 15, 12.5, 0, 15, 10, 10, 7.5]
    assert authored.shares == pytest.approx([weight / 90 for weight in left])
    assert plan.weights == pytest.approx([100 * weight / 90 for weight in left])


def test_the_reports_are_accepted_and_sheet_validator_and_hand_agree(outcome):
    outcome.expect_accepted()
    outcome.expect_agreement()


def test_the_report_tells_the_payouts_that_follow(outcome, authored):
    """(65.83 - 60) / 20 of the basic frame at the year's end."""
    (report,) = authored.rp("validate", outcome.file, "--json").json["reports"]
    (basic,) = (each for each in report["payouts"] if each["frame"] == "Basisramme")
    if outcome.verdict.is_final:
        assert (basic["unit"], basic["secured"], basic["attainable"]) == ("pct.", 29.15, 29.15)
    else:
        assert basic["secured"] < basic["attainable"]


def test_the_overview_shows_partial_and_withdrawn_goals(judged):
    book = openpyxl.load_workbook(judged.out / "overblik.xlsx")
    goals = {row["Mål"]: row for row in rows(book, "Mål")}
    fulfilments = {number: row["Opfyldelse"] for number, row in goals.items()}
    assert fulfilments == judged.whole_year.report.goals
    final = {number: goals[number]["4. kvartal / helår"] for number in IN_PART}
    assert final == {number: f"delvist opfyldt ({share} pct.)" for number, share in IN_PART.items()}
    assert (goals["1.4"]["4. kvartal / helår"], goals["1.4"]["Vægt"]) == ("udgået", 0)
    assert "Opgaven er flyttet til departementet" in str(goals["1.4"]["Begrundelse"])
    deviations = {row["Nøgle"]: row["Opfyldt"] for row in rows(book, "Afvigelser")}
    assert "1.2.d" not in deviations
    assert deviations["1.1.a"] == "delvist opfyldt (50 pct.)"
    assert "1.4.a" not in deviations


def test_what_follows_from_the_total_stands_beside_room_for_the_decision(judged, calc, tmp_path):
    """(65.83 - 60) / 20 of the basic frame, of 200,000 kr. no more than 40,000; and 10,000 kr."""
    book = openpyxl.load_workbook(judged.out / "overblik.xlsx")
    assessed = rows(book, "Vurdering")
    frames = ("Basisramme", "Ekstraramme")
    at, basic = next((at, row) for at, row in enumerate(assessed, 5) if row["Ramme"] == frames[0])
    extra = assessed[at - 4]
    follows = [row["Følger af målopfyldelsen"] for row in (basic, extra)]
    assert (extra["Ramme"], *follows) == (frames[1], "29,15 pct.", "10.000 kr.")
    columns = list(basic)
    largest, amount = (
        get_column_letter(columns.index(name) + 1)
        for name in ("Højeste beløb (kr.)", "Beregnet beløb (kr.)")
    )
    with calc.open(judged.out / "overblik.xlsx") as document:
        document.type_into("Vurdering", f"{largest}{at}", "80000")
        assert document.value("Vurdering", f"{amount}{at}") == pytest.approx(23_320)
        document.type_into("Vurdering", f"{largest}{at}", "200000")
        assert document.value("Vurdering", f"{amount}{at}") == 40_000
        assert document.value("Vurdering", f"{amount}{at + 1}") == 10_000


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("page", "Afventer Forventet 0 pct. Delvist opfyldt 50 pct."),
        ("page", "Vægt 22,22 pct."),
        ("page", "Afventer Forventet 0 pct. Ikke opfyldt 0 pct."),
        ("page", "65,83 pct."),
        ("page", PAID),
        ("page", LEFT),
        ("letter", " = 65,83 pct."),
        ("letter", "reglen for delvist opfyldt, enten a eller b, er opfyldt og giver 40"),
        ("letter", f"1.4 Ny vejledning: {LEFT}"),
        ("letter", PAID),
        *(("annual report", f" | delvist opfyldt ({share} pct.) | {share} | {weight}")
          for share, weight in zip(IN_PART.values(), WEIGHTS, strict=True)),
        ("annual report", LEFT),
        ("annual report", " | udgået | udgået | 0"),
        ("annual report", " | 65,83"),
        ("annual report", "Ekstraramme: 10.000 kr. følger af målopfyldelsen. Departementet"),
    ],
)  # fmt: skip
def test_every_view_tells_how_the_goals_count_and_what_follows(view, words, judged):
    assert words in judged.told[view]
