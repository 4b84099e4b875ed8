"""`rp batch`: one verdict for every entry of a folder, whatever it is and wherever it is read."""

import json
import os
from itertools import islice
from pathlib import Path

import distributed
import openpyxl
import pytest

from department.batch import BatchResult
from department.inbox import read_all
from resultatplan.library import built_in_plans, plan_by_id
from tests.command import typed
from tests.department.judged_files import put_in
from tests.workbooks.templates import template_bytes
from xl_addin.buttons import tally

NOTHING_ELSE = ", 0 skal rettes, 0 ingen rapport."
TEMPLATE = template_bytes(plan_by_id("benchmarkingenheden-2023"))


@pytest.fixture(scope="module")
def inbox(tmp_path_factory):
    folder = tmp_path_factory.mktemp("arbejde") / "indbakke"
    folder.mkdir()
    (folder / "b rapport (endelig) v2.xlsx").write_bytes(TEMPLATE)
    (folder / "a notat.xlsx").write_text("navn;tal\nx;1\n")
    (folder / "~$b rapport (endelig) v2.xlsx").write_bytes(b"\x05 A. Jensen")
    (folder / "c tom.xlsx").write_bytes(b"")
    (folder / "d mappe.xlsx").mkdir()
    os.mkfifo(folder / "e rør.xlsx")
    (folder / "f genvej.xlsx").symlink_to(folder / "b rapport (endelig) v2.xlsx")
    return folder


@pytest.fixture(scope="module")
def done(inbox):
    """The inbox judged twice, into a folder of its own: what it said, and as strict JSON."""
    command = ("batch", inbox, "--out", inbox / "ud")
    return typed(*command), typed(*command, "--strict", "--json")


def test_what_is_no_report_is_neither_accepted_nor_refused(rp, tmp_path):
    out, exported = tmp_path / "ud", tmp_path / "register.json"
    names = ("~$a.xlsx", ".~lock.a.xlsx#", "._a.xlsx", "Icon\r", "a.xlsx.crdownload", "Thumbs.db")
    folder = put_in(tmp_path / "ind", dict.fromkeys(names, b"x"))
    (folder / "mappe").mkdir()

    ran = rp("batch", folder, "--out", out, "--json", "--strict")
    listed = rp("register", "list", "--register", out / "register", "--json").json["files"]
    rp("register", "export", "--register", out / "register", "--out", exported)

    assert ran.code == 0
    found = [[each["code"] for each in report["findings"]] for report in ran.json["reports"]]
    assert found == [["RP-105"]] * (len(names) + 1)
    kept = json.loads(exported.read_text(encoding="utf-8"))["reports"]
    for each in (*ran.json["reports"], *listed, *(report["summary"] for report in kept)):
        assert each["accepted"] is None


def test_the_exit_code_is_0_when_all_are_judged_and_1_when_strict(rp, done, tmp_path):
    shown, strict = done
    assert (shown.code, strict.code) == (0, 1)
    refused = {each["file"] for each in strict.json["reports"] if each["accepted"] is False}
    assert refused >= {"a notat.xlsx", "c tom.xlsx"}
    # Excel's button counts what is in the JSON.
    assert tally(strict.json["reports"]) in shown.out
    one = BatchResult(Path("overblik.xlsx"), Path("overblik.html"), accepted=1).words("da")
    assert one == tally([{"plan": "p", "accepted": True}]) == f"1 fil: 1 godkendt{NOTHING_ELSE}"
    (tmp_path / "tom").mkdir()
    assert "0 filer" in rp("batch", tmp_path / "tom", "--out", tmp_path / "ud", "--strict").out


def test_the_overview_holds_what_the_json_says_and_the_output_is_no_report(inbox, done):
    reports = done[1].json["reports"]
    workbook = openpyxl.load_workbook(inbox / "ud" / "overblik.xlsx")
    received = list(workbook["Modtaget"].iter_rows(min_row=5, values_only=True))
    findings = list(workbook["Fejl"].iter_rows(min_row=5, values_only=True))
    assert {row[0] for row in received} == {each.name for each in inbox.iterdir()} - {"ud"}
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


@pytest.fixture
def many(tmp_path):
    """A folder of reports for two plans, and a broken file."""
    templates = [template_bytes(plan) for plan in built_in_plans()[:2]]
    files = {f"{number:02}.xlsx": templates[number % 2] for number in range(12)}
    return put_in(tmp_path / "ind", files | {"99 ødelagt.xlsx": b"PK\x03\x04 noget andet"})


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, dashboard_address=None, processes=True
    ) as local:
        yield local.scheduler_address


def test_the_number_of_workers_and_a_cluster_change_nothing(rp, cluster, many, tmp_path):
    command = ("batch", many, "--out", tmp_path / "ud", "--json")
    one = rp(*command, "--workers", 1)
    for where in (("--workers", 2), ("--dask", cluster)):
        there = rp(*command, *where)
        assert (there.code, there.json) == (one.code, one.json) == (0, one.json)


def test_a_cluster_that_does_not_answer_is_said_plainly(rp, many, tmp_path, monkeypatch):
    client = distributed.Client
    monkeypatch.setattr(
        distributed, "Client", lambda address, timeout: client(address, timeout="0.5s")
    )

    refused = rp("batch", many, "--out", tmp_path / "ud", "--dask", "tcp://127.0.0.1:9")

    assert refused.code == 2
    assert "svarer ikke" in refused.err


def test_ctrl_c_leaves_what_is_done_in_order(rp, many, tmp_path, monkeypatch):
    def stopped_in_the_middle(entries, executor):
        yield from islice(read_all(entries, executor), 10)
        raise KeyboardInterrupt

    monkeypatch.setattr("department.batch.read_all", stopped_in_the_middle)
    done = rp("batch", many, "--out", tmp_path / "ud")

    assert done.code == 130
    assert "Afbrudt" in done.err
    rows = openpyxl.load_workbook(tmp_path / "ud" / "overblik.xlsx")["Modtaget"]
    names = [row[0] for row in rows.iter_rows(min_row=5, values_only=True)]
    assert names == [f"{number:02}.xlsx" for number in range(10)]


def test_the_verdicts_are_told_though_the_overview_cannot_be_written(rp, many, tmp_path):
    (tmp_path / "ud" / "overblik.xlsx").mkdir(parents=True)
    ran = rp("batch", many, "--out", tmp_path / "ud", "--json")
    assert (ran.code, len(ran.json["reports"])) == (2, 13)
    assert "overblik.xlsx" in ran.err


@pytest.mark.parametrize("command", ["batch", "watch"])
def test_what_is_written_may_not_lie_among_the_received_files(rp, tmp_path, command):
    folder = put_in(tmp_path / "ind", {"rapport.xlsx": TEMPLATE})
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
