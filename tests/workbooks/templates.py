"""Templates that tests only look at, each built and read once."""

import io
from functools import cache

from openpyxl import Workbook, load_workbook
from openpyxl.formatting.rule import Rule

from resultatplan.plan import Plan
from workbooks.form import Sheet
from workbooks.template.build import build_template


@cache
def template_bytes(plan: Plan) -> bytes:
    """The template of a plan."""
    return build_template(plan)


@cache
def template(plan: Plan) -> Workbook:
    """The template of a plan as openpyxl reads it."""
    return load_workbook(io.BytesIO(template_bytes(plan)))


def rules_at(sheet: Sheet, address: str, plan: Plan) -> list[Rule]:
    """The conditional formats of a cell."""
    return [
        rule
        for formatting in template(plan)[sheet].conditional_formatting
        if address in formatting
        for rule in formatting.rules
    ]


def colours_at(sheet: Sheet, address: str, plan: Plan) -> dict[str, str]:
    """The colour of each word in a cell."""
    return {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb[-6:]
        for rule in rules_at(sheet, address, plan)
        if rule.type == "cellIs"
    }
