"""Which template an agency is sent with the answer to its report; `test_replies` has the usual."""

import pytest

from department.letters.enclosed import following_template
from department.record import Summary
from resultatplan.library import BUILT_IN
from tests.department.desks import sent, unopened
from tests.validators.reports import BENCHMARK
from texts.language import DANISH

HALF_YEAR = sent("halvår")
YEAR_END = {"period_id": "Q4", "period_name": "helår", "final": True, "days": 184}


def enclosed_with(file: str, *files: Summary) -> str | None:
    desk = unopened(*files)
    (row,) = (each for each in desk.rows if each.file.file == file)
    said = following_template(desk, row)
    return None if said is None else said.words(DANISH)


@pytest.mark.parametrize(
    "files",
    [
        (sent("halvår", accepted=False),),
        (HALF_YEAR, sent("rettet", days=1)),
        (HALF_YEAR, sent("helår", **YEAR_END)),
        (HALF_YEAR, sent("helår", accepted=False, **YEAR_END)),
    ],
)
def test_none_comes_where_the_report_does_not_count_or_later_ones_are_here(files):
    assert enclosed_with("halvår", *files) is None


def test_after_the_years_last_report_comes_next_years_plan_where_there_is_one(
    tmp_path, monkeypatch
):
    final = sent("helår", **YEAR_END)
    assert enclosed_with("helår", final) is None
    plan = (BUILT_IN / f"{BENCHMARK}.toml").read_text(encoding="utf-8").replace("2023", "2024")
    (tmp_path / "benchmarkingenheden-2024.toml").write_text(plan, encoding="utf-8")
    monkeypatch.setenv("RP_PLANS", str(tmp_path))
    assert enclosed_with("helår", final) == (
        "Skabelonen til resultatplanen for 2024 er vedlagt som »benchmarkingenheden-2024.xlsx«."
        " Fristen for den første rapport, 1. halvår, er søndag den 14-07-2024."
    )
