"""`rp plan diff`: what differs between two plans, for a reader and for a program."""

from tests.own_plans import BENCHMARK, MISPRINT, OTHER_TARGET, plan_text, write_version


def test_two_versions_are_compared_in_words(rp, tmp_path):
    write_version(tmp_path)

    shown = rp("plan", "diff", f"{BENCHMARK}@1.0", f"{BENCHMARK}@1.1", "--plans", tmp_path)

    assert shown.code == 0
    assert shown.out.splitlines() == [
        f"{BENCHMARK}@1.0 → {BENCHMARK}@1.1",
        "  Planen",
        "    Version: 1.0 → 1.1",
        "  Mål 3.1: Retvisende budget",
        "    Titel: Retvisende budgettering → Retvisende budget",
        "Det er en rettelse: intet af det aftalte er ændret.",
    ]


def test_a_plan_written_in_excel_is_compared_in_words_and_as_json(rp, tmp_path):
    written = tmp_path / "plan.xlsx"
    draft = write_version(tmp_path, changes={**MISPRINT, **OTHER_TARGET})
    rp("plan", "export", BENCHMARK, "--out", written)

    assert "Planerne er ens." in rp("plan", "diff", BENCHMARK, written).out
    shown, told = rp("plan", "diff", written, draft), rp("plan", "diff", written, draft, "--json")

    assert "    Måltal: 1 mio. kr. → 1,5 mio. kr.  (ændrer det aftalte)" in shown.out
    assert (told.json["standing"], told.json["correction"]) == ("agreement_changed", False)
    assert [
        (each["key"] or each["goal"], each["name"], each["agreed"]) for each in told.json["changes"]
    ] == [(None, "version", False), ("3.1", "title", False), ("3.1.a", "target", True)]


def test_a_file_that_is_no_plan_yet_says_why(rp, tmp_path):
    draft, empty = tmp_path / "udkast.toml", tmp_path / "ny.xlsx"
    draft.write_text(plan_text({"year = 2023\n": ""}), encoding="utf-8")
    rp("plan", "new", "--year", 2026, "--out", empty)

    of_text, of_workbook = (rp("plan", "diff", BENCHMARK, each) for each in (draft, empty))

    assert (of_text.code, of_workbook.code) == (2, 2)
    assert "udkast.toml: year: mangler." in of_text.err
    assert "Plan!B6: Institution skal udfyldes." in of_workbook.err
    assert "har fejl og kan ikke bruges" in of_workbook.err
