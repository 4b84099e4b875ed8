"""A record as later reports are compared with it: the same as its verdict would give."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from department.record import CriterionRecord, ReportRecord
from resultatplan.exact import exact
from validators.verdict import EarlierCriterion, EarlierReport, same_words
from workbooks.form import Column


def earlier_of(record: ReportRecord) -> EarlierReport | None:
    """What later reports are compared with; None where the file counts for no period."""
    summary = record.summary
    if not summary.accepted or summary.plan_id is None or summary.period_id is None:
        return None
    criteria = {each.key: _criterion(each) for each in record.criteria.values()}
    return EarlierReport(summary.plan_id, summary.period_id, criteria)


def _criterion(record: CriterionRecord) -> EarlierCriterion:
    delivered = record.input(Column.DATE)
    return EarlierCriterion(
        record.state,
        _number(record, Column.BASIS),
        _number(record, Column.RESULT),
        delivered.value if delivered is not None and isinstance(delivered.value, date) else None,
        record.typed(Column.STATUS),
        same_words(record.typed(Column.EXPLANATION)),
        record.is_provisional,
    )


def _number(record: CriterionRecord, column: Column) -> Decimal | None:
    found = record.input(column)
    return exact(found.value) if found is not None and isinstance(found.value, float) else None
