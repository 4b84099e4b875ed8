from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from xml.etree.ElementTree import fromstring

import pytest

from resultatplan.library import built_in_plans
from tests.workbooks.small_plan import large_plan, small_plan
from tests.workbooks.templates import template_bytes
from workbooks.template.build import build_template

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ORDER = (
    "sheetProtection",
    "mergeCells",
    "conditionalFormatting",
    "dataValidations",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "ignoredErrors",
    "drawing",
    "tableParts",
)
"""The schema's order of what follows the cells of a sheet."""


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheets_of(data: bytes) -> dict[str, bytes]:
    return {n: x for n, x in parts_of(data).items() if n.startswith("xl/worksheets/sheet")}


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert build_template(large_plan()) == build_template(large_plan())


def test_the_bytes_do_not_depend_on_the_xml_parser_that_is_installed() -> None:
    program = (
        "import hashlib, openpyxl.xml\n"
        "from tests.workbooks.small_plan import small_plan\n"
        "from workbooks.template.build import build_template\n"
        "print(openpyxl.xml.LXML, hashlib.sha256(build_template(small_plan())).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "OPENPYXL_LXML": setting},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for setting in ("True", "False")
    ]
    assert runs[1][0] == "False"
    assert runs[0][1] == runs[1][1]


def test_no_part_is_stamped_with_the_time_of_building() -> None:
    with zipfile.ZipFile(io.BytesIO(template_bytes(small_plan()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2020-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_every_part_is_well_formed(plan) -> None:
    parts = parts_of(template_bytes(plan))
    assert len(parts) > 12
    for xml in parts.values():
        fromstring(xml)


def test_what_follows_the_cells_stands_in_the_order_of_the_schema() -> None:
    sheets = sheets_of(template_bytes(large_plan()))
    assert len(sheets) == 6
    for xml in sheets.values():
        tags = [child.tag.removeprefix(MAIN) for child in fromstring(xml)]
        known = [tag for tag in tags if tag in ORDER]
        assert known == sorted(known, key=ORDER.index)


def test_excel_is_told_to_leave_keys_like_1_1_unmarked() -> None:
    for xml in sheets_of(template_bytes(small_plan())).values():
        ignored = fromstring(xml).find(f"{MAIN}ignoredErrors/{MAIN}ignoredError")
        assert ignored is not None
        assert ignored.get("numberStoredAsText") == "1"
        assert (ignored.get("sqref") or "").startswith("A1:")


def test_a_weight_keeps_all_its_digits() -> None:
    xml = sheets_of(template_bytes(small_plan()))["xl/worksheets/sheet4.xml"]
    weights = [
        cell.findtext(f"{MAIN}v")
        for cell in fromstring(xml).iter(f"{MAIN}c")
        if cell.get("r") in ("D11", "D12", "D13")
    ]
    assert weights == ["33.333333333333336"] * 3


def test_a_chart_says_what_it_shows_to_who_cannot_see_it() -> None:
    drawing = parts_of(template_bytes(small_plan()))["xl/drawings/drawing1.xml"].decode()
    assert 'name="1.1.a Andel tilfredse borgere"' in drawing
    assert 'descr="Kurve over måltal og resultat for 1.1.a Andel tilfredse borgere"' in drawing


def test_no_formula_keeps_a_value_from_another_time() -> None:
    for xml in sheets_of(template_bytes(large_plan())).values():
        for cell in fromstring(xml).iter(f"{MAIN}c"):
            value = cell.find(f"{MAIN}v")
            if cell.find(f"{MAIN}f") is not None:
                assert value is None or value.text is None
