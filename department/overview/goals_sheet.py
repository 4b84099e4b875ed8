"""*Mål*: goals × periods with fulfilment and forecast; each row says which file and cells."""

from __future__ import annotations

from department.links import Links
from department.overview.formats import Item, Kind, Tone, Value
from department.overview.showing import ShownAgency, ShownSlot
from department.overview.standing_sheet import QUARTER_OF
from department.overview.table_sheet import Book, TableSheet, Titles, linked
from department.record import GoalRecord, ReportRecord
from department.wording import bearer_of, forecast_of, forecast_words, state_words
from resultatplan.criteria import State
from texts import commandline as cli
from texts import overview as say
from texts.language import Language
from workbooks.form import Sheet

_HEADINGS = (
    (cli.INSTITUTION, 20.0),
    (cli.YEAR, 7.0),
    (cli.PERIOD, 11.0),
    (cli.GOAL, 7.0),
    (cli.GOAL_TITLE, 28.0),
    (cli.WEIGHT, 8.0),
    (cli.FULFILMENT, 11.0),
    *((quarter, 13.0) for quarter in say.QUARTERS),
    (cli.EXPLANATION, 36.0),
    (cli.FILE, 20.0),
    (say.CELLS, 10.0),
    (say.OPEN_COLUMN, 6.0),
)
_STATE_TONES = {
    State.FULFILLED: Tone.GOOD,
    State.NOT_FULFILLED: Tone.BAD,
    State.PARTIAL: Tone.WARN,
    State.PENDING: Tone.OPEN,
    State.WITHDRAWN: Tone.OPEN,
}
_FORECAST_TONES = {"Grøn": Tone.GOOD, "Gul": Tone.WARN, "Rød": Tone.BAD}


class GoalsSheet:
    """The sheet as it grows, agency by agency."""

    def __init__(self, book: Book, subtitle: str, links: Links) -> None:
        self._lang = book.lang
        self._links = links
        titles = Titles(say.GOALS_TITLE(book.lang), subtitle, say.GOALS_NOTE(book.lang))
        self._sheet = TableSheet(book, say.SHEET_GOALS, "tblOverblikMaal", _HEADINGS, titles)

    def add(self, shown: ShownAgency) -> None:
        """A row for each goal of an agency that has sent a report."""
        latest = shown.latest
        if latest is None:
            return
        for at, goal in enumerate(latest.goals):
            self._sheet.add(self._row(shown, latest, at, goal))

    def finish(self) -> None:
        """Make it a table."""
        self._sheet.finish()

    def _row(
        self, shown: ShownAgency, latest: ReportRecord, at: int, goal: GoalRecord
    ) -> list[Item | Value]:
        fields: list[Item] = [Item(say.NO_REPORT_AGREED(self._lang), Tone.OPEN)] * 4
        for slot in shown.slots:
            fields[QUARTER_OF[slot.slot.period.id]] = self._field(slot, at)
        report = latest.summary
        cells = [each.cell for each in map(bearer_of, goal.criteria) if each is not None]
        link = self._links.to(report, Sheet.REPORT, cells[0] if cells else None)
        tip = say.OPEN_TIP(self._lang, file=report.file)
        return [
            shown.plan.institution,
            shown.plan.year,
            report.period_name,
            goal.number,
            goal.title,
            goal.weight,
            _fulfilment(goal, self._lang),
            *fields,
            goal.explanation(self._lang),
            report.file,
            ", ".join(cells),
            linked(say.OPEN(self._lang), link, tip) if link is not None else None,
        ]

    def _field(self, shown: ShownSlot, at: int) -> Item:
        record = shown.record
        if record is None or at >= len(record.goals):
            return Item(say.NOTHING_RECEIVED(self._lang), Tone.OPEN)
        goal = record.goals[at]
        is_zero = record.summary.final and goal.fulfilment is not None
        lines = [state_words(goal.state, goal.fulfilment, self._lang, final=is_zero)]
        status = forecast_of(goal)
        if status:
            lines.append(say.STATUS(self._lang, status=forecast_words(status, self._lang)))
        if not record.summary.accepted:
            lines.append(f"({say.NOT_ACCEPTED(self._lang)})")
        return Item("\n".join(lines), _tone(goal, status))


def _tone(goal: GoalRecord, status: str) -> Tone:
    if goal.state is State.PENDING:
        if goal.fulfilment is not None:
            return Tone.BAD
        return _FORECAST_TONES.get(status, Tone.OPEN)
    return _STATE_TONES[goal.state]


def _fulfilment(goal: GoalRecord, lang: Language) -> Item:
    tone = _tone(goal, "")
    if goal.fulfilment is None:
        return Item(state_words(goal.state, None, lang), tone, kind=Kind.CENTRED)
    return Item(float(goal.fulfilment), tone)
