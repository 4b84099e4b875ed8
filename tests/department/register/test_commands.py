"""The register in the commands: batch, register, status, calendar, and validate beside one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.command import Ran
from tests.department.register.filling import dump, originals
from tests.validators.reports import SOCIAL, report
from workbooks.form import Column

Rp = Callable[..., Ran]
RESULT = ("1.1.a", Column.RESULT)
SHARE = ("1.1.b", Column.RESULT)
FORMULA = '=HYPERLINK("http://ond.dk")'


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "indbakke"
    folder.mkdir()
    (folder / "Q3.xlsx").write_bytes(report({RESULT: 60}, period_id="Q3"))
    (folder / "brev.docx").write_bytes(b"Kaere departement")
    return folder


@pytest.fixture
def register(rp: Rp, inbox: Path, tmp_path: Path) -> Path:
    assert rp("batch", inbox, "--out", tmp_path / "ud").code == 0
    return tmp_path / "ud" / "register"


def test_a_batch_registers_beside_its_output(inbox: Path, register: Path) -> None:
    files = {path.read_bytes() for path in inbox.iterdir()}
    assert set(originals(register).values()) == files
    assert len(dump(register)["judgements"]) == 2


def test_the_same_folder_again_changes_nothing(
    rp: Rp, inbox: Path, register: Path, tmp_path: Path
) -> None:
    before = dump(register)
    assert rp("batch", inbox, "--out", tmp_path / "ud").code == 0
    assert dump(register) == before


def test_a_batch_without_a_register_leaves_none(rp: Rp, inbox: Path, tmp_path: Path) -> None:
    assert rp("batch", inbox, "--out", tmp_path / "ud", "--no-register").code == 0
    assert not [path for path in (tmp_path / "ud").iterdir() if path.is_dir()]


def test_a_register_can_be_elsewhere(
    rp: Rp, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rp("batch", inbox, "--out", tmp_path / "ud", "--register", tmp_path / "a")
    monkeypatch.setenv("RP_REGISTER", str(tmp_path / "b"))
    rp("batch", inbox, "--out", tmp_path / "ud")
    assert len(dump(tmp_path / "a")["receipts"]) == len(dump(tmp_path / "b")["receipts"]) == 2
    assert not (tmp_path / "ud" / "register").exists()
    assert rp("batch", inbox, "--out", tmp_path, "--register", "x", "--no-register").code == 2


def test_a_correction_in_the_next_batch_has_its_changes(
    rp: Rp, inbox: Path, register: Path, tmp_path: Path
) -> None:
    (inbox / "Q3.xlsx").rename(tmp_path / "Q3 gammel.xlsx")
    (inbox / "Q3 rettet.xlsx").write_bytes(report({RESULT: 62, SHARE: 0.9}, period_id="Q3"))

    ran = rp("batch", inbox, "--out", tmp_path / "ud", "--json")

    corrected = next(each for each in ran.json["reports"] if each["file"] == "Q3 rettet.xlsx")
    assert [each["code"] for each in corrected["findings"]] == ["RP-601", "RP-703"]
    changes = corrected["changes"]
    assert (changes["file"], changes["mended"]) == ("Q3.xlsx", [])
    assert [each["code"] for each in changes["new"]] == ["RP-703"]
    assert changes["figures"] == [
        {"key": "1.1.a", "column": "Resultat", "cell": "I11", "before": 60.0, "after": 62.0},
        {"key": "1.1.b", "column": "Resultat", "cell": "I12", "before": 82.0, "after": 90.0},
    ]
    assert "changes" not in next(each for each in ran.json["reports"] if each["plan"] is None)
    table = rp("batch", inbox, "--out", tmp_path / "ud").out
    assert "Siden sidst" in table


def test_the_next_period_is_compared_with_the_register(
    rp: Rp, inbox: Path, register: Path, tmp_path: Path
) -> None:
    later = tmp_path / "senere"
    later.mkdir()
    (later / "Q4.xlsx").write_bytes(report({RESULT: 58}))

    alone = rp("validate", later / "Q4.xlsx", "--json").json["reports"][0]
    beside = rp("validate", later / "Q4.xlsx", "--register", register, "--json").json["reports"][0]
    batch = rp("batch", later, "--out", tmp_path / "ud", "--json").json["reports"][0]

    assert "RP-508" not in [each["code"] for each in alone["findings"]]
    assert "RP-508" in [each["code"] for each in beside["findings"]]
    assert batch["findings"] == beside["findings"]


def test_validating_a_registered_file_finds_no_other_in_it(
    rp: Rp, inbox: Path, register: Path
) -> None:
    ran = rp("validate", inbox / "Q3.xlsx", "--register", register, "--json")
    assert [each["code"] for each in ran.json["reports"][0]["findings"]] == ["RP-601"]


def test_list(rp: Rp, register: Path) -> None:
    listed = rp("register", "list", "--register", register, "--json").json["files"]
    assert [(each["file"], each["plan"], each["role"]) for each in listed] == [
        ("Q3.xlsx", SOCIAL, "current"),
        ("brev.docx", None, None),
    ]
    shown = rp("register", "list", "--register", register, "--plan", SOCIAL).out
    assert "1 fil(er) i registret." in shown
    assert "gælder" in shown


def test_show(rp: Rp, register: Path) -> None:
    shown = rp("register", "show", "Q3.xlsx", "--register", register).out
    assert "I11 Resultat: 60" in shown
    assert "RP-601" in shown
    digest = rp("register", "list", "--register", register, "--json").json["files"][0]["digest"]
    by_digest = rp("register", "show", digest[:8], "--register", register, "--json").json
    assert by_digest["reports"][0]["summary"]["file"] == "Q3.xlsx"
    missing = rp("register", "show", "andet.xlsx", "--register", register)
    assert missing.code == 2
    assert "Der er ingen fil i registret" in missing.err


def test_export_for_a_spreadsheet(rp: Rp, tmp_path: Path) -> None:
    folder = tmp_path / "ind"
    folder.mkdir()
    hostile = report({("1.1.a", Column.DOCUMENTATION): FORMULA, RESULT: 60.5}, period_id="Q3")
    (folder / "=2+3.xlsx").write_bytes(hostile)
    rp("batch", folder, "--out", tmp_path / "ud")
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


def test_export_as_json_is_the_records_whole(rp: Rp, register: Path, tmp_path: Path) -> None:
    rp("register", "export", "--out", tmp_path / "r.json", "--register", register)
    reports = json.loads((tmp_path / "r.json").read_text("utf-8"))["reports"]
    assert [(each["summary"]["file"], each["role"]) for each in reports] == [
        ("Q3.xlsx", "current"),
        ("brev.docx", None),
    ]
    inputs = reports[0]["goals"][0]["criteria"][0]["inputs"]
    assert inputs == [{"column": "Resultat", "cell": "I11", "value": 60.0}]


def test_status(rp: Rp, register: Path) -> None:
    ran = rp("status", "--register", register, "--today", "2020-10-20", "--json")
    assert ran.code == 0
    (social,) = ran.json["agencies"]
    assert [each["state"] for each in social["periods"]] == [
        "missing",
        "missing",
        "accepted",
        "waiting",
    ]
    assert [each["days_missing"] for each in social["periods"]] == [189, 98, None, None]
    assert social["periods"][3]["days_left"] == 86
    assert [each["file"] for each in ran.json["strays"]] == ["brev.docx"]
    assert rp("status", "--register", register, "--today", "2020-10-20", "--strict").code == 1
    shown = rp("status", "--register", register, "--today", "2020-10-20")
    assert "1 godkendt, 0 skal rettes, 2 mangler, 1 afventer." in shown.out


def test_status_shows_the_plans_that_run_on_that_day(rp: Rp, register: Path) -> None:
    def plans(*arguments: object) -> list[str]:
        ran = rp("status", "--register", register, "--json", *arguments)
        return [each["plan"] for each in ran.json["agencies"]]

    assert plans("--today", "2024-05-01") == ["social-og-boligstyrelsen-2024", SOCIAL]
    assert len(plans("--today", "2024-05-01", "--all")) == 5


def test_status_without_a_register_says_how_to_make_one(rp: Rp, tmp_path: Path) -> None:
    refused = rp("status", "--register", tmp_path)
    assert refused.code == 2
    assert "rp batch" in refused.err


def test_a_day_that_is_none(rp: Rp, register: Path) -> None:
    refused = rp("status", "--register", register, "--today", "i morgen")
    assert refused.code == 2
    assert "»i morgen« er ikke en dato" in refused.err


def test_calendar(rp: Rp, tmp_path: Path) -> None:
    rows = rp("calendar", "--json", "--today", "2024-10-11").json["deadlines"]
    row = next(each for each in rows if each["deadline"] == date(2024, 10, 21).isoformat())
    assert (row["plan"], row["days_left"]) == ("social-og-boligstyrelsen-2024", 10)
    assert "frist om 10 dage" in rp("calendar", "--today", "2024-10-11").out
    assert rp("calendar", "--ics", tmp_path / "frister.ics").code == 0
    assert (tmp_path / "frister.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("calendar",),
        ("register", "list"),
        ("register", "show"),
        ("register", "export"),
        ("batch",),
    ],
)
def test_help_in_both_languages(rp: Rp, arguments: tuple[str, ...]) -> None:
    for lang in ("da", "en"):
        assert rp(*arguments, "--help", "--lang", lang).code == 0
