"""Which template an agency is sent with the answer to its report."""

from datetime import date, timedelta

import pytest

from department.letters.enclosed import following_template
from resultatplan.library import BUILT_IN
from tests.department.hand_made import SMALL, a_desk, a_finding, a_report
from texts.language import DANISH

JULY = date(2023, 7, 10)


def enclosed_with(file: str, *reports) -> str | None:
    desk = a_desk(reports)
    (row,) = (each for each in desk.rows if each.file.file == file)
    said = following_template(desk, row)
    return None if said is None else said.words(DANISH)


def half_year(file: str = "halvår.xlsx", *, days: int = 0, **known):
    return a_report(SMALL, "Q2", file=file, received=JULY + timedelta(days=days), **known)


def year_end(**known):
    return a_report(SMALL, "Q4", file="helår.xlsx", received=date(2024, 1, 10), **known)


def test_after_an_accepted_report_comes_the_next_periods_template():
    assert enclosed_with("halvår.xlsx", half_year()) == (
        "Skabelonen til helår er vedlagt som »benchmarkingenheden-2023-Q4.xlsx«. Brug den til"
        " næste rapport: det, I har indberettet nu, står i den i forvejen. Fristen er søndag den"
        " 14-01-2024."
    )


@pytest.mark.parametrize(
    "others",
    [
        (half_year(findings=[a_finding()]),),
        (half_year(), half_year("rettet.xlsx", days=1)),
        (half_year(), year_end()),
        (half_year(), year_end(findings=[a_finding()])),
    ],
)
def test_none_comes_where_the_report_does_not_count_or_later_ones_are_here(others):
    assert enclosed_with("halvår.xlsx", *others) is None


def test_after_the_years_last_report_comes_next_years_plan_where_there_is_one(
    tmp_path, monkeypatch
):
    final = year_end()
    assert enclosed_with("helår.xlsx", final) is None
    built_in = BUILT_IN / f"{SMALL}.toml"
    plan = built_in.read_text(encoding="utf-8").replace("2023", "2024")
    (tmp_path / "benchmarkingenheden-2024.toml").write_text(plan, encoding="utf-8")
    monkeypatch.setenv("RP_PLANS", str(tmp_path))
    assert enclosed_with("helår.xlsx", final) == (
        "Skabelonen til resultatplanen for 2024 er vedlagt som »benchmarkingenheden-2024.xlsx«."
        " Fristen for den første rapport, 1. halvår, er søndag den 14-07-2024."
    )
