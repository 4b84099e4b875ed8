"""The corpus: files as they are received, made once, by the code of one day.

cases/     a file for each finding, plans/ the same for plans written in Excel
hostile/   every hostile variant
between/   two reports of one plan, a folder a pair
random/    random reports of the built-in plans and of a plan with a scheme
examples/  the inbox and the year
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from resultatplan.evaluation import Reported
from resultatplan.library import BUILT_IN, plan_by_id
from resultatplan.plan import Criterion, Plan
from resultatplan.plans_folder import plans_in
from tests.acceptance.random_reports import RandomReport, reports
from tests.hostile.kinds import VARIANTS
from tests.validators.cases_between import BETWEEN
from tests.validators.plan_book.authored import typed as typed_plan
from tests.validators.plan_book.test_every_plan_code import CASES as PLAN_CASES
from tests.validators.reports import calculated, report
from tests.validators.test_every_code import CASES
from workbooks.blueprint.specs import cell_number
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.template.build import build_template

ROOT = Path(__file__).resolve().parents[2]
REPORTS_A_PLAN = 50
RECEIVED = 1_735_000_000
"""When the first file came (seconds since 1970); each next one comes a minute later."""


def make(folder: Path) -> int:
    """Write the corpus into an empty folder; how many files it has."""
    folder.mkdir(parents=True, exist_ok=True)
    plans = folder / "own"
    plans.mkdir()
    text = (ROOT / "tests/acceptance/plan_of_eight.toml").read_text(encoding="utf-8")
    (plans / f"{_id_in(text)}.toml").write_text(text, encoding="utf-8")
    for name, data in _files(plans, _id_in(text)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for name in ("indbakke", "året"):
        shutil.copytree(ROOT / "examples" / name, folder / "examples" / name)
    shutil.copytree(ROOT / "examples" / "values", folder / "values")
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for number, path in enumerate(paths):
        os.utime(path, (RECEIVED + 60 * number,) * 2)
    return len(paths)


def _id_in(plan_file: str) -> str:
    line = next(line for line in plan_file.splitlines() if line.startswith("id ="))
    return line.partition("=")[2].strip().strip('"')


def _files(plans: Path, scheme_plan: str) -> Iterator[tuple[str, bytes]]:
    for number, case in enumerate(CASES):
        yield f"cases/{case.code} {number:03}.xlsx", case.damage()
    for number, plan_case in enumerate(PLAN_CASES):
        yield f"plans/{plan_case.code} {number:03}.xlsx", typed_plan(plan_case.cells)
    for variant in VARIANTS:
        yield f"hostile/{str(variant).replace('/', '-')}.xlsx", variant.make()
    for pair in BETWEEN:
        yield f"between/{pair.code}/1.xlsx", report(pair.before, period_id="Q3")
        yield f"between/{pair.code}/2.xlsx", report(pair.now, period_id="Q4")
    with plans_in(plans):
        for plan_id in (*sorted(path.stem for path in BUILT_IN.glob("*.toml")), scheme_plan):
            plan = plan_by_id(plan_id)
            assert plan is not None, plan_id
            for number, each in enumerate(_random_reports(plan)):
                data = build_template(plan, _inputs(plan, each))
                yield f"random/{plan_id}/{number:02}.xlsx", calculated(data)


def _random_reports(plan: Plan) -> list[RandomReport]:
    drawn: list[RandomReport] = []

    @settings(
        max_examples=REPORTS_A_PLAN,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        drawn.append(data.draw(reports(plan)))

    draw()
    return drawn


def _inputs(plan: Plan, drawn: RandomReport) -> dict[tuple[Sheet, str], object]:
    layout = Layout(plan)
    inputs: dict[tuple[Sheet, str], object] = {}
    if drawn.period is not None:
        inputs[Sheet.MASTER, layout.field_cell(Field.PERIOD)] = drawn.period.name
        inputs[Sheet.MASTER, layout.field_cell(Field.SUBMITTED)] = drawn.period.ends
        inputs[Sheet.MASTER, layout.field_cell(Field.PREPARED_BY)] = "Anne Jensen"
    for criterion in plan.criteria:
        for column, value in _cells(criterion, drawn.results[criterion.key]).items():
            if value is not None:
                inputs[Sheet.REPORT, layout.report_cell(criterion.key, column)] = value
    return inputs


def _cells(criterion: Criterion, reported: Reported) -> dict[Column, object]:
    if criterion.kind.is_numeric:
        unit = criterion.reported_unit
        result = {Column.RESULT: cell_number(reported.result, unit)}
        if criterion.kind.needs_basis and criterion.basis is None:
            result[Column.BASIS] = cell_number(reported.basis, unit)
        return result
    done = "Delvist" if reported.partly else {None: None, True: "Ja", False: "Nej"}[reported.done]
    return {Column.DATE: reported.delivered, Column.DONE: done}
