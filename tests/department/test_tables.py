"""What a new file for the same period changed."""

from dataclasses import replace

import pytest

from department.record import InputRecord, ReportRecord
from department.tables import changes_between
from tests.department.judged_files import a_report
from tests.validators.reports import SOCIAL
from workbooks.form import Column

RESULT = InputRecord("Resultat", "I11", 58.0)
STATUS = InputRecord("Status", "N11", "Gul")


def typed(*inputs: InputRecord) -> ReportRecord:
    """A report whose only criterion has these inputs."""
    record = a_report()
    goal = record.goals[0]
    criterion = replace(goal.criteria[0], inputs=inputs)
    return replace(record, goals=(replace(goal, criteria=(criterion,)),))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        # The same values in other cells are no change;
        ((RESULT, STATUS), (STATUS, replace(RESULT, cell="I12")), []),
        # another value is told at its cell in the new file;
        ((RESULT,), (replace(RESULT, cell="I12", value=60.0),), [("Resultat", "I12", 58.0, 60.0)]),
        # what was removed comes before what was added.
        ((RESULT,), (STATUS,), [("Resultat", "I11", 58.0, None), ("Status", "N11", None, "Gul")]),
    ],
)
def test_what_a_new_file_changed(before, after, told):
    changed = changes_between(typed(*before), typed(*after)).figures
    assert [(each.column, each.cell, each.before, each.after) for each in changed] == told
    assert {each.key for each in changed} <= {"1.1.a"}


@pytest.mark.parametrize(
    ("typed", "told"), [("ca. 21", "ca. 21"), ("21\u00a0", "21"), ("  ", "kun mellemrum")]
)
def test_what_was_refused_is_told_as_it_stands_in_its_cell(typed, told):
    place = ("3.1.a", Column.RESULT)
    whole, refused = a_report({place: 21.5}), a_report({place: typed})

    (worse,) = changes_between(whole, refused).figures
    (mended,) = changes_between(refused, whole).figures
    (other,) = changes_between(refused, a_report({place: "om lidt 25"})).figures

    assert (worse.before, worse.after) == (21.5, told)
    assert (mended.before, mended.after) == (told, 21.5)
    assert (other.before, other.after) == (told, "om lidt 25")


def test_what_was_refused_in_many_cells_is_told_of_each_though_its_finding_is_one():
    places = [place for place in a_report(plan_id=SOCIAL).typed if place[1] == Column.RESULT]
    refused = a_report(dict.fromkeys(places, "ca. 9"), SOCIAL)

    figures = changes_between(a_report(plan_id=SOCIAL), refused).figures

    assert len([each for each in refused.findings if each.code == "RP-403"]) < len(places)
    assert [each.after for each in figures] == ["ca. 9"] * len(places)


def test_what_is_told_of_many_cells_at_once_is_compared_cell_by_cell():
    places = [place for place in a_report(plan_id=SOCIAL).typed if place[1] == Column.RESULT]
    few, many, rest = (
        a_report(dict.fromkeys(some, "mange"), SOCIAL) for some in (places[:3], places, places[1:])
    )

    worse, better = changes_between(few, many), changes_between(many, rest)

    assert (worse.mended, worse.new) == ((), ())
    assert ([each.key for each in better.mended], better.new) == ([places[0][0]], ())
    assert "RP-401" in [each.code for each in better.remaining]
