"""A plan whose goals are only counted: met, partly met and not met, and no total anywhere."""

import docx
import openpyxl
import pytest

from resultatplan.criteria import Kind
from resultatplan.plan_file import written_plan
from tests.department.overview.sheets import rows
from tests.resultatplan.scheme_plans import LATEST, criterion, goal, plan
from workbooks.form import Layout
from workbooks.template.build import build_template
from workbooks.values_file import inputs_of

ANSWER = criterion(Kind.DONE)
PLAN = plan(
    goal(ANSWER | {"partly": True}),
    goal(ANSWER, ANSWER, partial_rule="a eller b"),
    goal(criterion(Kind.DELIVERED_BY, partial_deadline=LATEST)),
    goal(ANSWER),
    goal(ANSWER),
    weighting="counted",
)
WHY = {"explanation": "Personalet skiftede.", "status": "Gul"}
VALUES = {
    "period": "Q4",
    "submitted": "2026-01-10",
    "prepared_by": "A. Udfylder",
    "approved_by": "B. Godkender",
    "significant_deviations": "Ingen",
    "results": {
        "1.a": {"done": "partly", "documentation": "Notat", **WHY},
        "2.a": {"done": True, "documentation": "Notat"},
        "2.b": {"done": False, **WHY},
        "3.a": {"date": "2025-11-01", **WHY},
        "4.a": {"done": True, "documentation": "Notat"},
        "5.a": {"done": False, **WHY},
    },
}
COUNTS = "1 af 5 mål er opfyldt, 3 delvist opfyldt, 1 ikke opfyldt"


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    folder = tmp_path_factory.mktemp("planer")
    (folder / f"{PLAN.id}.toml").write_text(written_plan(PLAN), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    file = tmp_path_factory.mktemp("ind") / "rapport.xlsx"
    file.write_bytes(build_template(PLAN, inputs_of(Layout(PLAN), VALUES)))
    return file


def test_the_sheet_counts_and_says_no_number_of_what_is_partly_met(report):
    sheet = openpyxl.load_workbook(report)["Målopfyldelse"]
    labels = [sheet[f"A{row}"].value for row in (5, 6, 7)]
    assert labels == ["Opfyldt (antal mål)", "Delvist opfyldt", "Ikke opfyldt"]
    headings = [cell.value for cell in sheet[10] if cell.value]
    assert not {"Vægt", "Bidrag"} & {*headings}
    assert '"delvist"' in sheet.cell(11, headings.index("Opfyldelse") + 1).number_format


def test_the_json_has_states_and_no_score(rp, plans, report):
    (found,) = rp("--plans", plans, "validate", report, "--json").json["reports"]
    assert [each for each in found["findings"] if each["severity"] == "error"] == []
    assert found["score"] == dict.fromkeys(("secured", "expected", "attainable", "shown"))
    states = [each["state"] for each in found["goals"]]
    assert states == [*["partial"] * 3, "fulfilled", "not_fulfilled"]
    numbers = ("weight", "fulfilment", "secured", "expected", "attainable")
    assert {each[name] for each in found["goals"] for name in numbers} == {None}
    answers = [each for goal in found["goals"] for each in goal["criteria"]]
    assert {each[name] for each in answers for name in ("degree", "expected")} == {None}
    assert not [each for each in found["goals"] if "50" in each["explanation"]]
    assert found["goals"][1]["explanation"] == (
        "Delvist opfyldt: 1 af 2 delmål er opfyldt; kravet er a og b; delvist opfyldt ved"
        " enten a eller b."
    )


def test_every_view_shows_counts_instead_of_a_total(rp, plans, report, tmp_path):
    own, out = ("--plans", plans), tmp_path / "ud"
    told = rp(*own, "validate", report).out
    assert COUNTS in " ".join(told.split())
    batch = rp(*own, "batch", report.parent, "--out", out, "--today", "2026-01-20")
    assert batch.code == 0, batch.err
    assert COUNTS in " ".join(batch.out.replace("│", " ").split())
    book = openpyxl.load_workbook(out / "overblik.xlsx")
    (assessed,) = [r for r in rows(book, "Vurdering") if r["Institution"] == PLAN.institution]
    assert (assessed["Målopfyldelse (pct.)"], assessed["Sådan er den beregnet"]) == (None, COUNTS)
    listed = {(each["Opfyldelse"], each["Forventet"]) for each in rows(book, "Mål")}
    assert listed == {("opfyldt", None), ("delvist opfyldt", None), ("ikke opfyldt", None)}
    assert COUNTS in (out / "overblik.html").read_text(encoding="utf-8")
    register = ("--register", out / "register")
    for command in (
        ("reply", *register, "--out", tmp_path / "svar"),
        ("annual-report", PLAN.id, *register, "--out", tmp_path / "aar"),
    ):
        ran = rp(*own, *command, "--today", "2026-01-20")
        assert ran.code == 0, ran.err
    (letter,) = (tmp_path / "svar").rglob("* - svar.txt")
    assert f"{COUNTS}." in " ".join(letter.read_text("utf-8-sig").split())
    document = docx.Document(str(tmp_path / "aar" / f"maalrapportering-{PLAN.id}.docx"))
    assert f"{COUNTS}." in [each.text for each in document.paragraphs]
    table = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    by_goal = {line[0]: line for line in table}
    assert by_goal["1"][4:7] == ["delvist opfyldt", "", ""]
    assert by_goal["4"][4:7] == ["opfyldt", "", ""]
