"""One agency's part of the page. Opens the records that it shows, and lets go of them after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from department.changes import Changes, changes_between
from department.page.criteria import Column, GoalRows, GoalTable, anchors
from department.page.history_chart import HistoryChart, HistoryCharts
from department.page.ledger import Ledger, Source, source_of
from department.page.marks import SLOTS, marks
from department.page.matrix import Row as MatrixRow
from department.page.matrix import column_anchor, slot_states, standing_report
from department.page.receipts import ReceiptRow, receipt_row
from department.page.score_chart import ScoreChart, score_chart
from department.page.wording import slot_note
from department.record import ReportRecord, Summary
from department.standing import Agency, Desk, Receipt, Role, Slot
from department.wording import arithmetic_words
from texts import page as say
from texts.language import Language


class SlotLine(NamedTuple):
    """How one period stands, in a line; `anchor` is where the matrix leads."""

    anchor: str
    period: str
    mark: Markup
    note: str


class AgencyView(NamedTuple):
    """All that the page says of one agency."""

    row: MatrixRow
    anchor: str
    facts: str
    arithmetic: str
    slots: tuple[SlotLine, ...]
    chart: ScoreChart | None
    columns: tuple[Column, ...]
    goals: tuple[GoalRows, ...]
    receipts: tuple[ReceiptRow, ...]
    histories: tuple[HistoryChart, ...]


class AgencyViews:
    """Makes the agencies' views one by one; what is off track goes into the ledger."""

    def __init__(self, desk: Desk, ledger: Ledger, lang: Language) -> None:
        self._desk = desk
        self._ledger = ledger
        self._lang = lang
        self._goals = GoalTable(lang)
        self._histories = HistoryCharts(lang)
        self._slots = marks(SLOTS, lang)

    def of(self, agencies: Sequence[Agency], matrix: Sequence[MatrixRow]) -> Iterator[AgencyView]:
        """A view of each agency, in their order."""
        for agency, row in zip(agencies, matrix, strict=True):
            yield self._view(agency, row)

    def _view(self, agency: Agency, row: MatrixRow) -> AgencyView:
        lang = self._lang
        keys = [each.key for each in agency.plan.criteria]
        anchor_of = anchors(row.number, keys)
        standing = standing_report(agency)
        newest = next((slot for slot in reversed(agency.slots) if slot.shown), None)
        columns: list[Column] = []
        receipts: list[ReceiptRow] = []
        # The newest first, as the desk reads its lists.
        for slot in reversed(agency.slots):
            opened = self._open(slot)
            receipts += self._receipts(slot, opened)
            columns += self._column(row.number, slot, opened, anchor_of, newest)
        columns.reverse()
        for stray in agency.unplaced:
            record = self._desk.open(stray)
            receipts.append(receipt_row(stray, "unplaced", self._ledger.links, lang, record))
            self._ledger.add_findings(
                self._source(row.number, record, None, None), record.findings, anchor_of
            )
        latest = next((c.record for c in columns if c.record.summary == standing), None)
        return AgencyView(
            row,
            f"a{row.number}",
            say.FACTS(lang, ministry=agency.plan.ministry, title=agency.plan.title),
            "" if latest is None else _arithmetic(latest, lang),
            tuple(self._line(row.number, slot) for slot in agency.slots),
            score_chart(agency.slots, lang),
            tuple(columns),
            self._goals.rows(agency.plan, columns, anchor_of),
            tuple(receipts),
            self._histories.of(agency.plan, latest),
        )

    def _open(self, slot: Slot) -> dict[Summary, ReportRecord]:
        """The report that is shown and the latest file, where it is another."""
        wanted = dict.fromkeys(each for each in (slot.shown, slot.latest) if each is not None)
        return {each: self._desk.open(each) for each in wanted}

    def _column(
        self,
        index: int,
        slot: Slot,
        opened: dict[Summary, ReportRecord],
        anchor_of: dict[str, str],
        newest: Slot | None,
    ) -> list[Column]:
        columns = []
        for summary, record in opened.items():
            source = self._source(index, record, slot, newest)
            findings = self._ledger.add_findings(source, record.findings, anchor_of)
            if summary is not slot.shown:
                continue
            deviations = self._ledger.add_deviations(source, record, anchor_of)
            columns.append(
                Column(
                    slot.period.name,
                    summary.file,
                    source.href,
                    self._slots[slot.state],
                    record,
                    findings,
                    deviations,
                )
            )
        return columns

    def _source(
        self, index: int, record: ReportRecord, slot: Slot | None, newest: Slot | None
    ) -> Source:
        return source_of(
            index,
            record,
            "returned" if slot is None else " ".join(sorted(slot_states(slot))),
            0 if slot is None else slot.period.ends.month,
            self._ledger.links,
            is_latest=slot is newest,
        )

    def _receipts(self, slot: Slot, opened: dict[Summary, ReportRecord]) -> list[ReceiptRow]:
        return [
            receipt_row(
                each.report,
                each.role.value,
                self._ledger.links,
                self._lang,
                None if each.role is Role.DUPLICATE else opened.get(each.report),
                self._changes(each, opened),
            )
            for each in slot.receipts
        ]

    def _changes(self, receipt: Receipt, opened: dict[Summary, ReportRecord]) -> Changes | None:
        after = opened.get(receipt.report)
        if receipt.before is None or after is None:
            return None
        before = opened.get(receipt.before) or self._desk.open(receipt.before)
        return changes_between(before, after)

    def _line(self, index: int, slot: Slot) -> SlotLine:
        return SlotLine(
            column_anchor(index, slot),
            slot.period.name,
            self._slots[slot.state],
            slot_note(slot, self._lang),
        )


def _arithmetic(record: ReportRecord, lang: Language) -> str:
    words = arithmetic_words(record.summary, record.goals, lang)
    return say.ARITHMETIC(lang, period=record.summary.period_name or "", words=words)


def stray_rows(desk: Desk, ledger: Ledger, lang: Language) -> list[ReceiptRow]:
    """The files that are no report of a known plan; their findings go into the ledger."""
    strays = []
    for summary in desk.strays:
        record = desk.open(summary)
        role = "no_report" if summary.accepted else "unreadable"
        source = source_of(-1, record, "", 0, ledger.links, is_latest=True)
        ledger.add_findings(source, record.findings, {})
        strays.append(receipt_row(summary, role, ledger.links, lang, record))
    return strays
