"""The sheets, fields, tables and columns of the authoring workbook, and what is typed in each.

The names are a contract with everybody who writes a plan in it: the reader finds fields and
columns by them, wherever they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

AUTHORING_VERSION = "1"


class AuthoringSheet(StrEnum):
    """The sheets, in their order."""

    GUIDE = "Vejledning"
    PLAN = "Plan"
    GOALS = "Mål"
    CRITERIA = "Delmål"
    HISTORY = "Historik"
    LISTS = "_lister"


class Typed(StrEnum):
    """What is typed in a cell."""

    LINE = "line"
    """A short text."""
    TEXT = "text"
    """Running text, with paragraphs."""
    KEY = "key"
    """A number such as 1.1, which is a text and no quantity."""
    NUMBER = "number"
    WHOLE = "whole"
    DATE = "date"
    CHOICE = "choice"
    """One of a list."""
    SUGGESTED = "suggested"
    """One of a list, or something else."""
    YES_NO = "yes_no"
    COMPUTED = "computed"
    """A formula: nothing is typed."""


class ListName(StrEnum):
    """The lists behind the drop-downs."""

    KINDS = "Krav"
    UNITS = "Enheder"
    YES_NO = "Ja eller nej"
    PERIODS = "Perioder"
    WEIGHTINGS = "Vægtning"
    COMBINES = "Sammenregning"
    WITHDRAWN = "Udgåede"
    SECTIONS = "Afsnit"
    """The titles typed on the sheet Plan."""


class PlanField(StrEnum):
    """The fields of the sheet Plan."""

    MINISTRY = "Ministerium"
    INSTITUTION = "Institution"
    YEAR = "Resultatår"
    TITLE = "Titel"
    ID = "Plannavn"
    VERSION = "Version"
    VALID_FROM = "Gælder fra"
    VALID_TO = "Gælder til"
    DAYS = "Frist i dage"
    HOLIDAYS = "Frist flyttes ved helligdage"
    REPORTING_TEXT = "Tekst om afrapportering"
    STATED_GOALS = "Antal mål"
    STATED_GOALS_TEXT = "Tekst om antal mål"
    SCORING_TEXT = "Tekst om målopfyldelse"
    WEIGHTING = "Vægtning"
    PARTIAL_CREDIT = "Delvist opfyldt giver (pct.)"
    WITHDRAWN = "Udgåede mål og delmål"
    BONUS_TEXT = "Tekst om bonus"
    DISCRETION = "Tekst om skøn"
    BONUS_SHARE = "Andel af bonus"


class Column(StrEnum):
    """The columns of the tables."""

    PERIOD = "Periode"
    PERIOD_NAME = "Periodens navn"
    ENDS = "Slutter"
    SECTION_NUMBER = "Afsnitsnummer"
    SECTION = "Afsnit"
    SIZE = "Institutionens størrelse"
    HEADCOUNT = "Årsværk"
    BASE_BUDGET = "Grundbudget"
    FOLLOW_UP_2 = "Udgiftsopfølgning 2"
    LINE = "Nr."
    NOTE = "Note"
    NUMBER = "Nummer"
    TITLE = "Titel"
    HEADING = "Overskrift i planen"
    DESCRIPTION = "Beskrivelse"
    COMBINE = "Sammenregning"
    RULE = "Regel"
    RULE_IN_WORDS = "Reglen i ord"
    PARTIAL_RULE = "Regel for delvist opfyldt"
    WEIGHT = "Vægt"
    POINTS = "Point"
    SHARE = "Andel"
    WITHDRAWN = "Udgået"
    SOURCE = "Kilde"
    NOTES = "Noter"
    KEY = "Nøgle"
    GOAL = "Mål"
    TEXT = "Delmål"
    KIND = "Krav"
    TARGET = "Måltal"
    UNIT = "Enhed"
    DEADLINE = "Frist"
    BASIS = "Grundlag"
    LEVEL_UNIT = "Enhed for grundlag og resultat"
    BASIS_TEXT = "Hvad grundlaget er"
    ASSESSOR = "Vurderes af"
    CRITERION_WEIGHT = "Vægt i målet"
    PARTLY = "Kan opfyldes delvist"
    PARTIAL_DEADLINE = "Delvist til og med"
    STEPS = "Trin"
    LINEAR_ZERO = "Lineær fra"
    LINEAR_FULL = "Lineær til"
    YEAR = "År"
    RESULT = "Resultat"
    PROVISIONAL = "Foreløbig"
    MEASURED = "Resultat at dømme på"


class TableName(StrEnum):
    """The tables."""

    PERIODS = "tblPerioder"
    SECTIONS = "tblAfsnit"
    TOLERANCES = "tblTolerancer"
    NOTES = "tblNoter"
    GOALS = "tblMaal"
    CRITERIA = "tblDelmaal"
    HISTORY = "tblHistorik"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is typed in one field or one column."""

    name: PlanField | Column
    type: Typed
    width: float = 20
    """Characters."""
    choices: ListName | None = None
    required: bool = False
    """Whether it is always needed; what only some kinds need is not marked so."""


FIELDS: tuple[Entry, ...] = (
    Entry(PlanField.MINISTRY, Typed.LINE, required=True),
    Entry(PlanField.INSTITUTION, Typed.LINE, required=True),
    Entry(PlanField.YEAR, Typed.WHOLE, required=True),
    Entry(PlanField.TITLE, Typed.LINE),
    Entry(PlanField.ID, Typed.KEY),
    Entry(PlanField.VERSION, Typed.KEY),
    Entry(PlanField.VALID_FROM, Typed.DATE),
    Entry(PlanField.VALID_TO, Typed.DATE),
    Entry(PlanField.DAYS, Typed.WHOLE, required=True),
    Entry(PlanField.HOLIDAYS, Typed.YES_NO, choices=ListName.YES_NO),
    Entry(PlanField.REPORTING_TEXT, Typed.TEXT, required=True),
    Entry(PlanField.STATED_GOALS, Typed.WHOLE),
    Entry(PlanField.STATED_GOALS_TEXT, Typed.TEXT),
    Entry(PlanField.SCORING_TEXT, Typed.TEXT, required=True),
    Entry(PlanField.WEIGHTING, Typed.CHOICE, choices=ListName.WEIGHTINGS),
    Entry(PlanField.PARTIAL_CREDIT, Typed.NUMBER),
    Entry(PlanField.WITHDRAWN, Typed.CHOICE, choices=ListName.WITHDRAWN),
    Entry(PlanField.BONUS_TEXT, Typed.TEXT, required=True),
    Entry(PlanField.DISCRETION, Typed.TEXT),
    Entry(PlanField.BONUS_SHARE, Typed.KEY),
)

FIELD_GROUPS: tuple[tuple[str, PlanField], ...] = (
    ("Planen", PlanField.MINISTRY),
    ("Afrapportering", PlanField.DAYS),
    ("Målopfyldelse", PlanField.STATED_GOALS),
    ("Bonus", PlanField.BONUS_TEXT),
)
"""The headings on the sheet Plan, each above its first field."""

COLUMNS: dict[TableName, tuple[Entry, ...]] = {
    TableName.PERIODS: (
        Entry(Column.PERIOD, Typed.CHOICE, choices=ListName.PERIODS, required=True),
        Entry(Column.PERIOD_NAME, Typed.LINE),
        Entry(Column.ENDS, Typed.DATE),
    ),
    TableName.SECTIONS: (
        Entry(Column.SECTION_NUMBER, Typed.KEY),
        Entry(Column.SECTION, Typed.LINE, required=True),
    ),
    TableName.TOLERANCES: (
        Entry(Column.SIZE, Typed.LINE, required=True),
        Entry(Column.HEADCOUNT, Typed.LINE),
        Entry(Column.BASE_BUDGET, Typed.NUMBER, required=True),
        Entry(Column.FOLLOW_UP_2, Typed.NUMBER, required=True),
        Entry(Column.UNIT, Typed.SUGGESTED, choices=ListName.UNITS, required=True),
    ),
    TableName.NOTES: (
        Entry(Column.LINE, Typed.COMPUTED),
        Entry(Column.NOTE, Typed.TEXT),
    ),
    TableName.GOALS: (
        Entry(Column.SECTION, Typed.CHOICE, 20, ListName.SECTIONS),
        Entry(Column.NUMBER, Typed.KEY, 10, required=True),
        Entry(Column.TITLE, Typed.LINE, 30, required=True),
        Entry(Column.DESCRIPTION, Typed.TEXT, 60, required=True),
        Entry(Column.RULE, Typed.LINE, 24),
        Entry(Column.RULE_IN_WORDS, Typed.COMPUTED, 32),
        Entry(Column.WEIGHT, Typed.NUMBER, 9),
        Entry(Column.POINTS, Typed.NUMBER, 9),
        Entry(Column.SHARE, Typed.COMPUTED, 10),
        Entry(Column.COMBINE, Typed.CHOICE, 18, ListName.COMBINES),
        Entry(Column.PARTIAL_RULE, Typed.LINE, 20),
        Entry(Column.WITHDRAWN, Typed.LINE, 20),
        Entry(Column.HEADING, Typed.LINE, 24),
        Entry(Column.SOURCE, Typed.TEXT, 30),
        Entry(Column.NOTES, Typed.TEXT, 50),
    ),
    TableName.CRITERIA: (
        Entry(Column.KEY, Typed.KEY, 9, required=True),
        Entry(Column.GOAL, Typed.COMPUTED, 22),
        Entry(Column.TEXT, Typed.TEXT, 50, required=True),
        Entry(Column.KIND, Typed.CHOICE, 16, ListName.KINDS, required=True),
        Entry(Column.TARGET, Typed.NUMBER, 10),
        Entry(Column.UNIT, Typed.SUGGESTED, 11, ListName.UNITS),
        Entry(Column.DEADLINE, Typed.DATE, 12),
        Entry(Column.BASIS, Typed.NUMBER, 11),
        Entry(Column.LEVEL_UNIT, Typed.SUGGESTED, 14, ListName.UNITS),
        Entry(Column.BASIS_TEXT, Typed.LINE, 26),
        Entry(Column.ASSESSOR, Typed.LINE, 20),
        Entry(Column.CRITERION_WEIGHT, Typed.NUMBER, 10),
        Entry(Column.PARTLY, Typed.YES_NO, 11, ListName.YES_NO),
        Entry(Column.PARTIAL_DEADLINE, Typed.DATE, 12),
        Entry(Column.STEPS, Typed.LINE, 20),
        Entry(Column.LINEAR_ZERO, Typed.NUMBER, 10),
        Entry(Column.LINEAR_FULL, Typed.NUMBER, 10),
        Entry(Column.WITHDRAWN, Typed.LINE, 20),
        Entry(Column.SOURCE, Typed.TEXT, 26),
        Entry(Column.NOTES, Typed.TEXT, 40),
    ),
    TableName.HISTORY: (
        Entry(Column.KEY, Typed.KEY, 10, required=True),
        Entry(Column.TEXT, Typed.COMPUTED, 50),
        Entry(Column.YEAR, Typed.WHOLE, 8, required=True),
        Entry(Column.TARGET, Typed.NUMBER, 11),
        Entry(Column.RESULT, Typed.NUMBER, 11),
        Entry(Column.UNIT, Typed.SUGGESTED, 12, ListName.UNITS),
        Entry(Column.PROVISIONAL, Typed.YES_NO, 11, ListName.YES_NO),
        Entry(Column.MEASURED, Typed.NUMBER, 14),
        Entry(Column.NOTE, Typed.TEXT, 60),
    ),
}

SHEET_OF: dict[TableName, AuthoringSheet] = {
    TableName.PERIODS: AuthoringSheet.PLAN,
    TableName.SECTIONS: AuthoringSheet.PLAN,
    TableName.TOLERANCES: AuthoringSheet.PLAN,
    TableName.NOTES: AuthoringSheet.PLAN,
    TableName.GOALS: AuthoringSheet.GOALS,
    TableName.CRITERIA: AuthoringSheet.CRITERIA,
    TableName.HISTORY: AuthoringSheet.HISTORY,
}
