"""`rp fill`: from a data system to a report that is judged."""

import json

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from resultatplan.library import plan_by_id
from tests.workbooks.templates import template_bytes

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


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "skabelon.xlsx"
    path.write_bytes(template_bytes(plan_by_id(PLAN)))
    return path


@pytest.fixture
def fill(rp, tmp_path, template):
    def run(values, source=template):
        file = tmp_path / "værdier.json"
        file.write_text(json.dumps(values), encoding="utf-8")
        return rp("fill", source, file, "--out", tmp_path / "rapport.xlsx")

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
    ("values", "says"),
    [
        ({"results": {"9.9.z": {"result": 1}}}, "9.9.z"),
        ({"periode": "Q4"}, "periode"),
        ({"period": "Q3"}, "Q3"),
    ],
)
def test_a_mistake_in_the_values_writes_nothing(fill, tmp_path, values, says):
    refused = fill(values)

    assert refused.code == 2
    assert says in refused.err
    assert not (tmp_path / "rapport.xlsx").exists()


def test_something_else_than_a_template_is_refused(fill, tmp_path):
    other = tmp_path / "andet.xlsx"
    other.write_bytes(b"ikke et regneark")

    refused = fill(VALUES, source=other)

    assert refused.code == 2
    assert "ikke en skabelon" in refused.err


def test_what_the_template_has_beside_the_form_is_told(fill, template, tmp_path):
    book = load_workbook(template)
    book.security.lockStructure = False
    book.create_sheet("Vores noter")["A1"] = "Husk"
    book["Afrapportering"]["S12"].comment = Comment("Spørg økonomi", "AJ")
    book["Stamdata"]["B12"].hyperlink = "https://example.org/"
    book.save(template)
    told = fill(VALUES)
    assert told.code == 0
    assert "følger ikke med" in told.err
    assert "arket »Vores noter«, kommentarer, links" in " ".join(told.err.split())


def test_a_share_where_a_percentage_belongs_is_asked_about(rp, tmp_path):
    template = tmp_path / "skabelon.xlsx"
    template.write_bytes(template_bytes(plan_by_id("socialstyrelsen-2020")))
    values = tmp_path / "værdier.json"
    values.write_text('{"period": "Q4", "results": {"1.1.b": {"result": 0.82}}}')
    told = rp("fill", template, values, "--out", tmp_path / "rapport.xlsx")
    assert told.code == 0
    assert "RP-520" in told.err
    assert "Mente du 82 %?" in told.err
