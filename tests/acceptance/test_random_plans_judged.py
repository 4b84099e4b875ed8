"""What LibreOffice saved of a random report on a random plan: the validator says the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resultatplan.plan import Plan
from resultatplan.plan_file import read_plan
from resultatplan.plan_writing import written_plan
from resultatplan.plans_folder import plans_in
from tests.acceptance.random_plans import random_plan
from tests.acceptance.random_reports import reports, typed
from tests.acceptance.three_computations import computed, shown_by
from tests.hosts.libreoffice import Document, LibreOffice
from tests.validators.reports import judge_file
from texts import catalogue as codes
from workbooks.form import Layout
from workbooks.template.build import build_template

pytestmark = pytest.mark.libreoffice
CI_REPORTS = 4
REPORTS = int(os.environ.get("RP_RANDOM_REPORTS", CI_REPORTS))
PLANS = int(os.environ.get("RP_RANDOM_PLANS", "3"))
OF_SHOWN_FIGURES = (codes.NOT_CALCULATED, codes.STALE, codes.DIFFERENT)
OF_THE_FORM = ("RP-1", "RP-2", "RP-3")
REFUSED = "RP-4"


@pytest.fixture(scope="module", params=range(PLANS), ids="plan {}".format)
def opened(
    request: pytest.FixtureRequest, calc: LibreOffice, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Plan, Document, Path]]:
    folder = tmp_path_factory.mktemp("plan")
    made = random_plan(request.param)
    file = folder / f"{made.id}.toml"
    file.write_text(written_plan(made), encoding="utf-8")
    plan = read_plan(file)
    template = folder / "skabelon.xlsx"
    template.write_bytes(build_template(plan))
    with plans_in(folder), calc.open(template) as document:
        yield plan, document, folder


@settings(
    max_examples=REPORTS,
    deadline=None,
    derandomize=REPORTS == CI_REPORTS,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_the_validator_finds_in_the_file_what_the_sheet_shows(
    opened: tuple[Plan, Document, Path], data: st.DataObject
) -> None:
    plan, document, folder = opened
    for sheet, cells in typed(plan, data.draw(reports(plan))).items():
        document.type_cells(sheet, cells)
    document.recalculate()
    shown = shown_by(document, Layout(plan))
    file = document.save_as(folder / "rapport.xlsx")

    verdict = judge_file(file.name, file.read_bytes())

    found = {each.code for each in verdict.findings}
    assert not found & {*OF_SHOWN_FIGURES}
    assert not [code for code in found if code.startswith(OF_THE_FORM)]
    assert verdict.evaluation is not None
    if not [code for code in found if code.startswith(REFUSED)]:
        judged = computed(verdict.evaluation, Layout(plan))
        assert judged.states == shown.states
        assert (judged.secured, judged.attainable) == pytest.approx(
            (shown.secured, shown.attainable)
        )
