"""The final report on the plan of eight goals, filled in by a data system, for tests to damage."""

from functools import cache

from tests.own_plans import EIGHT
from tests.validators.reports import calculated
from workbooks.form import Layout
from workbooks.template.build import build_template
from workbooks.values_file import inputs_of

WHY = {"explanation": "Det gik langsommere end ventet."}
NOTE = {"documentation": "J.nr. 25-101"}
VALUES = {
    "period": "H2",
    "submitted": "2026-01-12",
    "prepared_by": "Anne Jensen",
    "approved_by": "Bo Mørk",
    "significant_deviations": "Ingen",
    "results": {
        "1.1.a": {"result": 73, **WHY},
        "1.1.b": {"result": 28},
        "1.2.a": {"date": "2025-10-15", **WHY},
        "1.2.b": {"done": "partly", **WHY, **NOTE},
        "1.3.a": {"done": True, **NOTE},
        "1.3.b": {"done": False, **WHY},
        "1.3.c": {"done": False, **WHY},
        "1.3.d": {"done": True, **NOTE},
        "1.3.e": {"done": False, **WHY},
        "2.1.a": {"basis": 100, "result": 103, **WHY},
        "2.1.b": {"basis": 103, "result": 103},
        "2.2.a": {"result": 70, **WHY},
        "2.2.b": {"done": True, **NOTE},
        "2.3.a": {"basis": 9, "result": 9},
        "2.3.b": {"result": 9},
        "2.4.a": {"done": False, **WHY},
    },
}
"""Goals: 50, 40, 40, udgået, 100, 66.67, 100 and 0."""


@cache
def filled() -> bytes:
    """The report, not calculated."""
    return build_template(EIGHT, inputs_of(Layout(EIGHT), VALUES))


@cache
def calculated_report_of_eight() -> bytes:
    """The report as a spreadsheet leaves it."""
    return calculated(filled())
