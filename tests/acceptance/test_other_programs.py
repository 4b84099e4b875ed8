"""Microsoft's own validator finds nothing in what we write, and JavaScript's programs keep it."""

import re
import zipfile
from xml.etree import ElementTree

import pytest

from examples.recipes import INBOX
from tests.command import typed
from tests.hosts import node
from tests.hosts.requirement import require_host
from tests.own_plans import EIGHT
from tests.validators.reports import SOCIAL, calculated_report, complete_report, judged
from tests.workbooks.small_plan import large_plan
from workbooks.template.build import build_template

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LIBRARIES = ("exceljs", "xlsx", "xlsx-populate")


@pytest.fixture(scope="module")
def with_node():
    require_host(node.missing())
    node.install()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A workbook of each kind that the product writes."""
    folder = tmp_path_factory.mktemp("written")
    long_name = large_plan().model_copy(update={"institution": "Styrelsen for A & B " * 9})
    for number, plan in enumerate((EIGHT, long_name)):
        (folder / f"template {number}.xlsx").write_bytes(build_template(plan))
    (folder / "filled.xlsx").write_bytes(complete_report())
    register = folder / "batch" / "register"
    for command in (
        ("plan", "export", SOCIAL, "--out", folder / "plan.xlsx"),
        ("batch", INBOX, "--out", folder / "batch"),
        ("reply", "--out", folder / "replies", "--register", register),
        ("annual-report", SOCIAL, "--out", folder / "year", "--register", register),
    ):
        assert typed(*command).code == 0, command
    replies = sorted((folder / "replies").rglob("*.xlsx"))[:1]
    rest = (folder.glob(place) for place in ("*.xlsx", "batch/*.xlsx", "year/*.xlsx"))
    return [*replies, *(each for some in rest for each in sorted(some))]


def test_the_validator_of_the_office_formats_finds_nothing(with_node, written):
    found = node.validate(written)
    assert len(found) == len(written) >= 7
    assert {file: told for file, told in found.items() if told} == {}


def test_nothing_is_longer_or_higher_than_excel_takes(written):
    for file in written:
        with zipfile.ZipFile(file) as book:
            sheets = [each for each in book.namelist() if each.startswith("xl/worksheets/sheet")]
            roots = [ElementTree.fromstring(book.read(each)) for each in sheets]
        for root in roots:
            told = (file.name, root)
            assert all(float(row.get("ht", 0)) <= 409.5 for row in root.iter(f"{MAIN}row")), told
            assert all(
                len(text) <= 255
                for each in root.iter(f"{MAIN}headerFooter")
                for text in each.itertext()
            ), told
            for formula in root.iter(f"{MAIN}f"):
                assert len(formula.text or "") <= 8192, told
                assert "{" not in re.sub(r'"[^"]*"', "", formula.text or ""), told


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_report_that_another_program_saved_is_accepted(with_node, tmp_path, library):
    (tmp_path / "report.xlsx").write_bytes(calculated_report())
    node.resave(library, tmp_path / "report.xlsx", tmp_path / "saved.xlsx")
    verdict = judged((tmp_path / "saved.xlsx").read_bytes())
    assert (verdict.accepted, verdict.evaluation.score.secured) == (True, 100), verdict.findings
    assert {each.code for each in verdict.findings} <= {"RP-319", "RP-601"}
