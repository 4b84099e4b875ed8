"""What Excel's buttons start, and what they show of it."""

import sys
import time
from pathlib import Path

import pytest

from xl_addin import buttons
from xl_addin.buttons import (
    Finding,
    Report,
    RunError,
    begin_inbox,
    check,
    inbox_overview,
    inbox_words,
    outcome,
    rows,
    start_inbox,
)

SAYS_ITS_ARGUMENTS = """
import json, sys
message = ' '.join(sys.argv[1:]) + ' æøå'
finding = dict(severity='error', sheet=None, cell=None, message=message, hint=None)
print(json.dumps({'reports': [dict(accepted=False, findings=[finding])]}))
sys.exit(1)
"""
JUDGED = """
import json
files = [(True, 'p'), (True, 'p'), (False, 'p'), (False, None), (None, None)]
print(json.dumps({'reports': [dict(accepted=a, plan=p) for a, p in files]}))
"""
TALLY = "5 filer: 2 godkendt, 1 skal rettes, 2 ingen rapport."
COMPLAINS = "import sys; print({!r}, file=sys.stderr); sys.exit({})"


def program(folder: Path, code: str) -> list[str]:
    """An `rp` that does this."""
    file = folder / "rp.py"
    file.write_text(f"{code}\n", encoding="utf-8")
    return [sys.executable, str(file)]


def finding(severity: str, sheet: str | None = None, cell: str | None = None) -> Finding:
    return Finding(severity=severity, sheet=sheet, cell=cell, message="Besked.", hint="Ret det.")


def test_findings_are_listed_errors_first_with_where_and_what_to_do():
    found = [finding("info"), finding("warning"), finding("error", "Afrapportering", "I12")]
    title, headings, *listed = rows("q4.xlsx", Report(accepted=False, plan="p", findings=found))
    assert title[0] == "q4.xlsx skal rettes, før den afleveres: 1 fejl, 1 advarsler, 1 oplysninger."
    assert headings == ["Alvor", "Ark", "Celle", "Besked", "Det kan du gøre"]
    assert listed[0] == ["Fejl", "Afrapportering", "I12", "Besked.", "Ret det."]
    assert [row[:3] for row in listed[1:]] == [["Advarsel", "", ""], ["Oplysning", "", ""]]


def test_rows_make_a_block_of_three_rows_where_nothing_is_found():
    # xlwings hands a single row over as a list of cells, and the macro reads two dimensions.
    block = rows("q4.xlsx", Report(accepted=True, plan="p", findings=[]))
    assert [len(row) for row in block] == [5] * 3
    assert block[0][0].startswith("q4.xlsx kan afleveres")
    assert block[2][3] == "Ingen bemærkninger."


def test_the_check_is_rp_validate_json_of_this_python(tmp_path):
    report = check(Path("q4.xlsx"), program(tmp_path, SAYS_ITS_ARGUMENTS))
    assert report["findings"][0]["message"] == "validate q4.xlsx --json æøå"
    own = check(tmp_path / "q4.xlsx")
    assert (own["accepted"], own["plan"]) == (False, None)


@pytest.mark.parametrize(
    "code",
    [
        COMPLAINS.format("usage", 2),
        "print('no json')",
        "print('{\"reports\": []}')",
        None,
    ],
)
def test_an_answer_that_is_none_is_reported(code, tmp_path):
    asked = program(tmp_path, code) if code is not None else [str(tmp_path / "missing")]
    with pytest.raises(RunError, match="Kontrollen gav intet svar"):
        check(Path("q4.xlsx"), asked)


@pytest.fixture
def inbox(tmp_path) -> Path:
    folder = tmp_path / "Rapporter æøå & 2024"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (JUDGED, TALLY),
        (f"{JUDGED}\n{COMPLAINS.format('En plan er ødelagt.', 0)}",
         f"{TALLY}\n\nEn plan er ødelagt."),
        (COMPLAINS.format("Fejl: »x« kan ikke læses.", 2), "Fejl: »x« kan ikke læses."),
        ("import sys; sys.exit(3)", "Kontrollen gav intet svar: 3"),
        (COMPLAINS.format("x" * 5000 + "slut", 1), "x" * 796 + "slut"),
    ],
)  # fmt: skip
def test_an_inbox_is_rp_batch_and_what_it_says_fits_a_box(code, said, inbox, tmp_path):
    run, overview = begin_inbox(inbox, program(tmp_path, code))
    run.process.wait()
    assert outcome(run) == said
    out = tmp_path / "udbakke"
    assert overview == out / "overblik.xlsx"
    assert run.process.args[2:] == ["batch", str(inbox), "--out", str(out), "--json"]


def test_what_cannot_be_begun_is_said_at_once(inbox, tmp_path):
    with pytest.raises(RunError, match=r"missing« er ikke en mappe"):
        begin_inbox(tmp_path / "missing")
    with pytest.raises(RunError, match="Kontrollen gav intet svar"):
        begin_inbox(inbox, [str(tmp_path / "no program")])
    # Stands for a workbook that Excel holds.
    (tmp_path / "udbakke" / "overblik.xlsx").mkdir(parents=True)
    with pytest.raises(RunError, match="Luk overblikket"):
        begin_inbox(inbox)


def test_excel_asks_while_it_goes_on_and_then_is_told(inbox, tmp_path, monkeypatch):
    may_end = tmp_path / "end"
    wait = (
        f"import pathlib, time\nwhile not pathlib.Path({str(may_end)!r}).exists(): time.sleep(0.01)"
    )
    rp = program(tmp_path, f"{wait}\n{JUDGED}")
    monkeypatch.setattr(buttons, "_RP", rp)
    monkeypatch.setattr(buttons, "_latest", [])
    assert inbox_words().startswith("Forbindelsen til kontrollen gik tabt")

    assert start_inbox(str(inbox)) == ""
    assert (inbox_words(), inbox_overview()) == ("", "")
    assert start_inbox(str(inbox)).startswith("En indbakke kontrolleres allerede")
    may_end.touch()
    while not (words := inbox_words()):
        time.sleep(0.01)

    assert words.startswith("5 filer")
    assert inbox_overview() == str(tmp_path / "udbakke" / "overblik.xlsx")
