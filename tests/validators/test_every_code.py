"""Every code of the catalogue has a case; here are those that no table of `cases` can hold."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from department.inbox import read_entry
from resultatplan.plans_folder import plans_in, reread
from tests.own_plans import write_plan, write_version
from tests.validators.cases import ONE_OF_EACH
from tests.validators.cases.between import BETWEEN
from tests.validators.damage import put
from tests.validators.reports import (
    BENCHMARK,
    NOT_CALCULATED,
    as_told,
    complete_report,
    judge_file,
    plan_named,
    values_in,
)
from tests.workbooks.small_plan import TOML, small_plan
from texts.findings import REPORT_FINDINGS
from validators.findings import Finding
from workbooks.form import Column, Layout, Sheet
from workbooks.template.build import build_template
from workbooks.values_file import inputs_of

TESTED_BELOW = {"RP-105", "RP-106", "RP-215", "RP-216", "RP-314"}
BETWEEN_REPORTS = {case.code for case in BETWEEN}
"""Tested beside the rules that compare reports, in `test_between`."""
OF_THE_DESK = {"RP-109", "RP-116", "RP-701", "RP-702", "RP-703", "RP-704", "RP-705", "RP-706"}
"""What no worker gets through and mails that cannot be opened in `tests/department/test_inbox.py`;
days, copies and other files in `test_turns.py`, corrections in `register/test_commands.py`."""
SINCE_THE_TEMPLATE = {"RP-707", "RP-708"}
"""Tested in `test_decided_since`."""


def alone(code: str, findings: Iterable[Finding]) -> Finding:
    """The one finding there is, whatever a file that was never calculated says of itself."""
    findings = tuple(findings)
    others = [each for each in findings if each.code not in (code, NOT_CALCULATED)]
    assert [each.message() for each in others] == []
    (found,) = (each for each in findings if each.code == code)
    return found


def test_every_code_has_a_case():
    elsewhere = TESTED_BELOW | BETWEEN_REPORTS | OF_THE_DESK | SINCE_THE_TEMPLATE
    assert ONE_OF_EACH.keys() | elsewhere == set(REPORT_FINDINGS)


def _link(path: Path) -> None:
    path.with_name("andet.xlsx").write_bytes(complete_report())
    path.symlink_to(path.with_name("andet.xlsx"))


def _locked(path: Path) -> None:
    path.with_name("~$rapport.xlsx").write_bytes(b"\x05Anne")


@pytest.mark.parametrize(
    ("name", "make", "code", "message"),
    [
        ("~$rapport.xlsx", _locked, "RP-105",
         "Låsefilen fra et åbent regneark er sprunget over."),
        ("rapport", Path.mkdir, "RP-105", "Mappen (en hel mappe kontrolleres med »rp batch "),
        ("rapport", lambda path: None, "RP-106", "filen eller mappen findes ikke."),
        ("nul\0tegn", lambda path: None, "RP-106", ""),
        ("rapport", _link, "RP-106", "det er en genvej (link)."),
        ("rapport", os.mkfifo, "RP-106", "det er ikke en almindelig fil."),
    ],
    ids=["lock", "folder", "missing", "no name", "link", "pipe"],
)  # fmt: skip
def test_what_is_no_regular_file_is_not_read(name, make, code, message, tmp_path):
    make(tmp_path / "rapport")
    found = alone(code, filter(None, [read_entry(tmp_path / name, name).finding]))
    assert message in found.message()


def test_a_newer_template_is_there(tmp_path):
    data = complete_report(BENCHMARK)
    write_version(tmp_path)
    with plans_in(tmp_path):
        found = alone("RP-215", judge_file("rapport.xlsx", data).findings)
    assert as_told(found) == ("RP-215", "Stamdata", "B9", None)
    assert values_in(found) == ("1.0", "1.1")


def test_a_plan_file_has_mistakes(tmp_path):
    file = write_plan(tmp_path, "proeve-2023")
    with plans_in(tmp_path):
        data = build_template(plan_named("proeve-2023"))
        file.write_text("id = ", encoding="utf-8")
        reread()
        found = alone("RP-216", judge_file("rapport.xlsx", data).findings)
    assert found.message() == (
        "Planen »proeve-2023« står i planmappen, men dens fil har fejl og kan ikke bruges."
    )


def test_an_agreed_basis_was_changed(tmp_path):
    """None of the five plans states the basis of a criterion."""
    plan, layout = small_plan(), Layout(small_plan())
    (tmp_path / f"{plan.id}.toml").write_text(TOML, encoding="utf-8")
    typed = {"period": "Q2", "submitted": "2020-07-10", "prepared_by": "Anne Jensen"}
    cell = layout.report_cell("2.1.c", Column.BASIS)
    data = put(build_template(plan, inputs_of(layout, typed)), {(Sheet.REPORT, cell): 12})
    with plans_in(tmp_path):
        found = alone("RP-314", judge_file("rapport.xlsx", data).findings)
    assert as_told(found) == ("RP-314", "Afrapportering", cell, "2.1.c")
    assert values_in(found) == ("12", "11,2")


def test_rows_that_say_the_same_and_have_lost_their_keys_are_each_told(tmp_path):
    toml = TOML.replace("Undersøgelsen er god.", "Undersøgelsen er gennemført.")
    (tmp_path / f"{small_plan().id}.toml").write_text(toml, encoding="utf-8")
    with plans_in(tmp_path):
        plan = plan_named(small_plan().id)
        cells = [Layout(plan).report_cell(key, Column.KEY) for key in ("1.2.a", "1.2.b")]
        data = put(build_template(plan), {(Sheet.REPORT, cell): None for cell in cells})
        findings = judge_file("rapport.xlsx", data).findings
    assert [as_told(each) for each in findings if each.code.startswith(("RP-2", "RP-3"))] == [
        ("RP-308", "Afrapportering", cells[0], "1.2.a"),
        ("RP-308", "Afrapportering", cells[1], "1.2.b"),
    ]
