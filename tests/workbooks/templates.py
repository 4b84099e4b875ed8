"""Templates that tests only look at, each built and read once."""

from __future__ import annotations

import io

from openpyxl import Workbook, load_workbook

from resultatplan.plan import Plan
from workbooks.template.build import build_template

_BYTES: dict[str, bytes] = {}
_BOOKS: dict[str, Workbook] = {}


def template_bytes(plan: Plan) -> bytes:
    """The template of a plan."""
    if plan.fingerprint not in _BYTES:
        _BYTES[plan.fingerprint] = build_template(plan)
    return _BYTES[plan.fingerprint]


def template(plan: Plan) -> Workbook:
    """The template of a plan as openpyxl reads it."""
    if plan.fingerprint not in _BOOKS:
        _BOOKS[plan.fingerprint] = load_workbook(io.BytesIO(template_bytes(plan)))
    return _BOOKS[plan.fingerprint]
