"""Dates of another system, before and after all dates, with and without a time of day."""

import re

from tests.hostile.original import (
    DAY,
    WORKBOOK,
    before_end,
    cell_xml,
    changed,
    original,
    with_cell,
    with_parts,
)
from tests.hostile.variant import Kinds
from tests.validators.damage import parts_of
from tests.validators.reports import plan_named
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.specs import DATE_FORMAT, SheetSpec

kinds = Kinds("dates")

FOUR_YEARS = 1462


def with_day(value: str, kind: str = "") -> bytes:
    return with_cell(DAY, f'<c r="{DAY}"{kind}><v>{value}</v></c>')


def with_dates_of_1904() -> bytes:
    """The report as Excel on an old Mac saves it: every date four years less."""
    parts = parts_of(original())
    for number, spec in enumerate(blueprint_of(plan_named()).sheets, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _four_years_less(spec, parts[name].decode()).encode()
    return changed(WORKBOOK, "<workbookPr>", '<workbookPr date1904="1">', with_parts(dict(parts)))


def _four_years_less(spec: SheetSpec, text: str) -> str:
    for address, cell in spec.cells.items():
        if cell.number_format == DATE_FORMAT:
            text = re.sub(
                rf'(<c [^>]*r="{address}"[^>]*>(?:<f>[^<]*</f>)?<v>)(\d+)(</v>)',
                lambda match: f"{match[1]}{int(match[2]) - FOUR_YEARS}{match[3]}",
                text,
            )
    return text


@kinds.accepted()
def the_dates_of_1904_with_an_extension_of_2013() -> bytes:
    xml = '<x15:workbookPr xmlns:x15="urn:x15" chartTrackingRefBase="1"/>'
    extension = f"<extLst><ext uri='x'>{xml}</ext></extLst>"
    return before_end(WORKBOOK, "workbook", extension, with_dates_of_1904())


@kinds.accepted("RP-412")
def a_date_by_formula() -> bytes:
    value = cell_xml(DAY).partition("<v>")[2].partition("</v>")[0]
    return with_cell(DAY, f'<c r="{DAY}"><f>DATE(2020,12,1)</f><v>{value}</v></c>')


kinds.accepted(
    the_dates_of_1904=lambda: with_dates_of_1904(),
    a_date_in_iso_among_those_of_1904=lambda: with_cell(
        DAY, f'<c r="{DAY}" t="d"><v>2020-12-31</v></c>', data=with_dates_of_1904()
    ),
    a_date_in_iso=lambda: with_day("2020-12-01", ' t="d"'),
)

kinds.refused(
    "RP-303",
    "RP-309",
    the_dates_of_1904_claimed_alone=lambda: changed(
        WORKBOOK, "<workbookPr>", '<workbookPr date1904="1">'
    ),
)

kinds.unreadable(
    "RP-101",
    a_date_system_that_is_neither=lambda: changed(
        WORKBOOK, "<workbookPr>", '<workbookPr date1904="ja">'
    ),
)

kinds.refused(
    "RP-405",
    a_date_in_iso_with_a_time=lambda: with_day("2020-12-01T14:30:00", ' t="d"'),
    a_date_with_a_time=lambda: with_day("44166.6"),
)

kinds.refused("RP-405", "RP-414", a_time_of_day_in_iso=lambda: with_day("14:30:00", ' t="d"'))

kinds.refused(
    "RP-414",
    a_negative_date=lambda: with_day("-44166"),
    day_zero=lambda: with_day("0"),
    the_day_that_never_was=lambda: with_day("60"),
    the_day_after_the_last=lambda: with_day("2958466"),
    a_day_of_three_hundred_digits=lambda: with_day("1e300"),
)

kinds.refused("RP-405", "RP-414", a_moment_before_all_days=lambda: with_day("-1e-9"))

kinds.refused(
    "RP-406",
    a_date_in_iso_that_is_none=lambda: with_day("2020-13-41", ' t="d"'),
    a_date_in_danish=lambda: with_day("01-12-2020", ' t="d"'),
)

kinds.refused("RP-413", a_truth_for_a_date=lambda: with_day("1", ' t="b"'))
