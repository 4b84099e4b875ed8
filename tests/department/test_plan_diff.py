"""`rp plan diff`: what differs between two plans, for a reader and for a program."""

import pytest

from tests.own_plans import BENCHMARK, MISPRINT, OTHER_TARGET, plan_text, write_version


@pytest.fixture
def plans(tmp_path):
    folder = tmp_path / "planer"
    write_version(folder)
    return folder


def test_two_versions_are_compared_in_words(rp, plans):
    shown = rp("plan", "diff", f"{BENCHMARK}@1.0", f"{BENCHMARK}@1.1", "--plans", plans)

    assert shown.code == 0
    assert shown.out.splitlines() == [
        f"{BENCHMARK}@1.0 → {BENCHMARK}@1.1",
        "  Planen",
        "    Version: 1.0 → 1.1",
        "  Mål 3.1: Retvisende budget",
        "    Titel: Retvisende budgettering → Retvisende budget",
        "Det er en rettelse: intet af det aftalte er ændret.",
    ]


def test_json_tells_the_same(rp, tmp_path):
    draft = tmp_path / "udkast.toml"
    draft.write_text(plan_text({**MISPRINT, **OTHER_TARGET}, "1.1"), encoding="utf-8")

    document = rp("plan", "diff", BENCHMARK, draft, "--json").json

    assert (document["standing"], document["correction"]) == ("agreement_changed", False)
    assert [
        (each["key"] or each["goal"], each["name"], each["agreed"]) for each in document["changes"]
    ] == [(None, "version", False), ("3.1", "title", False), ("3.1.a", "target", True)]


def test_a_file_with_mistakes_is_told(rp, tmp_path):
    draft = tmp_path / "udkast.toml"
    draft.write_text(plan_text({"year = 2023\n": ""}), encoding="utf-8")

    refused = rp("plan", "diff", BENCHMARK, draft)

    assert refused.code == 2
    assert "udkast.toml: year: mangler." in refused.err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("findes-ikke", "Planen »findes-ikke« findes ikke."),
        (f"{BENCHMARK}@9.9", f"Planen »{BENCHMARK}@9.9« findes ikke."),
        ("findes-ikke.toml", "»findes-ikke.toml« kan ikke læses"),
        ("findes-ikke.xlsx", "findes-ikke.xlsx"),
    ],
)
def test_an_unknown_plan_is_wrong_usage(rp, name, words):
    refused = rp("plan", "diff", BENCHMARK, name)

    assert refused.code == 2
    assert words in refused.err


def test_a_plan_written_in_excel_is_compared_too(rp, tmp_path):
    written = tmp_path / "plan.xlsx"
    rp("plan", "export", BENCHMARK, "--out", written)

    assert "Planerne er ens." in rp("plan", "diff", BENCHMARK, written).out

    draft = tmp_path / "udkast.toml"
    draft.write_text(plan_text(OTHER_TARGET, "1.1"), encoding="utf-8")
    shown = rp("plan", "diff", written, draft)
    assert "    Måltal: 1 mio. kr. → 1,5 mio. kr.  (ændrer det aftalte)" in shown.out


def test_a_workbook_that_is_no_plan_yet_says_why(rp, tmp_path):
    empty = tmp_path / "ny.xlsx"
    rp("plan", "new", "--year", 2026, "--out", empty)

    refused = rp("plan", "diff", BENCHMARK, empty)

    assert refused.code == 2
    assert "Plan!B6: Institution skal udfyldes." in refused.err
    assert "har fejl og kan ikke bruges" in refused.err
