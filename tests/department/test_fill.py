"""`rp fill`: what is refused, what is told; `test_own_plans_at_work` has reports that it filled."""

import json

import pytest
from openpyxl.comments import Comment

from tests.validators.damage import opened, put, saved
from tests.validators.reports import BENCHMARK, SOCIAL, plan_named
from tests.workbooks.templates import template_bytes
from workbooks.form import Sheet

TEMPLATE = template_bytes(plan_named(BENCHMARK))
VALUES = {"period": "Q4", "results": {"3.1.a": {"basis": 10.0, "result": 11.0}}}


@pytest.fixture
def fill(rp, tmp_path):
    """Fills in a template and tells what was said."""

    def run(values, source=TEMPLATE):
        template, file = tmp_path / "skabelon.xlsx", tmp_path / "værdier.json"
        template.write_bytes(source)
        file.write_text(json.dumps(values), encoding="utf-8")
        return rp("fill", template, file, "--out", tmp_path / "rapport.xlsx")

    return run


@pytest.mark.parametrize(
    ("source", "values", "says"),
    [
        (TEMPLATE, {"results": {"9.9.z": {"result": 1}}}, "9.9.z"),
        (b"ikke et regneark", VALUES, "ikke en skabelon"),
        (put(TEMPLATE, {(Sheet.HIDDEN, "B3"): "3"}), VALUES, "RP-217"),
    ],
)
def test_a_mistake_in_values_or_template_writes_nothing(fill, tmp_path, source, values, says):
    refused = fill(values, source)
    assert (refused.code, says in refused.err) == (2, True)
    assert not (tmp_path / "rapport.xlsx").exists()


def test_what_the_template_has_beside_the_form_is_told(fill):
    book = opened(TEMPLATE)
    book.security.lockStructure = False
    book.create_sheet("Vores noter")["A1"] = "Husk"
    book["Afrapportering"]["S12"].comment = Comment("Spørg økonomi", "AJ")
    book["Stamdata"]["B12"].hyperlink = "https://example.org/"
    told = fill(VALUES, saved(book))
    assert told.code == 0
    assert "følger ikke med" in told.err
    assert "arket »Vores noter«, kommentarer, links" in " ".join(told.err.split())


def test_a_share_where_a_percentage_belongs_is_asked_about(fill):
    values = {"period": "Q4", "results": {"1.1.b": {"result": 0.82}}}
    told = fill(values, template_bytes(plan_named(SOCIAL)))
    assert told.code == 0
    assert "RP-520" in told.err
    assert "Mente du 82 %?" in told.err
