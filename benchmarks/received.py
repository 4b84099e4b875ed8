"""Reports as they are received: typed and saved by LibreOffice, and more of the same kind.

LibreOffice takes a second for each. So it makes some, and the others are made of those: what was
typed as text is another text in another place of the shared strings, so that strings and sheets
have bytes of their own, and all is packed anew. The numbers stay: the formulas' values fit them.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.hosts.libreoffice import LibreOffice, missing
from workbooks.form import STATUSES, YES, Column, Field, Layout, Sheet, ValueType, input_types
from workbooks.template.build import build_template

_REMARK = "Bemærkning {number} om delmålet."
_TYPED = re.compile(r"<si><t[^>]*>Bemærkning [0-9]+ om delmålet\.</t></si>")
_ITEM = re.compile(r"<si>.*?</si>", re.DOTALL)
_STRING_CELL = re.compile(r'( t="s"><v>)([0-9]+)(</v>)')


def make_reports(folder: Path, count: int, by_office: int) -> str:
    """Write `count` reports, `by_office` of them by LibreOffice; says who saved them."""
    made = _by_office(by_office) if missing() is None else []
    saved_by = f"LibreOffice ({len(made)} typed, the others varied)"
    if not made:
        made, saved_by = [build_template(plan) for plan in built_in_plans()], "the builder"
    for number in range(count):
        data = made[number % len(made)]
        (folder / f"{number:05}.xlsx").write_bytes(
            data if number < len(made) else varied(data, number)
        )
    return saved_by


def varied(data: bytes, seed: int) -> bytes:
    """Another report with the same numbers: no sheet that was typed into has the same bytes."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strings = parts["xl/sharedStrings.xml"].decode()
    typed = [at for at, item in enumerate(_ITEM.findall(strings)) if _TYPED.fullmatch(item)]
    moved = dict(zip(typed, chance.sample(typed, len(typed)), strict=True))

    def other_text(_: re.Match[str]) -> str:
        return f"<si><t>{_REMARK.format(number=chance.randint(1, 10**6))}</t></si>"

    def other_place(match: re.Match[str]) -> str:
        index = int(match[2])
        return f"{match[1]}{moved.get(index, index)}{match[3]}"

    parts["xl/sharedStrings.xml"] = _TYPED.sub(other_text, strings).encode()
    for name, content in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = _STRING_CELL.sub(other_place, content.decode()).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _by_office(count: int) -> list[bytes]:
    """Reports of all plans in turn, typed into the templates and saved by LibreOffice."""
    from tempfile import TemporaryDirectory

    chance = random.Random(1)
    plans = built_in_plans()
    made = []
    with TemporaryDirectory() as name, LibreOffice() as office:
        folder = Path(name)
        for number in range(count):
            plan = plans[number % len(plans)]
            template = folder / f"{plan.id}.xlsx"
            if not template.exists():
                template.write_bytes(build_template(plan))
            with office.open(template) as document:
                for sheet, cells in _typed(plan, chance).items():
                    document.type_cells(sheet, cells)
                document.recalculate()
                made.append(document.save_as(folder / "gemt.xlsx").read_bytes())
    return made


def _typed(plan: Plan, chance: random.Random) -> dict[Sheet, dict[str, str]]:
    """A plausible final report: no two alike, and not every text that may be typed is typed."""
    layout = Layout(plan)
    texts: dict[ValueType, Callable[[], str]] = {
        ValueType.PERCENT: lambda: f"{chance.randint(60, 100)},{chance.randint(0, 9)}%",
        ValueType.COUNT: lambda: str(chance.randint(10, 200)),
        ValueType.QUANTITY: lambda: f"{chance.randint(1, 170)},{chance.randint(0, 9)}",
        ValueType.AMOUNT: lambda: f"{chance.randint(50, 150)},{chance.randint(0, 99):02}",
        ValueType.DATE: lambda: (
            f"{chance.randint(1, 28):02}-{chance.randint(1, 12):02}-{plan.year}"
        ),
        ValueType.YES_NO: lambda: YES,
        ValueType.YES_NO_PARTLY: lambda: YES,
        ValueType.GRADE: lambda: YES,
        ValueType.STATUS: lambda: STATUSES[0],
        ValueType.TEXT: lambda: _REMARK.format(number=chance.randint(1, 10_000)),
    }
    report: dict[str, str] = {}
    for criterion in plan.criteria:
        for column, value_type in input_types(criterion).items():
            is_answered_by_date = column is Column.DONE and criterion.deadline is not None
            is_left_blank = column is Column.ACTION_PLAN and chance.random() < 0.5
            if not is_answered_by_date and not is_left_blank:
                report[layout.report_cell(criterion.key, column)] = texts[value_type]()
        report[layout.report_cell(criterion.key, Column.PROVISIONAL)] = "Nej"
    master = {
        layout.field_cell(Field.PERIOD): plan.reporting.periods[-1].name,
        layout.field_cell(Field.SUBMITTED): f"10-01-{plan.year + 1}",
        layout.field_cell(Field.PREPARED_BY): "A. Jensen",
        layout.field_cell(Field.APPROVED_BY): "B. Hansen",
    }
    return {Sheet.MASTER: master, Sheet.REPORT: report}
