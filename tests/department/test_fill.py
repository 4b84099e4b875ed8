"""`rp fill`: from a data system to a report that is judged."""

import io
import json

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from resultatplan.library import plan_by_id
from tests.validators.damage import put
from tests.workbooks.templates import template_bytes
from workbooks.form import Sheet

PLAN = "benchmarkingenheden-2023"
VALUES = {
    "period": "Q4",
    "submitted": "2024-01-10",
    "prepared_by": "A. Jensen",
    "approved_by": "B. Hansen",
    "significant_deviations": "Ingen",
    "results": {
        "1.1.a": {"date": "2023-12-01"},
        "2.1.a": {"date": "2023-06-30"},
        "3.1.a": {"basis": 10.0, "result": 11.0},
        "3.1.b": {"basis": 10.5, "result": 11.1, "explanation": "Udskudt indkøb."},
    },
}


TEMPLATE = template_bytes(plan_by_id(PLAN))


@pytest.fixture
def fill(rp, tmp_path):
    """Fills in a template and tells what was said."""

    def run(values, source=TEMPLATE):
        template, file = tmp_path / "skabelon.xlsx", tmp_path / "værdier.json"
        template.write_bytes(source)
        file.write_text(json.dumps(values), encoding="utf-8")
        return rp("fill", template, file, "--out", tmp_path / "rapport.xlsx")

    return run


def test_a_filled_report_is_accepted_and_scored(rp, fill, tmp_path):
    assert fill(VALUES).code == 0

    judged = rp("validate", tmp_path / "rapport.xlsx", "--json")

    report = judged.json["reports"][0]
    assert judged.code == 0, report["findings"]
    assert report["accepted"] is True
    assert (report["plan"], report["period"], report["final"]) == (PLAN, "Q4", True)
    assert report["score"] == {
        "secured": 100.0,
        "expected": 100.0,
        "attainable": 100.0,
        "shown": None,
    }
    states = {c["key"]: c["state"] for g in report["goals"] for c in g["criteria"]}
    assert states == {
        "1.1.a": "fulfilled",
        "2.1.a": "fulfilled",
        "3.1.a": "fulfilled",
        "3.1.b": "not_fulfilled",
    }


@pytest.mark.parametrize(
    ("source", "values", "says"),
    [
        (TEMPLATE, {"results": {"9.9.z": {"result": 1}}}, "9.9.z"),
        (TEMPLATE, {"periode": "Q4"}, "periode"),
        (TEMPLATE, {"period": "Q3"}, "Q3"),
        (b"ikke et regneark", VALUES, "ikke en skabelon"),
        (put(TEMPLATE, {(Sheet.HIDDEN, "B3"): "3"}), VALUES, "RP-217"),
    ],
)
def test_a_mistake_in_values_or_template_writes_nothing(fill, tmp_path, source, values, says):
    refused = fill(values, source)

    assert refused.code == 2
    assert says in refused.err
    assert not (tmp_path / "rapport.xlsx").exists()


def test_what_the_template_has_beside_the_form_is_told(fill):
    book, changed = load_workbook(io.BytesIO(TEMPLATE)), io.BytesIO()
    book.security.lockStructure = False
    book.create_sheet("Vores noter")["A1"] = "Husk"
    book["Afrapportering"]["S12"].comment = Comment("Spørg økonomi", "AJ")
    book["Stamdata"]["B12"].hyperlink = "https://example.org/"
    book.save(changed)
    told = fill(VALUES, changed.getvalue())
    assert told.code == 0
    assert "følger ikke med" in told.err
    assert "arket »Vores noter«, kommentarer, links" in " ".join(told.err.split())


def test_a_share_where_a_percentage_belongs_is_asked_about(fill):
    values = {"period": "Q4", "results": {"1.1.b": {"result": 0.82}}}
    told = fill(values, template_bytes(plan_by_id("socialstyrelsen-2020")))
    assert told.code == 0
    assert "RP-520" in told.err
    assert "Mente du 82 %?" in told.err
