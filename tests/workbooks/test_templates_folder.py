"""The templates in `workbooks/templates/` are those that the plans give today."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from workbooks.template.build import build_template, template_name

FOLDER = Path(__file__).parents[2] / "workbooks" / "templates"


def parts(workbook: bytes) -> dict[str, bytes]:
    """What is in the file; zip programs may pack the same parts differently."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_a_template_is_up_to_date(plan: Plan) -> None:
    kept = parts((FOLDER / template_name(plan)).read_bytes())
    built = parts(build_template(plan))

    changed = sorted(n for n in kept.keys() | built.keys() if kept.get(n) != built.get(n))

    assert changed == [], "run: rp template --out workbooks/templates"


def test_there_are_no_other_templates() -> None:
    expected = {template_name(plan) for plan in built_in_plans()}

    assert {path.name for path in FOLDER.iterdir()} == expected
