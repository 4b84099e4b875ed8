"""`rp batch`: one verdict for every entry of a folder, whatever it is."""

import json
import os

import openpyxl
import pytest

from department.inbox import read_all
from resultatplan.library import built_in_plans, plan_by_id
from tests.workbooks.templates import template_bytes
from xl_addin.buttons import tally


@pytest.fixture(scope="module")
def template():
    return template_bytes(plan_by_id("benchmarkingenheden-2023"))


@pytest.fixture
def inbox(tmp_path, template):
    folder = tmp_path / "indbakke"
    folder.mkdir()
    (folder / "b rapport (endelig) v2.xlsx").write_bytes(template)
    (folder / "a notat.xlsx").write_text("navn;tal\nx;1\n")
    (folder / "~$b rapport (endelig) v2.xlsx").write_bytes(b"\x05 A. Jensen")
    (folder / "c tom.xlsx").write_bytes(b"")
    (folder / "d mappe.xlsx").mkdir()
    os.mkfifo(folder / "e rør.xlsx")
    (folder / "f genvej.xlsx").symlink_to(folder / "b rapport (endelig) v2.xlsx")
    return folder


def test_what_is_no_report_is_neither_accepted_nor_refused(rp, tmp_path, template):
    folder, out = tmp_path / "ind", tmp_path / "ud"
    (folder / "mappe").mkdir(parents=True)
    for name in ("Thumbs.db", "~$rapport.xlsx"):
        (folder / name).write_bytes(b"x")

    ran = rp("batch", folder, "--out", out, "--json", "--strict")
    listed = rp("register", "list", "--register", out / "register", "--json").json["files"]
    exported = tmp_path / "register.json"
    rp("register", "export", "--register", out / "register", "--out", exported)

    assert ran.code == 0
    for each in (*ran.json["reports"], *listed):
        assert each["accepted"] is None
    reports = json.loads(exported.read_text(encoding="utf-8"))["reports"]
    assert [each["summary"]["accepted"] for each in reports] == [None, None, None]
    (folder / "tom.xlsx").write_bytes(b"")
    ran = rp("batch", folder, "--out", out, "--json", "--strict")
    assert (ran.code, ran.json["reports"][-2]["accepted"]) == (1, False)


def test_the_exit_code_is_0_when_all_are_judged_and_1_when_strict(rp, inbox, tmp_path):
    shown = rp("batch", inbox, "--out", tmp_path / "ud")
    strict = rp("batch", inbox, "--out", tmp_path / "ud", "--strict", "--json")
    assert (shown.code, strict.code) == (0, 1)
    # Excel's button counts what is in the JSON.
    assert tally(strict.json["reports"]) in shown.out
    (tmp_path / "tom").mkdir()
    assert "0 filer" in rp("batch", tmp_path / "tom", "--out", tmp_path / "ud", "--strict").out


def test_the_output_may_lie_in_the_inbox_and_is_no_report(rp, tmp_path, template):
    folder = tmp_path / "ind"
    folder.mkdir()
    (folder / "rapport.xlsx").write_bytes(template)
    rp("batch", folder, "--out", folder / "ud")

    again = rp("batch", folder, "--out", folder / "ud", "--json").json["reports"]

    assert [report["file"] for report in again] == ["rapport.xlsx"]


def test_the_overview_holds_what_the_json_says(rp, inbox, tmp_path):
    reports = rp("batch", inbox, "--out", tmp_path / "ud", "--json").json["reports"]

    workbook = openpyxl.load_workbook(tmp_path / "ud" / "overblik.xlsx")

    received = list(workbook["Modtaget"].iter_rows(min_row=5, values_only=True))
    findings = list(workbook["Fejl"].iter_rows(min_row=5, values_only=True))
    assert [row[0] for row in received] == [report["file"] for report in reports]
    assert [(row[0], row[3], row[4], row[5]) for row in findings] == [
        (report["file"], finding["code"], finding["sheet"], finding["cell"])
        for report in reports
        for finding in report["findings"]
    ]
    assert {sheet.title: list(sheet.tables) for sheet in workbook} == {
        "Overblik": ["tblStilling"],
        "Modtaget": ["tblOverblik"],
        "Mål": ["tblOverblikMaal"],
        "Afvigelser": ["tblAfvigelser"],
        "Fejl": ["tblFejl"],
        "Vurdering": ["tblVurdering"],
        "Udvikling": [],
    }


def test_the_verdicts_are_told_though_the_overview_cannot_be_written(rp, inbox, tmp_path):
    (tmp_path / "ud" / "overblik.xlsx").mkdir(parents=True)
    ran = rp("batch", inbox, "--out", tmp_path / "ud", "--json")
    assert (ran.code, len(ran.json["reports"])) == (2, 7)
    assert "overblik.xlsx" in ran.err


def test_the_number_of_workers_changes_nothing(rp, tmp_path):
    folder = tmp_path / "ind"
    folder.mkdir()
    for number in range(20):
        plan = built_in_plans()[number % 2]
        (folder / f"{number:02}.xlsx").write_bytes(template_bytes(plan))

    one, two = (
        rp("batch", folder, "--out", tmp_path / "ud", "--json", "--workers", n).json for n in (1, 2)
    )

    assert one == two


def test_ctrl_c_leaves_what_is_done_in_order(rp, tmp_path, template, monkeypatch):
    folder = tmp_path / "ind"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.xlsx").write_bytes(template)

    def stopped_in_the_middle(entries, executor):
        for number, waiting in enumerate(read_all(entries, executor)):
            if number == 25:
                raise KeyboardInterrupt
            yield waiting

    monkeypatch.setattr("department.batch.read_all", stopped_in_the_middle)
    done = rp("batch", folder, "--out", tmp_path / "ud")

    assert done.code == 130
    assert "Afbrudt" in done.err
    rows = openpyxl.load_workbook(tmp_path / "ud" / "overblik.xlsx")["Modtaget"]
    names = [row[0] for row in rows.iter_rows(min_row=5, values_only=True)]
    assert names == [f"{number:02}.xlsx" for number in range(25)]


@pytest.mark.parametrize("command", ["batch", "watch"])
def test_what_is_written_may_not_lie_among_the_received_files(rp, tmp_path, template, command):
    folder = tmp_path / "ind"
    folder.mkdir()
    (folder / "rapport.xlsx").write_bytes(template)
    (tmp_path / "genvej").symlink_to(folder)

    for options in (
        ("--out", folder),
        ("--out", folder / ".." / "ind"),
        ("--out", tmp_path / "genvej"),
        ("--out", tmp_path / "ud", "--register", folder),
    ):
        refused = rp(command, folder, *options)
        assert refused.code == 2
        assert "er indbakken. Overblik og register skal ligge i en anden mappe" in refused.err
    assert [path.name for path in folder.iterdir()] == ["rapport.xlsx"]
