"""`--plans`: every command knows the plans of a folder, and so do its worker processes."""

from pathlib import Path

import pytest

from resultatplan.library import plan_named
from resultatplan.plans_folder import plans_in
from tests.own_plans import BENCHMARK, LONG_RULE, write_plan, write_version
from tests.workbooks.templates import template_bytes

OWN = "proeve-2023"


@pytest.fixture
def plans(tmp_path):
    folder = tmp_path / "planer"
    write_plan(folder, OWN)
    return folder


def codes(report):
    return [each["code"] for each in report["findings"]]


def template(plans, reference):
    with plans_in(plans):
        return template_bytes(plan_named(reference))


def known(rp, *line):
    """The plans that a command knows."""
    return [plan["id"] for plan in rp(*line, "--json").json["plans"]]


def test_the_folder_may_stand_anywhere_on_the_line_or_in_the_environment(rp, plans, monkeypatch):
    assert OWN in known(rp, "--plans", plans, "plans")
    assert OWN not in known(rp, "plans")  # It is forgotten after the command.
    monkeypatch.setenv("RP_PLANS", str(plans))
    assert OWN in known(rp, "plans")


def test_a_template_of_a_broken_plan_says_what_is_wrong(rp, plans, tmp_path):
    write_plan(plans, "i-stykker", {"year = 2023\n": ""})

    refused = rp("template", "i-stykker", "--plans", plans, "--out", tmp_path / "ud")

    assert refused.code == 2
    assert "Fejl i planmappen: i-stykker.toml: year: mangler." in refused.err


TOO_LONG = "for-lang@1.0: RP-835 Skabelonens formel for mål 3.1 ville blive længere end de 8192"


@pytest.fixture
def with_long_rule(plans, tmp_path, monkeypatch):
    """A plan whose rule became longer than Excel takes after its template was sent out."""
    monkeypatch.chdir(tmp_path)
    write_plan(plans, "for-lang")
    (tmp_path / "skabelon.xlsx").write_bytes(template(plans, "for-lang"))
    (tmp_path / "anden.xlsx").write_bytes(template(plans, BENCHMARK))
    (tmp_path / "tal.json").write_text('{"prepared_by": "Anne"}')
    write_plan(plans, "for-lang", LONG_RULE)
    return plans


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("template for-lang --out .", 1),
        ("template --out ud", 1),
        ("template for-lang --prefill skabelon.xlsx --out næste.xlsx", 2),
        ("fill skabelon.xlsx tal.json --out udfyldt.xlsx", 2),
        ("migrate skabelon.xlsx --to 1.0 --out ny.xlsx", 2),
        ("validate skabelon.xlsx", 1),
        ("rehearse for-lang anden.xlsx", 2),
        ("plans", 1),
    ],
)
def test_a_rule_that_excel_would_refuse_is_told_wherever_a_template_is_needed(
    rp, with_long_rule, line, code
):
    ran = rp("--plans", with_long_rule, *line.split())
    assert (ran.code, ran.err.count(TOO_LONG)) == (code, 1)


def test_a_version_that_excel_takes_is_not_migrated_to_one_that_it_does_not(rp, with_long_rule):
    known = ("--plans", with_long_rule)
    ruling = ("--withdrawn", "--reason", "Flyttet", "--date", "2023-05-05", "--out", ".")
    assert rp(*known, "plan", "decide", "for-lang", "3.1", *ruling).code == 0
    ran = rp(*known, "migrate", "for-lang@1.1.xlsx", "--to", "1.0", "--out", "ny.xlsx")
    assert (ran.code, ran.err.count(TOO_LONG)) == (2, 1)


def test_the_other_plans_templates_are_made_each_version_under_its_name(rp, with_long_rule):
    write_version(with_long_rule)
    plans = ("for-lang", OWN, f"{BENCHMARK}@1.0", f"{BENCHMARK}@1.1")
    rp("template", *plans, "--plans", with_long_rule, "--out", "ud")
    names = {file.name for file in Path("ud").iterdir()}
    assert names == {f"{OWN}.xlsx", f"{BENCHMARK}.xlsx", f"{BENCHMARK}@1.1.xlsx"}


def test_a_report_of_a_plan_of_ones_own_is_judged_in_the_worker(rp, plans, tmp_path):
    rp("template", OWN, "--plans", plans, "--out", tmp_path)
    file = tmp_path / f"{OWN}.xlsx"

    (known,) = rp("validate", file, "--plans", plans, "--json").json["reports"]
    (unknown,) = rp("validate", file, "--json").json["reports"]

    assert known["plan"] == OWN
    assert unknown["plan"] is None
    assert codes(unknown) == ["RP-202"]


def test_a_broken_plan_stops_no_batch(rp, plans, tmp_path):
    inbox = tmp_path / "indbakke"
    inbox.mkdir()
    (inbox / "a.xlsx").write_bytes(template(plans, OWN))
    (inbox / "b.xlsx").write_bytes(template(plans, BENCHMARK))
    write_plan(plans, OWN, {"year = 2023\n": ""})

    ran = rp("batch", inbox, "--out", tmp_path / "ud", "--plans", plans, "--json")

    broken, good = ran.json["reports"]
    assert ran.code == 0
    assert codes(broken) == ["RP-216"]
    assert good["plan"] == BENCHMARK
    assert ran.err.count("Fejl i planmappen") == 1
    listed = rp("plans", "--plans", plans, "--json")
    assert (listed.code, len(listed.json["plans"])) == (1, 5)
