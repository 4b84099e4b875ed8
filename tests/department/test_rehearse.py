"""`rp rehearse`: a plan tried on old reports, and what would be decided otherwise."""

import pytest

from tests.department.judged_files import put_in
from tests.own_plans import BENCHMARK, write_version
from tests.validators.reports import HOUSING, complete_report, report
from workbooks.form import Column


@pytest.fixture
def draft(tmp_path):
    """Writes a changed plan to try."""

    def write(*changes, version="1.1"):
        return write_version(tmp_path, version, dict(changes))

    return write


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Two reports: one that meets both budgets exactly, one 0.8 off both."""
    off = {("3.1.a", Column.RESULT): 9.8, ("3.1.b", Column.RESULT): 9.8}
    missed = report({**off, ("3.1.b", Column.EXPLANATION): "Flere opgaver"}, BENCHMARK)
    files = {"a.xlsx": complete_report(BENCHMARK), "b.xlsx": missed}
    folder = put_in(tmp_path_factory.mktemp("rapporter"), files)
    return [folder / name for name in files]


STRICTER = ("target = 1.0\nbasis", "target = 0.7\nbasis")


def rehearsed(rp, plan, files):
    ran = rp("rehearse", plan, *files, "--json")
    assert ran.code == 0, ran.err
    return ran.json["reports"]


def test_the_same_plan_written_in_excel_changes_nothing_and_what_is_no_report_is_passed_over(
    rp, reports, tmp_path
):
    empty, book = tmp_path / "tom.xlsx", tmp_path / "plan.xlsx"
    empty.write_bytes(b"")
    assert rp("plan", "export", BENCHMARK, "--out", book).code == 0

    *tried, passed_over = rehearsed(rp, book, [*reports, empty])

    for each in tried:
        assert not each["differs"]
        assert each["judged_by"] == f"{BENCHMARK}@1.0"
        assert each["before"] == each["after"]
        assert each["goals"] == each["criteria"] == each["findings_gone"] == []
        assert each["findings_new"] == each["not_carried"] == []
    assert (passed_over["judged_by"], passed_over["differs"]) == (None, False)


def test_a_stricter_target_changes_the_report_that_missed_it(rp, draft, reports):
    ran = rp("rehearse", draft(STRICTER), *reports)
    assert ran.code == 0
    assert "3.1.a: opfyldt → ikke opfyldt" in ran.out
    assert "ingen forskel" in ran.out
    assert f"Prøve af {BENCHMARK}@1.1 på 2 rapporter: 1 ville blive afgjort anderledes." in ran.out
    met, missed = rehearsed(rp, draft(STRICTER), reports)

    assert not met["differs"]
    assert missed["criteria"] == [{"key": "3.1.a", "before": "fulfilled", "after": "not_fulfilled"}]
    assert [(each["goal"], each["before"], each["after"]) for each in missed["goals"]] == [
        ("3.1", "fulfilled", "not_fulfilled")
    ]
    assert missed["before"] == {"secured": 100, "expected": 100, "attainable": 100}
    assert missed["after"]["secured"] == pytest.approx(200 / 3)
    assert [(each["code"], each["cell"]) for each in missed["findings_new"]] == [("RP-505", "P16")]


def test_a_changed_kind_leaves_behind_what_it_has_no_use_for(rp, draft, reports):
    other_kind = ('key = "3.1.b"\nkind = "within"', 'key = "3.1.b"\nkind = "at_most"')
    no_basis = ('basis_text = "Budgetteret resultat i udgiftsopfølgning 2"\n', "")

    first, _ = rehearsed(rp, draft(other_kind, no_basis), reports)

    assert first["not_carried"] == [
        {
            "sheet": "Afrapportering",
            "cell": "H17",
            "key": "3.1.b",
            "reason": "»Grundlag« bruges ikke for delmålets krav.",
        }
    ]
    assert first["criteria"] == [{"key": "3.1.b", "before": "fulfilled", "after": "not_fulfilled"}]


def test_next_years_plan_moves_the_dates(rp, draft, reports):
    file = draft()
    text = file.read_text(encoding="utf-8").replace("2023-", "2024-")
    file.write_text(text.replace("year = 2023", "year = 2024"), encoding="utf-8")

    first, _ = rehearsed(rp, file, reports)

    assert first["years_moved"] == 1
    assert not first["criteria"]


def test_reports_of_one_plan_are_compared_with_one_another_under_either(rp, tmp_path):
    count = 'key = "1.1.a"\nkind = "at_least"'
    fixed = {count: f'{count}\ncounted = "year"'}
    plan = write_version(tmp_path, "1.1", fixed, HOUSING)
    files = [tmp_path / name for name in ("k4.xlsx", "k3.xlsx")]
    explained = {("1.1.a", Column.EXPLANATION): "Få kurser"}
    for file, period, value in zip(files, ("Q4", "Q3"), (50, 60), strict=True):
        changes = {("1.1.a", Column.RESULT): value, **explained}
        file.write_bytes(report(changes, HOUSING, period))

    last, third = rehearsed(rp, plan, files)

    assert [each["code"] for each in last["findings_gone"]] == ["RP-508"]
    assert third["findings_gone"] == []
