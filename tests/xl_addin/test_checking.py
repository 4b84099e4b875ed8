"""What the macro Kontrollér rapport shows."""

import sys
from pathlib import Path

import pytest

from xl_addin.checking import CheckError, Finding, Report, rows, run_check


def finding(severity: str, cell: str | None = "I12") -> Finding:
    sheet = "Afrapportering" if cell else None
    return Finding(severity=severity, sheet=sheet, cell=cell, message="Besked.", hint="Ret det.")


def test_findings_are_listed_errors_first_with_where_and_what_to_do():
    report = Report(
        accepted=False, findings=[finding("info"), finding("warning"), finding("error")]
    )
    title, headings, *listed = rows("q4.xlsx", report)
    assert title[0] == "q4.xlsx skal rettes, før den afleveres: 1 fejl, 1 advarsler, 1 oplysninger."
    assert headings == ["Alvor", "Ark", "Celle", "Besked", "Det kan du gøre"]
    assert [row[0] for row in listed] == ["Fejl", "Advarsel", "Oplysning"]
    assert listed[0][1:] == ["Afrapportering", "I12", "Besked.", "Ret det."]


def test_rows_make_a_block_of_at_least_three_rows_and_one_without_a_cell_jumps_nowhere():
    # xlwings hands a single row over as a list of cells, and the macro reads two dimensions.
    for found in ([], [finding("error", None)]):
        block = rows("q4.xlsx", Report(accepted=False, findings=list(found)))
        assert len(block) >= 3
        assert {len(row) for row in block} == {5}
        assert block[2][1:3] == ["", ""]
    title, _, only = rows("q4.xlsx", Report(accepted=True, findings=[]))
    assert title[0].startswith("q4.xlsx kan afleveres")
    assert only[3] == "Ingen bemærkninger."


def program(folder: Path, code: str) -> str:
    file = folder / "rp"
    file.write_text(f"#!{sys.executable}\n{code}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def test_the_check_is_rp_validate_json(tmp_path):
    code = (
        "import json, sys\n"
        "message = ' '.join(sys.argv[1:]) + ' æøå'\n"
        "finding = dict(severity='error', sheet=None, cell=None, message=message, hint=None)\n"
        "print(json.dumps({'reports': [dict(accepted=False, findings=[finding])]}))\n"
        "sys.exit(1)"
    )
    report = run_check(Path("q4.xlsx"), program(tmp_path, code))
    assert report["findings"][0]["message"] == "validate --json q4.xlsx æøå"


@pytest.mark.parametrize(
    "code",
    [
        "import sys; print('usage', file=sys.stderr); sys.exit(2)",
        "print('no json')",
        "print('{}')",
        "print('{\"reports\": []}')",
        None,
    ],
)
def test_an_answer_that_is_none_is_reported(code, tmp_path):
    asked = program(tmp_path, code) if code is not None else str(tmp_path / "missing")
    with pytest.raises(CheckError, match="Kontrollen gav intet svar"):
        run_check(Path("q4.xlsx"), asked)
