"""The examples: each gets the verdict written out by hand."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from department.inbox import WITHIN
from examples.inbox import make_inbox
from examples.recipes import INBOX, VALUES, read_inbox
from examples.typists import AtTheKeyboard
from resultatplan.library import built_in_plans
from tests.acceptance.typed_report import share
from tests.command import typed
from tests.validators.reports import BENCHMARK, judge_file
from workbooks.form import Layout
from workbooks.template.build import build_template
from workbooks.values_file import inputs_of, read_values

Expected = tuple[bool | None, str, dict[str, str]]
"""Whether it is accepted (None of what is passed over); how many of the goals are secured, expected
and attainable (`2–8–12 af 14`, one number where they are the same); the code of each finding, by
the key of its row, else its cell, nothing for the whole file."""

EXPECTED: dict[str, Expected] = {
    "Benchmarkingenheden 1. halvår 2023.xlsx": (True, "0–1–2 af 3", {}),
    "Benchmarkingenheden_2023_helår.xlsx": (True, "2 af 3", {}),
    "Rådet for Socialt Udsatte - halvårsrapport.xlsx":
        (False, "0–0–3 af 3", {"Stamdata!B10": "RP-408"}),
    "RSU_resultatplan_2018_årsafrapportering.xlsx":
        (False, "1 af 3", {"2.b7": "RP-505", "1.c": "RP-506"}),
    "Social- og Boligstyrelsen 2024.zip › SBST afrapportering 1.-2. kvartal 2024.xlsx":
        (True, "1–8–13 af 14", {}),
    "SBST afrapportering 3. kvartal 2024.xlsx":
        (False, "1–8–12 af 14", {"1.1.b": "RP-401", "1.3.a": "RP-402", "1.1.a": "RP-403",
                                 "1.2.b": "RP-404", "1.4.a": "RP-410"}),
    "Social- og Boligstyrelsen 2024.zip › SBST afrapportering 4. kvartal 2024 ENDELIG.xlsx":
        (True, "8 af 14", {"1.3.b": "RP-515", "2.1.a": "RP-516"}),
    "Statsforvaltningen 2017-Q3.xlsx": (True, "2–6–11 af 12", {"Stamdata!B11": "RP-701"}),
    "Statsforvaltningen 2017-Q4 (til underskrift).xlsx":
        (False, "8 af 12", {"2.2.c": "RP-301", "3.1": "RP-310"}),
    "Socialstyrelsen halvår 2020.eml › Socialstyrelsen 2020 2. kvartal.xlsx":
        (True, "1–6–10 af 10", {"1.1.a": "RP-412"}),
    "VS_ Resultatplan Q3 (endelig) v2 RETTET.xlsx": (True, "1–6–8 af 10", {"1.1.a": "RP-508"}),
    "Socialstyrelsen_2020_Q4_endelig.xlsx": (True, "6 af 10", {"1.6.b": "RP-516"}),
    "Følgebrev.docx": (False, "", {"": "RP-102"}),
    "tal til resultatplan 2020.xlsx": (False, "", {"": "RP-102"}),
    "~$Socialstyrelsen_2020_Q4_endelig.xlsx": (None, "", {"": "RP-105"}),
}  # fmt: skip
"""What the department's desk says of each file in `examples/indbakke`: worked out by hand."""
COUNCIL = "raadet-for-socialt-udsatte-2018"
TAMPERED = "Statsforvaltningen 2017-Q4 (til underskrift).xlsx"
NEEDS_OTHER_REPORTS = {"RP-508", "RP-515", "RP-516"}
"""What only shows beside another report of the same agency."""


Report = dict[str, Any]
"""A file in the JSON of `rp validate` and `rp batch`."""


def batched(inbox: Path, out: Path) -> dict[str, Report]:
    """`rp batch INBOX --out OUT --json`, by file name."""
    reports = typed("batch", inbox, "--out", out, "--json").json["reports"]
    return {report["file"]: report for report in reports}


@pytest.fixture(scope="module")
def batch(tmp_path_factory) -> dict[str, Report]:
    return batched(INBOX, tmp_path_factory.mktemp("udbakke"))


def places(findings: Sequence[Report]) -> list[tuple[str, str]]:
    """Each finding's code, and the key of its row, or its cell (`Stamdata!B10`), or nothing."""
    cells = (f"{each['sheet']}!{each['cell']}" if each["cell"] else "" for each in findings)
    return sorted(
        (each["code"], each["key"] or cell) for each, cell in zip(findings, cells, strict=True)
    )


def of_itself(report: Report) -> Report:
    """The report without what only shows beside others."""
    found = [each for each in report["findings"] if each["code"] not in NEEDS_OTHER_REPORTS]
    return {**report, "findings": found}


def test_the_inbox_holds_what_it_should_and_two_reports_of_every_plan(batch):
    assert set(batch) == set(EXPECTED)
    assert {name.partition(WITHIN)[0] for name in batch} == {path.name for path in INBOX.iterdir()}
    plans = [report["plan"] for report in batch.values() if report["plan"] is not None]
    assert {plan.id for plan in built_in_plans()} == set(plans)
    assert len(plans) == 12


@pytest.mark.parametrize("name", EXPECTED)
def test_each_file_gets_its_verdict(batch, name):
    (accepted, goals, findings), report = EXPECTED[name], batch[name]
    assert places(report["findings"]) == sorted((code, place) for place, code in findings.items())
    assert report["accepted"] is accepted
    numbers, _, count = goals.partition(" af ")
    each = numbers.split("–") if "–" in numbers else [numbers] * 3
    totals = [share(f"{number} af {count}") for number in each] if goals else [None] * 3
    score = report["score"]
    found = [score[name] for name in ("secured", "expected", "attainable")]
    assert found == pytest.approx(totals)


def test_a_raised_target_wins_nothing_and_is_shown_beside_the_agreed_one(batch):
    score = batch[TAMPERED]["score"]
    assert score["shown"] == pytest.approx(100 * 9 / 12)
    assert score["secured"] == pytest.approx(100 * 8 / 12)
    target = next(each for each in batch[TAMPERED]["findings"] if each["key"] == "2.2.c")
    assert (target["expected"], target["found"]) == ("12", "13")


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_the_values_fill_a_template_that_is_accepted(plan):
    path = VALUES / f"{plan.id}-Q4.json"
    filled = build_template(plan, inputs_of(Layout(plan), read_values(path)))
    verdict = judge_file(path.name, filled)
    assert verdict.accepted
    assert verdict.is_final


@pytest.mark.libreoffice
def test_the_examples_are_what_the_script_makes_today(calc, tmp_path, batch):
    """The last report that lies there of the plans that `test_typed_reports` has not typed."""
    recipe = read_inbox()
    last = {each.plan: each for each in recipe.reports if each.plan in (BENCHMARK, COUNCIL)}
    few = recipe.model_copy(update={"reports": tuple(last.values()), "parcels": ()})
    make_inbox(few, tmp_path / "indbakke", AtTheKeyboard(calc))
    made = batched(tmp_path / "indbakke", tmp_path / "udbakke")
    assert len(made) == len(last) + 3
    for name, report in made.items():
        assert of_itself(report) == of_itself(batch[name]), name
