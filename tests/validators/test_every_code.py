"""Every code of the catalogue has a file that raises it, alone, at the cell where it belongs."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from department.inbox import Entry, read_all, read_entry
from department.workers import TaskStoppedError
from resultatplan.plan import Plan
from resultatplan.plans_folder import plans_in, reread
from tests.department.judged_files import Sent, codes, judged
from tests.department.register.records import a_receipt
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
    report,
    values_in,
)
from texts.findings import REPORT_FINDINGS, TOOK_TOO_LONG
from validators.findings import Finding
from validators.report import read_report
from validators.verdict import judge
from workbooks.blueprint.specs import CellValue
from workbooks.form import Column, Sheet
from workbooks.template.build import build_template

TESTED_BELOW = {"RP-105", "RP-106", "RP-109", "RP-215", "RP-216", "RP-314"}
BETWEEN_REPORTS = {case.code for case in BETWEEN}
"""Tested beside the rules that compare reports, in `test_between`."""
AMONG_FILES = {"RP-702", "RP-703", "RP-704"}
TESTED_ELSEWHERE = {"RP-116", "RP-701", "RP-705", "RP-706"}
"""Mails that cannot be opened in `tests/department/test_inbox.py`, days in `test_turns.py`."""
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
    tested = [TESTED_BELOW, BETWEEN_REPORTS, AMONG_FILES, TESTED_ELSEWHERE, SINCE_THE_TEMPLATE]
    assert ONE_OF_EACH.keys() | set().union(*tested) == set(REPORT_FINDINGS)


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
        ("rapport", _link, "RP-106", "det er en genvej (link)."),
        ("rapport", os.mkfifo, "RP-106", "det er ikke en almindelig fil."),
    ],
    ids=["lock", "folder", "missing", "link", "pipe"],
)  # fmt: skip
def test_what_is_no_regular_file_is_not_read(name, make, code, message, tmp_path):
    make(tmp_path / "rapport")
    found = alone(code, filter(None, [read_entry(tmp_path / name, name).finding]))
    assert message in found.message()


def test_a_file_that_no_worker_gets_through_is_given_up():
    def never_ending(_: Entry) -> NoReturn:
        raise TaskStoppedError(TOOK_TOO_LONG)

    with ThreadPoolExecutor(1) as executor:
        (waiting,) = read_all([Entry(a_receipt("rapport.xlsx"), b"")], executor, never_ending)
    found = alone("RP-109", waiting.report().findings)
    assert found.message() == "Læsningen af filen blev standset: den tog for lang tid."


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


def with_agreed_basis(plan: Plan, key: str, basis: int) -> Plan:
    """The plan as if it stated a criterion's basis; none of the five plans does."""
    data = plan.model_dump()
    for section in data["sections"]:
        for goal in section["goals"]:
            for criterion in goal["criteria"]:
                if criterion["key"] == key:
                    criterion["basis"] = basis
    return Plan.model_validate(data)


def test_an_agreed_basis_was_changed(monkeypatch):
    plan = with_agreed_basis(plan_named(), "2.2.b", 9)
    monkeypatch.setattr("validators.structure.versions_of", lambda _: (plan,))
    typed: dict[tuple[Sheet, str], CellValue] = {
        (Sheet.MASTER, "B10"): "1. kvartal",
        (Sheet.MASTER, "B11"): plan.reporting.periods[0].ends.replace(month=4, day=1),
        (Sheet.MASTER, "B12"): "Anne Jensen",
    }
    data = put(build_template(plan, typed), {(Sheet.REPORT, "H36"): 12})
    (verdict,) = judge([read_report("rapport.xlsx", data)], find_plan=lambda *_: plan)
    found = alone("RP-314", verdict.findings)
    assert as_told(found) == ("RP-314", "Afrapportering", "H36", "2.2.b")
    assert values_in(found) == ("12", "9")


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("RP-702", "rapport.xlsx", "kopi.xlsx"),
        ("RP-703", "rapport.xlsx", "rettet.xlsx"),
        ("RP-704", "andet.bin", "Statsforvaltningen.xlsx"),
    ],
)
def test_a_file_among_others(code, first, second):
    again = report({("1.1.a", Column.RESULT): 61}) if code == "RP-703" else complete_report()
    before = b"andet" if code == "RP-704" else complete_report()
    files = judged([Sent(first, before), Sent(second, again, hours=1)])
    assert codes(files[second]) == [code]
    assert files[second].record.summary.accepted
