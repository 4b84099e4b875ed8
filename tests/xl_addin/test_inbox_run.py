"""What the department's button Kontrollér indbakke… starts, and what it tells when that is over."""

import time
from pathlib import Path

import pytest

from tests.xl_addin.test_checking import program
from xl_addin import inbox_run
from xl_addin.checking import CheckError
from xl_addin.inbox_run import begin, inbox_overview, inbox_words, outcome, start_inbox

JUDGED = """
import json, sys
files = [(True, 'p'), (True, 'p'), (False, 'p'), (False, None), (None, None)]
print(json.dumps({'reports': [dict(accepted=a, plan=p, asked=sys.argv[1:]) for a, p in files]}))
"""


@pytest.fixture
def inbox(tmp_path) -> Path:
    folder = tmp_path / "Rapporter æøå & 2024"
    folder.mkdir()
    return folder


def test_it_is_rp_batch_with_the_output_beside_the_inbox(inbox, tmp_path):
    run = begin(inbox, program(tmp_path, JUDGED))
    run.process.wait()
    assert outcome(run) == "5 filer: 2 godkendt, 1 skal rettes, 2 ingen rapport."
    out = tmp_path / "udbakke"
    assert run.overview == out / "overblik.xlsx"
    assert run.process.args[1:] == ["batch", str(inbox), "--out", str(out), "--json"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import sys; print('Fejl: »x« kan ikke læses.', file=sys.stderr); sys.exit(2)",
         "Fejl: »x« kan ikke læses."),
        (f"{JUDGED}\nprint('En plan er ødelagt.', file=sys.stderr)",
         "5 filer: 2 godkendt, 1 skal rettes, 2 ingen rapport.\n\nEn plan er ødelagt."),
        ("import sys; sys.exit(3)", "Kontrollen gav intet svar: 3"),
        ("import sys; print('x' * 5000 + 'slut', file=sys.stderr); sys.exit(1)",
         "x" * 796 + "slut"),
    ],
)  # fmt: skip
def test_what_rp_complains_of_is_said_in_what_fits_a_box(code, said, inbox, tmp_path):
    run = begin(inbox, program(tmp_path, code))
    run.process.wait()
    assert outcome(run) == said


def test_what_cannot_be_begun_is_said_at_once(inbox, tmp_path):
    with pytest.raises(CheckError, match=r"missing« er ikke en mappe"):
        begin(tmp_path / "missing")
    with pytest.raises(CheckError, match="Kontrollen gav intet svar"):
        begin(inbox, str(tmp_path / "no program"))
    # Stands for a workbook that Excel holds.
    (tmp_path / "udbakke" / "overblik.xlsx").mkdir(parents=True)
    with pytest.raises(CheckError, match="Luk overblikket"):
        begin(inbox)


def test_excel_asks_while_it_goes_on_and_then_is_told(inbox, tmp_path, monkeypatch):
    may_end = tmp_path / "end"
    wait = (
        f"import pathlib, time\nwhile not pathlib.Path({str(may_end)!r}).exists(): time.sleep(0.01)"
    )
    rp = program(tmp_path, f"{wait}\n{JUDGED}")
    monkeypatch.setattr(inbox_run, "rp_program", lambda: rp)
    monkeypatch.setattr(inbox_run, "_latest", [])
    assert inbox_words().startswith("Forbindelsen til kontrollen gik tabt")

    assert start_inbox(str(inbox)) == ""
    assert (inbox_words(), inbox_overview()) == ("", "")
    assert start_inbox(str(inbox)).startswith("En indbakke kontrolleres allerede")
    may_end.touch()
    while not (words := inbox_words()):
        time.sleep(0.01)

    assert words.startswith("5 filer")
    assert inbox_overview() == str(tmp_path / "udbakke" / "overblik.xlsx")
