"""`rp template --prefill`: the next period's template with what was reported before."""

from datetime import date
from pathlib import Path

import pytest

from tests.command import Ran, typed
from tests.own_plans import BENCHMARK, write_version
from tests.validators.reports import (
    HOUSING,
    SOCIAL,
    Where,
    address,
    complete_report,
    judge_file,
    report,
    typed_in,
)
from workbooks.blueprint.specs import CellValue
from workbooks.form import Column, Field

TYPED: dict[Where, CellValue] = {
    ("1.1.a", Column.RESULT): 40,
    ("1.1.a", Column.STATUS): "Gul",
    ("1.1.a", Column.FORECAST): 56,
    ("1.1.a", Column.EXPLANATION): "Kurser er flyttet til efteråret",
    ("1.1.a", Column.PROVISIONAL): "Ja",
    ("1.2.b", Column.DONE): "Ja",
    ("1.2.b", Column.STATUS): "Grøn",
    ("1.2.b", Column.DOCUMENTATION): "Notat 20-117\nbilag 2",
    ("1.7.a", Column.DATE): date(2020, 6, 15),
    ("1.7.a", Column.STATUS): "Grøn",
    ("1.5.a", Column.RESULT): 0.5,
    ("1.5.a", Column.STATUS): "Rød",
    ("1.5.a", Column.EXPLANATION): "Et kursus gik galt",
    ("1.5.a", Column.ACTION_PLAN): "Kurset gentages i oktober",
    Field.DEVIATIONS: "Flere kurser er flyttet",
}
"""What the report for the 2. kvartal says beside the usual."""


@pytest.fixture(scope="module")
def second_quarter(tmp_path_factory) -> Path:
    file = tmp_path_factory.mktemp("rapport") / "q2.xlsx"
    file.write_bytes(report(TYPED, period_id="Q2"))
    return file


def prefill(source: Path, *options: object) -> tuple[Ran, Path]:
    out = source.with_name("næste.xlsx")
    return typed("template", *options, "--prefill", source, "--out", out), out


@pytest.fixture(scope="module")
def third_quarter(second_quarter) -> tuple[Ran, Path]:
    return prefill(second_quarter, SOCIAL)


def test_what_was_reported_goes_along(third_quarter):
    ran, out = third_quarter
    assert ran.code == 0
    assert "felter overført fra 2. kvartal til 3. kvartal." in ran.out
    found = typed_in(out.read_bytes())
    assert found[Field.PERIOD] == "3. kvartal"
    assert found["1.1.a", Column.RESULT] == 40
    assert found["1.1.a", Column.PROVISIONAL] == "Ja"
    assert found["1.2.b", Column.DONE] == "Ja"
    assert found["1.2.b", Column.DOCUMENTATION] == "Notat 20-117 bilag 2"
    assert found["1.5.a", Column.RESULT] == 0.5
    assert found["1.5.a", Column.ACTION_PLAN] == "Kurset gentages i oktober"
    assert found["2.1.a", Column.BASIS] == 9
    assert found[Field.PREPARED_BY] == "Anne Jensen"
    # What is settled keeps its status, and the rest is to be judged anew.
    assert found["1.7.a", Column.STATUS] == found["1.2.b", Column.STATUS] == "Grøn"
    for key in ("1.1.a", "1.5.a"):
        for column in (Column.STATUS, Column.FORECAST, Column.EXPLANATION):
            assert (key, column) not in found
    assert not {Field.SUBMITTED, Field.APPROVED_BY, Field.DEVIATIONS} & found.keys()


def test_plan_and_name_may_be_left_to_the_report_which_is_not_touched(
    rp, second_quarter, third_quarter, tmp_path
):
    before = second_quarter.read_bytes()
    assert rp("template", "--prefill", second_quarter, "--out", tmp_path).code == 0
    assert (tmp_path / f"{SOCIAL}-Q3.xlsx").read_bytes() == third_quarter[1].read_bytes()
    assert rp("template", "--prefill", second_quarter, "--out", second_quarter).code == 2
    assert second_quarter.read_bytes() == before


def test_a_report_that_was_not_accepted_says_so(tmp_path):
    file = tmp_path / "q2.xlsx"
    file.write_bytes(report({**TYPED, ("1.1.b", Column.RESULT): 82}, period_id="Q2"))
    ran, out = prefill(file, SOCIAL)
    assert ran.code == 0
    assert "Rapporten er ikke godkendt (1 fejl)" in ran.out
    assert "1 felter kunne ikke læses og er ikke overført:\n  Afrapportering!I13 (1.1.b)" in ran.out
    found = typed_in(out.read_bytes())
    assert ("1.1.b", Column.RESULT) not in found
    assert found["1.1.a", Column.RESULT] == 40


@pytest.mark.parametrize(
    ("make", "plan", "sentence"),
    [
        (lambda: complete_report(period_id="Q2"), HOUSING, f"er for planen {SOCIAL}, ikke for"),
        (complete_report, SOCIAL, "er for 4. kvartal, årets sidste periode"),
        (lambda: report({Field.PERIOD: None}), SOCIAL, "siger ikke, hvilken periode den er for"),
        (lambda: b"PK", SOCIAL, "er ikke en rapport, der kan læses"),
    ],
    ids=["other plan", "last period", "no period", "no report"],
)
def test_what_cannot_be_carried_is_refused_in_a_sentence(make, plan, sentence, tmp_path):
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(make())
    ran, out = prefill(file, plan)
    assert ran.code == 2
    assert sentence in ran.err
    assert not out.exists()


def test_a_report_of_another_version_is_sent_to_migrate(tmp_path):
    plans, file = tmp_path / "planer", tmp_path / "rapport.xlsx"
    write_version(plans)
    file.write_bytes(complete_report(BENCHMARK, "Q2"))
    ran, out = prefill(file, "--plans", plans, BENCHMARK)
    assert ran.code == 2
    assert "lavet af version 1.0 af skabelonen, ikke af version 1.1" in ran.err
    assert "rp migrate" in ran.err
    assert not out.exists()


def test_filling_it_in_further_keeps_where_the_figures_came_from(rp, third_quarter, tmp_path):
    _, template = third_quarter
    values, out = tmp_path / "tal.json", tmp_path / "q3.xlsx"
    values.write_text('{"results": {"1.1.a": {"result": 48}}}', encoding="utf-8")
    assert rp("fill", template, values, "--out", out).code == 0
    carried = {each.place.key for each in judge_file("q3.xlsx", out.read_bytes()).findings
               if each.code == "RP-519"}  # fmt: skip
    assert "1.5.a" in carried
    assert "1.1.a" not in carried


@pytest.mark.libreoffice
def test_prefilled_in_libreoffice(calc, third_quarter, tmp_path):
    _, template = third_quarter
    where: dict[Where, str] = {
        Field.SUBMITTED: "10-10-2020",
        ("1.1.a", Column.RESULT): "60",
        ("2.3.a", Column.DATE): "15-09-2020",
        ("1.5.a", Column.EXPLANATION): "Kurset er endnu ikke gentaget",
    }
    with calc.open(template) as document:
        for place, words in where.items():
            document.type_into(*address(place), words)
        saved = document.save_as(tmp_path / "q3.xlsx")
    verdict = judge_file("q3.xlsx", saved.read_bytes())
    assert [each.message() for each in verdict.findings if each.is_error] == []
    told = {each.place.key for each in verdict.findings if each.code == "RP-519"}
    assert {"1.2.b", "1.5.a", "1.7.a"} <= told
    assert "1.1.a" not in told
    assert {each.code for each in verdict.findings} <= {"RP-519", "RP-505", "RP-503", "RP-701"}
