"""`rp annual-report`: from the register to two files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validators.reports import SOCIAL, report


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ind")
    (folder / "k2.xlsx").write_bytes(report({}, SOCIAL, "Q2"))
    return folder


def test_it_writes_both_files_and_says_that_they_are_provisional(rp, inbox, tmp_path) -> None:
    rp("batch", inbox, "--out", tmp_path / "ud")

    ran = rp(
        "annual-report",
        SOCIAL,
        "--register",
        tmp_path / "ud" / "register",
        "--out",
        tmp_path / "aar",
    )

    assert ran.code == 0
    assert sorted(path.name for path in (tmp_path / "aar").iterdir()) == [
        f"maalrapportering-{SOCIAL}.docx",
        f"maalrapportering-{SOCIAL}.xlsx",
    ]
    assert "Foreløbig" in ran.out
    assert "2. kvartal" in ran.out


def test_a_plan_without_an_accepted_report_is_said_plainly(rp, inbox, tmp_path) -> None:
    rp("batch", inbox, "--out", tmp_path / "ud")

    ran = rp("annual-report", "benchmarkingenheden-2023", "--register", tmp_path / "ud/register")

    assert ran.code == 2
    assert "ingen godkendt rapport for benchmarkingenheden-2023" in ran.err


def test_an_unknown_plan_is_said_plainly(rp, tmp_path) -> None:
    ran = rp("annual-report", "findes-ikke", "--register", tmp_path)

    assert ran.code == 2
    assert "Planen »findes-ikke« findes ikke" in ran.err


def test_a_register_that_is_not_there_is_said_plainly(rp, tmp_path) -> None:
    ran = rp("annual-report", SOCIAL, "--register", tmp_path / "intet")

    assert ran.code == 2
    assert ran.err.startswith("Fejl: ")
    assert not (tmp_path / "intet").exists()
