"""What a new file for the same period changed."""

from dataclasses import replace

from department.record import InputRecord, ReportRecord
from department.tables import FigureChange, changes_between
from tests.department.register.records import a_record

RESULT = InputRecord("Resultat", "I11", 58.0)
STATUS = InputRecord("Status", "N11", "Gul")


def typed(*inputs: InputRecord) -> ReportRecord:
    """A report whose only criterion has these inputs."""
    record = a_record("rapport.xlsx")
    goal = record.goals[0]
    criterion = replace(goal.criteria[0], inputs=inputs)
    return replace(record, goals=(replace(goal, criteria=(criterion,)),))


def figures(before: ReportRecord, after: ReportRecord) -> tuple[FigureChange, ...]:
    return changes_between(before, after).figures


def test_the_same_values_in_other_cells_are_no_change():
    assert figures(typed(RESULT, STATUS), typed(STATUS, replace(RESULT, cell="I12"))) == ()


def test_another_value_is_told_at_its_cell_in_the_new_file():
    after = typed(replace(RESULT, cell="I12", value=60.0))
    assert figures(typed(RESULT), after) == (
        FigureChange("1.1.a", "Resultat", "I12", before=58.0, after=60.0),
    )


def test_what_was_removed_comes_before_what_was_added():
    assert figures(typed(RESULT), typed(STATUS)) == (
        FigureChange("1.1.a", "Resultat", "I11", before=58.0, after=None),
        FigureChange("1.1.a", "Status", "N11", before=None, after="Gul"),
    )
