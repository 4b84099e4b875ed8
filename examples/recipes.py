"""What the examples are made of: `indbakke.toml`, `året.toml` and `values/*.json`, checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from resultatplan.library import plan_by_id
from resultatplan.plan import Plan
from workbooks.form import Column, Field, GoalColumn, Layout, Sheet
from workbooks.values_file import Inputs, inputs_of, read_values

FOLDER = Path(__file__).parent
RECIPE = FOLDER / "indbakke.toml"
VALUES = FOLDER / "values"
INBOX = FOLDER / "indbakke"
YEAR_RECIPE = FOLDER / "året.toml"
YEAR = FOLDER / "året"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Slip(_Model):
    """One mistake: where (a criterion's, a goal's or Stamdata's cell), and what is done there."""

    key: str | None = None
    goal: str | None = None
    field: Field | None = None
    column: str = ""
    typed: str | None = None
    """As at the keyboard: `8200 %`; an empty text clears the cell."""
    pasted: str | None = None
    """As a text, whatever it looks like."""

    @model_validator(mode="after")
    def _says_where_and_what(self) -> Self:
        places = [self.key, self.goal, self.field]
        if sum(place is not None for place in places) != 1:
            raise ValueError("a slip has one of key, goal and field")
        if (self.typed is None) is (self.pasted is None):
            raise ValueError("a slip is either typed or pasted")
        return self

    @property
    def is_formula(self) -> bool:
        """Whether a formula is typed."""
        return self.typed is not None and self.typed.startswith("=")

    def cell(self, layout: Layout) -> tuple[Sheet, str]:
        """The sheet and address. Raises KeyError or ValueError where the plan has no such cell."""
        if self.field is not None:
            return Sheet.MASTER, layout.field_cell(self.field)
        if self.goal is not None:
            return Sheet.GOALS, layout.goal_cell(self.goal, GoalColumn(self.column))
        return Sheet.REPORT, layout.report_cell(self.key or "", Column(self.column))


class ReportRecipe(_Model):
    """A report: its file name, its plan, its values and what goes wrong."""

    name: str
    plan: str
    values: str
    slips: tuple[Slip, ...] = ()


class LetterRecipe(_Model):
    """A Word document with one paragraph."""

    name: str
    text: str


class TableRecipe(_Model):
    """Lines of text under a workbook's name."""

    name: str
    lines: tuple[str, ...]


class LockRecipe(_Model):
    """The lock file of a workbook that somebody has open."""

    name: str
    user: str


class ParcelRecipe(_Model):
    """A zip, or a mail where it says when it was sent, with some of the inbox's files in it."""

    name: str
    holds: tuple[str, ...]
    sent: datetime | None = None
    subject: str = ""
    text: str = ""


class InboxRecipe(_Model):
    """Everything that lies in one inbox."""

    reports: tuple[ReportRecipe, ...]
    parcels: tuple[ParcelRecipe, ...] = ()
    letters: tuple[LetterRecipe, ...] = ()
    tables: tuple[TableRecipe, ...] = ()
    locks: tuple[LockRecipe, ...] = ()


class CopyRecipe(_Model):
    """The very bytes of a file in another round, under another name."""

    name: str
    of: str


class RoundRecipe(InboxRecipe):
    """One inbox of the year, as the department empties it."""

    folder: str
    copies: tuple[CopyRecipe, ...] = ()


class YearRecipe(_Model):
    """A year of inboxes, in their order."""

    rounds: tuple[RoundRecipe, ...]


@dataclass(frozen=True)
class Report:
    """A report ready to be filled in: cells with their values, then the slips in their order."""

    name: str
    plan: Plan
    inputs: Inputs
    slips: tuple[Slip, ...]

    @property
    def layout(self) -> Layout:
        """Where the plan's workbook has everything."""
        return Layout(self.plan)


def read_inbox() -> InboxRecipe:
    """The recipe of the whole inbox. Raises pydantic's ValidationError where it is wrong."""
    return InboxRecipe.model_validate(tomllib.loads(RECIPE.read_text(encoding="utf-8")))


def read_year() -> YearRecipe:
    """The recipe of the whole year. Raises pydantic's ValidationError where it is wrong."""
    return YearRecipe.model_validate(tomllib.loads(YEAR_RECIPE.read_text(encoding="utf-8")))


def report_of(recipe: ReportRecipe) -> Report:
    """A report with its values. Raises ValueError for an unknown plan, and what filling raises."""
    plan = plan_by_id(recipe.plan)
    if plan is None:
        raise ValueError(f"{recipe.name}: no plan {recipe.plan}")
    values = read_values(VALUES / recipe.values)
    return Report(recipe.name, plan, inputs_of(Layout(plan), values), recipe.slips)
