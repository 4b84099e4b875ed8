"""The register in the commands: batch, register, status, calendar, and validate beside one."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.department.judged_files import put_in
from tests.department.register.records import dump
from tests.validators.reports import SOCIAL, report
from workbooks.form import Column, Field

RESULT = ("1.1.a", Column.RESULT)
SHARE = ("1.1.b", Column.RESULT)
CONTACT = "Bo Lund, tlf. 33 92 93 00"
FORMULA = '=HYPERLINK("http://ond.dk")'


@pytest.fixture
def inbox(tmp_path) -> Path:
    third = report({RESULT: 60, Field.CONTACT: CONTACT}, period_id="Q3")
    return put_in(tmp_path / "indbakke", {"Q3.xlsx": third, "brev.docx": b"Kaere departement"})


@pytest.fixture
def register(rp, inbox, tmp_path) -> Path:
    assert rp("batch", inbox, "--out", tmp_path / "ud").code == 0
    return tmp_path / "ud" / "register"


def test_a_register_can_be_elsewhere_or_left_out(rp, inbox, tmp_path, monkeypatch):
    rp("batch", inbox, "--out", tmp_path / "ud", "--register", tmp_path / "a")
    monkeypatch.setenv("RP_REGISTER", str(tmp_path / "b"))
    rp("batch", inbox, "--out", tmp_path / "ud")
    assert len(dump(tmp_path / "a")["receipts"]) == len(dump(tmp_path / "b")["receipts"]) == 2
    assert not (tmp_path / "ud" / "register").exists()
    assert rp("batch", inbox, "--out", tmp_path, "--register", "x", "--no-register").code == 2
    assert rp("batch", inbox, "--out", tmp_path / "uden", "--no-register").code == 0
    assert not [path for path in (tmp_path / "uden").iterdir() if path.is_dir()]


def test_a_correction_in_the_next_batch_has_its_changes(rp, inbox, register, tmp_path):
    (inbox / "Q3.xlsx").rename(tmp_path / "Q3 gammel.xlsx")
    (inbox / "Q3 rettet.xlsx").write_bytes(report({RESULT: 62, SHARE: 0.9}, period_id="Q3"))

    ran = rp("batch", inbox, "--out", tmp_path / "ud", "--json")

    corrected = next(each for each in ran.json["reports"] if each["file"] == "Q3 rettet.xlsx")
    assert [each["code"] for each in corrected["findings"]] == ["RP-601", "RP-703"]
    changes = corrected["changes"]
    assert (changes["file"], changes["mended"]) == ("Q3.xlsx", [])
    assert [each["code"] for each in changes["new"]] == ["RP-703"]
    assert changes["figures"] == [
        {"key": "1.1.a", "column": "Resultat", "cell": "I12", "before": 60.0, "after": 62.0},
        {"key": "1.1.b", "column": "Resultat", "cell": "I13", "before": 82.0, "after": 90.0},
    ]
    assert "changes" not in next(each for each in ran.json["reports"] if each["plan"] is None)
    table = rp("batch", inbox, "--out", tmp_path / "ud").out
    assert "Siden sidst" in table


def test_the_next_period_is_compared_with_the_register(rp, inbox, register, tmp_path):
    later = put_in(tmp_path / "senere", {"Q4.xlsx": report({RESULT: 58})})

    alone = rp("validate", later / "Q4.xlsx", "--json").json["reports"][0]
    beside = rp("validate", later / "Q4.xlsx", "--register", register, "--json").json["reports"][0]
    batch = rp("batch", later, "--out", tmp_path / "ud", "--json").json["reports"][0]

    assert "RP-508" not in [each["code"] for each in alone["findings"]]
    assert "RP-508" in [each["code"] for each in beside["findings"]]
    assert batch["findings"] == beside["findings"]
    # A registered file is not compared with itself.
    itself = rp("validate", inbox / "Q3.xlsx", "--register", register, "--json").json["reports"][0]
    assert [each["code"] for each in itself["findings"]] == ["RP-601"]


def test_list_show_and_export_tell_of_the_same_files(rp, register, tmp_path):
    listed = rp("register", "list", "--register", register, "--json").json["files"]
    assert [(each["file"], each["plan"], each["role"]) for each in listed] == [
        ("Q3.xlsx", SOCIAL, "current"),
        ("brev.docx", None, "stray"),
    ]
    rp("register", "export", "--out", tmp_path / "r.json", "--register", register)
    whole = json.loads((tmp_path / "r.json").read_text("utf-8"))["reports"]
    assert [each["role"] for each in whole] == ["current", "stray"]
    inputs = whole[0]["goals"][0]["criteria"][0]["inputs"]
    assert inputs == [{"column": "Resultat", "cell": "I12", "value": 60.0}]
    shown = rp("register", "list", "--register", register, "--plan", SOCIAL).out
    assert "Filer i registret: 1." in shown
    assert "gælder" in shown
    shown = rp("register", "show", "Q3.xlsx", "--register", register).out
    assert "I12 Resultat: 60" in shown
    assert f"Kontaktperson: {CONTACT}" in shown
    assert "RP-601" in shown
    digest = listed[0]["digest"][:8]
    (by_digest,) = rp("register", "show", digest, "--register", register, "--json").json["reports"]
    assert (by_digest["summary"]["file"], by_digest["contact"]) == ("Q3.xlsx", CONTACT)
    missing = rp("register", "show", "andet.xlsx", "--register", register)
    assert (missing.code, "Der er ingen fil i registret" in missing.err) == (2, True)


def test_export_for_a_spreadsheet(rp, tmp_path):
    hostile = report({("1.1.a", Column.DOCUMENTATION): FORMULA, RESULT: 60.5}, period_id="Q3")
    inbox = put_in(tmp_path / "ind", {"=2+3.xlsx": hostile})
    rp("batch", inbox, "--out", tmp_path / "ud")
    register = tmp_path / "ud" / "register"

    rp("register", "export", "--out", tmp_path / "csv", "--register", register)

    tables = {
        path.name: list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
        for path in (tmp_path / "csv").iterdir()
    }
    assert sorted(tables) == ["fund.csv", "indberettet.csv", "maal.csv", "modtagne.csv"]
    assert tables["modtagne.csv"][1][0] == "'=2+3.xlsx"
    cells = [cell for table in tables.values() for row in table for cell in row]
    assert f"'{FORMULA}" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert len(tables["maal.csv"]) == 11
    totals = ["Sikret", "Forventet", "Opnåelig"]
    for name in ("modtagne.csv", "maal.csv"):
        assert [each for each in tables[name][0] if each in totals] == totals


def test_status(rp, register, monkeypatch):
    command = ("status", "--register", register, "--today", "2020-10-20")
    ran = rp(*command, "--json")
    (social,) = ran.json["agencies"]
    states = [(each["state"], each["days_missing"]) for each in social["periods"]]
    assert states == [("missing", 189), ("missing", 98), ("accepted", None), ("waiting", None)]
    assert [each["file"] for each in ran.json["strays"]] == ["brev.docx"]
    assert (ran.code, rp(*command, "--strict").code) == (0, 1)
    shown = rp(*command).out
    assert "1 godkendt, 0 skal rettes, 2 mangler, 1 er ikke forfaldne." in shown
    assert "Q3.xlsx" in shown
    monkeypatch.setenv("COLUMNS", "80")
    narrow = rp(*command).out
    assert max(map(len, narrow.splitlines())) <= 80
    assert "Q3.xlsx" not in narrow
    # Plans that run on the day, and those that have a report.
    for options, count in (((), 2), (("--all",), 5)):
        told = rp("status", "--register", register, "--json", "--today", "2024-05-01", *options)
        assert len(told.json["agencies"]) == count


def test_the_desk_notes_when_a_file_came_and_what_is_found_by_that_day(rp, register):
    def told(*options):
        assert rp("register", "note", "Q3.xlsx", "--register", register, *options).code == 0
        shown = rp("register", "show", "Q3.xlsx", "--register", register, "--json").json
        (report,) = shown["reports"]
        return report["summary"], [each["code"] for each in report["findings"]]

    summary, codes = told("--received", "2020-10-20")
    assert (summary["received"], codes) == ("2020-10-20T12:00:00", ["RP-705", "RP-601"])
    assert summary["warnings"] == 1
    status = rp("status", "--register", register, "--today", "2020-11-01", "--json").json
    days = [each["received_late"] for each in status["agencies"][0]["periods"]]
    assert days == [None, None, "2020-10-20", None]
    summary, codes = told("--received", "2020-10-13")
    assert (summary["warnings"], codes) == (0, ["RP-601"])


def test_the_desk_settles_a_file_and_opens_it_again(rp, register, tmp_path):
    def strays(*options):
        rp("register", "note", "brev.docx", "--register", register, *options)
        status = rp("status", "--register", register, "--json").json
        return [each["file"] for each in status["strays"]]

    assert strays("--settled") == []
    assert rp("reply", "--out", tmp_path / "svar", "--register", register).code == 0
    assert not list((tmp_path / "svar").rglob("brev*"))
    assert strays("--open") == ["brev.docx"]


@pytest.mark.parametrize("arguments", [("Q3.xlsx",), ("andet.xlsx", "--settled")])
def test_a_note_needs_a_file_and_something_to_note(rp, register, arguments):
    assert rp("register", "note", *arguments, "--register", register).code == 2
