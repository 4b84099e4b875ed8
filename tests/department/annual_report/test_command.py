"""`rp annual-report`: from the register to two files."""

from pathlib import Path

import pytest

from tests.validators.reports import SOCIAL, report


@pytest.fixture(scope="module")
def inbox(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("ind")
    (folder / "k2.xlsx").write_bytes(report({}, SOCIAL, "Q2"))
    return folder


def test_it_writes_both_files_and_says_that_they_are_provisional(rp, inbox, tmp_path):
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


@pytest.mark.parametrize(
    ("plan", "register", "said"),
    [
        (
            "benchmarkingenheden-2023",
            "ud/register",
            "ingen godkendt rapport for benchmarkingenheden-2023",
        ),
        ("findes-ikke", "ud/register", "Planen »findes-ikke« findes ikke"),
        (SOCIAL, "intet", "Fejl: "),
    ],
)
def test_what_is_not_there_is_said_plainly(rp, inbox, tmp_path, plan, register, said):
    rp("batch", inbox, "--out", tmp_path / "ud")

    ran = rp("annual-report", plan, "--register", tmp_path / register)

    assert ran.code == 2
    assert said in ran.err
    assert not (tmp_path / "intet").exists()
