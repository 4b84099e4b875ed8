"""`rp annual-report`: from the register to two files."""

import pytest

from tests.validators.reports import BENCHMARK, SOCIAL, report


@pytest.fixture
def register(rp, tmp_path):
    (tmp_path / "ind").mkdir()
    (tmp_path / "ind" / "k2.xlsx").write_bytes(report({}, SOCIAL, "Q2"))
    rp("batch", tmp_path / "ind", "--out", tmp_path / "ud")
    return tmp_path / "ud" / "register"


def test_it_writes_both_files_and_says_that_they_are_provisional(rp, register, tmp_path):
    ran = rp("annual-report", SOCIAL, "--register", register, "--out", tmp_path / "aar")

    assert ran.code == 0
    names = {f"maalrapportering-{SOCIAL}{suffix}" for suffix in (".docx", ".xlsx")}
    assert {path.name for path in (tmp_path / "aar").iterdir()} == names
    assert "Foreløbig" in ran.out
    assert "2. kvartal" in ran.out


def test_what_is_not_there_is_said_plainly(rp, register, tmp_path):
    for plan, folder, said in (
        (BENCHMARK, register, f"ingen godkendt rapport for {BENCHMARK}"),
        ("findes-ikke", register, "Planen »findes-ikke« findes ikke"),
        (SOCIAL, tmp_path / "intet", "Fejl: "),
    ):
        ran = rp("annual-report", plan, "--register", folder)
        assert ran.code == 2
        assert said in ran.err
    assert not (tmp_path / "intet").exists()
