"""`--plans`: every command knows the plans of a folder, and so do its worker processes."""

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
    assert OWN in known(rp, "plans", "--plans", plans)
    assert OWN in known(rp, "plans", f"--plans={plans}")
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


def test_the_templates_of_the_other_plans_are_made(rp, with_long_rule, tmp_path):
    rp("template", "for-lang", OWN, "--plans", with_long_rule, "--out", "ud")
    assert [file.name for file in (tmp_path / "ud").iterdir()] == [f"{OWN}.xlsx"]


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


def test_reports_of_two_versions_lie_in_one_batch(rp, plans, tmp_path):
    inbox = tmp_path / "indbakke"
    inbox.mkdir()
    write_version(plans)
    for name, version in (("a.xlsx", "1.0"), ("b.xlsx", "1.1")):
        (inbox / name).write_bytes(template(plans, f"{BENCHMARK}@{version}"))

    arguments = ("batch", inbox, "--out", tmp_path / "ud", "--json", "--workers", "2")
    older, newer = rp(*arguments, "--plans", plans).json["reports"]

    assert [each["plan"] for each in (older, newer)] == [BENCHMARK, BENCHMARK]
    assert set(codes(older)) - set(codes(newer)) == {"RP-215"}
    assert set(codes(newer)) - set(codes(older)) == set()
    (told,) = (each for each in older["findings"] if each["code"] == "RP-215")
    assert (told["severity"], told["sheet"], told["cell"]) == ("info", "Stamdata", "B9")
    assert told["message"] == (
        "Stamdata!B9: Rapporten er lavet i version 1.0 af skabelonen."
        " Der findes en nyere, version 1.1."
    )


def test_the_templates_of_two_versions_have_names_of_their_own(rp, tmp_path):
    folder, out = tmp_path / "planer", tmp_path / "skabeloner"
    write_version(folder)

    ran = rp("--plans", folder, "template", f"{BENCHMARK}@1.0", f"{BENCHMARK}@1.1", "--out", out)

    assert ran.code == 0
    names = sorted(file.name for file in out.iterdir())
    assert names == [f"{BENCHMARK}.xlsx", f"{BENCHMARK}@1.1.xlsx"]
