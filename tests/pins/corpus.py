"""The corpus: files as they are received, made once, by the code of one day.

python -m tests.pins.corpus FOLDER

cases/     a file for each finding, plans/ the same for plans written in Excel
hostile/   every hostile variant
between/   two reports of one plan, a folder a pair
random/    random reports of the built-in plans and of a plan with a scheme
examples/  the inbox and the year
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from examples.keyboard import as_value
from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from resultatplan.plans_folder import plans_in
from tests.acceptance.random_reports import RandomReport, reports, typed
from tests.hostile.kinds import VARIANTS
from tests.own_plans import EIGHT, EIGHT_FILE
from tests.validators.cases import ONE_OF_EACH
from tests.validators.cases.between import BETWEEN
from tests.validators.plan_book.authored import typed as typed_plan
from tests.validators.plan_book.test_every_plan_code import CASES as PLAN_CASES
from tests.validators.reports import calculated, report
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
    shutil.copy(EIGHT_FILE, plans / f"{EIGHT.id}.toml")
    for name, data in _files(plans):
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


def _files(plans: Path) -> Iterator[tuple[str, bytes]]:
    for code, case in ONE_OF_EACH.items():
        yield f"cases/{code}.xlsx", case.make()
    for number, plan_case in enumerate(PLAN_CASES):
        yield f"plans/{plan_case.code} {number:03}.xlsx", typed_plan(plan_case.cells)
    for variant in VARIANTS:
        yield f"hostile/{str(variant).replace('/', '-')}.xlsx", variant.make()
    for pair in BETWEEN:
        yield f"between/{pair.code}/1.xlsx", report(pair.before, period_id="Q3")
        yield f"between/{pair.code}/2.xlsx", report(pair.now, period_id="Q4")
    with plans_in(plans):
        for plan in (*built_in_plans(), EIGHT):
            for number, each in enumerate(random_reports(plan, REPORTS_A_PLAN)):
                inputs = {
                    (sheet, cell): as_value(text)
                    for sheet, cells in typed(plan, each).items()
                    for cell, text in cells.items()
                }
                yield f"random/{plan.id}/{number:02}.xlsx", calculated(build_template(plan, inputs))


def random_reports(plan: Plan, count: int) -> list[RandomReport]:
    """So many random reports of a plan, the same ones each time."""
    drawn: list[RandomReport] = []

    @settings(
        max_examples=count,
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


if __name__ == "__main__":
    print(f"{make(Path(sys.argv[1]))} files")
