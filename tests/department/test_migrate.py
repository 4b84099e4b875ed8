"""`rp migrate`: a report's figures in another version of its template, the original untouched."""

import pytest
from openpyxl import load_workbook

from resultatplan.library import plan_named
from resultatplan.plans_folder import plans_in
from tests.own_plans import BENCHMARK, write_version
from tests.validators.damage import Formula, put, without_sheet
from tests.validators.reports import address, complete_report, report, typed_in
from validators.report import read_report
from workbooks.form import Column, Field, Sheet
from workbooks.template.build import build_template


@pytest.fixture
def plans(tmp_path):
    folder = tmp_path / "planer"
    write_version(folder)
    return folder


def migrated(rp, plans, tmp_path, data, version="1.1"):
    file, out = tmp_path / "rapport.xlsx", tmp_path / "ny.xlsx"
    file.write_bytes(data)
    ran = rp("migrate", file, "--to", version, "--out", out, "--plans", plans)
    assert file.read_bytes() == data
    return ran, out


def test_every_figure_comes_along(rp, plans, tmp_path):
    words = "Første linje\nAnden linje"
    data = report({Field.DEVIATIONS: words}, BENCHMARK)

    ran, out = migrated(rp, plans, tmp_path, data)

    with plans_in(plans):
        examined = read_report("ny.xlsx", out.read_bytes())
        assert examined.plan_version == "1.1"
        assert typed_in(out.read_bytes()) == typed_in(data)
        assert not [each for each in examined.findings if each.is_error]
    told = f"{len(typed_in(data))} værdier er flyttet fra version 1.0 til 1.1."
    assert (ran.code, ran.out.splitlines()[1]) == (0, told)

    # There and back again is the same report; a text keeps its lines.
    _, back = migrated(rp, plans, tmp_path, out.read_bytes(), "1.0")
    assert typed_in(back.read_bytes()) == typed_in(data)
    sheet, cell = address(Field.DEVIATIONS, BENCHMARK)
    assert load_workbook(back)[sheet][cell].value == words


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda data: put(data, {(Sheet.HIDDEN, "B3"): "1"}),
         "RP-217 _rp!B3: Skabelonen er af en ældre opbygning (1)"),
        (lambda data: without_sheet(data, Sheet.HIDDEN),
         "RP-218 _rp!A1: Det skjulte ark »_rp« er fjernet"),
    ],
    ids=["an older layout", "the hidden sheet removed"],
)  # fmt: skip
def test_what_a_template_has_lost_is_mended_by_a_fresh_one(rp, plans, tmp_path, damage, told):
    data = complete_report(BENCHMARK)

    ran, out = migrated(rp, plans, tmp_path, damage(data), "1.0")

    assert out.read_bytes() == data
    told_count = f"{len(typed_in(data))} værdier er flyttet over i dagens skabelon af samme version"
    assert f"{told_count}, 1.0." in ran.out
    assert ran.code == 1
    _, only = ran.err.splitlines()
    assert told in only


@pytest.mark.parametrize(
    ("cell", "content", "said", "kept"),
    [
        ("I16", "9 mio.", "  Afrapportering!I16 (3.1.a): Indholdet er afvist (RP-401 ", None),
        ("I16", Formula("=4+5", 9), "  Afrapportering!I16 (3.1.a): Cellen har en formel. Kun", 9),
        ("V3", "Husk dette", "Fejl i rapporten, som ikke følger med:", 9),
    ],
)
def test_what_is_not_carried_over_as_it_stands_is_listed(
    rp, plans, tmp_path, cell, content, said, kept
):
    data = put(complete_report(BENCHMARK), {(Sheet.REPORT, cell): content})

    ran, out = migrated(rp, plans, tmp_path, data)

    assert ran.code == 1
    assert [line for line in (ran.out + ran.err).splitlines() if line.startswith(said)] != []
    assert f"Afrapportering!{cell}" in ran.out + ran.err
    with plans_in(plans):
        found = typed_in(out.read_bytes())
    assert ("3.1.a", Column.BASIS) in found
    assert found.get(("3.1.a", Column.RESULT)) == kept


def test_a_name_that_is_none_stays_behind(rp, plans, tmp_path):
    _, out = migrated(rp, plans, tmp_path, report({Field.PREPARED_BY: "-"}, BENCHMARK))
    assert Field.PREPARED_BY not in typed_in(out.read_bytes())


def test_a_criterion_that_the_plan_has_not_is_listed(rp, plans, tmp_path):
    row = '[[sections.goals.criteria]]\nkey = "1.1.b"\nkind = "done"\ntext = "Sendt."\n\n'
    mark = '[[sections]]\nnumber = "2"'
    write_version(plans, changes={mark: row + mark})
    with plans_in(plans):
        data = put(build_template(plan_named(f"{BENCHMARK}@1.1")), {(Sheet.REPORT, "K13"): "Ja"})

    ran, _ = migrated(rp, plans, tmp_path, data, "1.0")

    assert "Afrapportering!K13 (1.1.b): Delmålet 1.1.b findes ikke i planen." in ran.out


@pytest.mark.parametrize(
    ("data", "version", "said"),
    [
        (complete_report(BENCHMARK), "2.0", "findes ikke i version 2.0. Versionerne er: 1.1, 1.0."),
        (b"", "1.1", "kan ikke flyttes. Intet er skrevet."),
        (b"PK\x03\x04 noget", "1.1", "RP-1"),
        (b"%PDF-1.7", "1.1", "RP-102"),
        (put(complete_report(BENCHMARK), {(Sheet.HIDDEN, "B4"): "0" * 64}), "1.0", "RP-203"),
    ],
    ids=["no such version", "empty", "no whole zip", "PDF", "a version that nobody knows"],
)
def test_what_cannot_be_carried_over_is_refused(rp, plans, tmp_path, data, version, said):
    ran, out = migrated(rp, plans, tmp_path, data, version)

    assert ran.code == 2
    assert said in ran.err
    assert not out.exists()


def test_the_report_itself_is_never_overwritten(rp, plans, tmp_path):
    file = tmp_path / "rapport.xlsx"
    file.write_bytes(complete_report(BENCHMARK))

    ran = rp("migrate", file, "--to", "1.1", "--out", file, "--plans", plans)

    assert (ran.code, "Rapporten ændres aldrig" in ran.err) == (2, True)
    assert file.read_bytes() == complete_report(BENCHMARK)
