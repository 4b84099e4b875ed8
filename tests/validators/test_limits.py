"""What the plan allows can be reported, whatever its unit; what lies outside is told as such."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from resultatplan.plan import Plan
from resultatplan.plan_file import written_plan
from resultatplan.plans_folder import plans_in
from tests.department.judged_files import as_json
from tests.validators.reports import judged
from tests.workbooks.small_plan import TOML
from validators.verdict import Verdict
from workbooks.blueprint.specs import CellValue
from workbooks.form import Column, Layout, Sheet
from workbooks.template.build import build_template


def _real_values() -> Plan:
    data = tomllib.loads(TOML, parse_float=Decimal) | {"id": "rigtige-tal-2020"}
    growth, money, _ = data["sections"][0]["goals"][0]["criteria"]
    growth |= {"target": 3, "least": -50, "greatest": 80, "history": []}
    money |= {"unit": "kr.", "target": 400_000_000}
    _, _, half = data["sections"][0]["goals"][1]["criteria"]
    half |= {"target": Decimal("2.5")}
    budget, index, _ = data["sections"][1]["goals"][0]["criteria"]
    budget |= {"greatest": 900}
    index |= {"unit": "indeks", "basis": -5}
    return Plan.model_validate(data)


PLAN = _real_values()


@pytest.fixture(autouse=True, scope="module")
def _own_plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder: Path = tmp_path_factory.mktemp("plans")
    (folder / f"{PLAN.id}.toml").write_text(written_plan(PLAN), encoding="utf-8")
    with plans_in(folder):
        yield


def verdict_on(key: str, value: CellValue) -> Verdict:
    """The verdict on a report that says this one thing."""
    cell = Layout(PLAN).report_cell(key, Column.RESULT)
    return judged(build_template(PLAN, {(Sheet.REPORT, cell): value}))


def explanation_of(verdict: Verdict, key: str) -> str:
    criteria = (each for goal in as_json(verdict)["goals"] for each in goal["criteria"])
    return next(each["explanation"] for each in criteria if each["key"] == key)


@pytest.mark.parametrize(
    ("key", "value", "code", "message", "explanation"),
    [
        ("1.1.a", -0.6, "RP-402", "−60 % er under −50 %.", "−60 %"),
        ("1.1.a", 75, "RP-402", "7500 % er over 80 %. Mente du 75 %?", "7500 %"),
        ("1.1.b", 2e12, "RP-409", "er større, end noget tal i enheden kan være.",
         "2.000.000.000.000"),
        ("1.2.c", -1, "RP-409", "−1 er negativt.", "−1"),
        ("2.1.a", 901, "RP-409", "901 er over 900 mio. kr., som er det højeste", "901"),
        ("2.1.c", -2, "RP-409", "−2 er negativt.", "−2"),
    ],
)  # fmt: skip
def test_a_value_outside_is_told_as_such(key, value, code, message, explanation):
    verdict = verdict_on(key, value)

    (found,) = (each for each in verdict.findings if each.code == code)
    told = explanation_of(verdict, key)

    assert found.place.key == key
    assert message in found.message()
    assert told.startswith(f"Afventer: der er indberettet {explanation}")
    assert told.endswith(f" i Resultat, og det kan ikke bruges ({code}).")
