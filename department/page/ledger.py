"""Deviations and findings of all agencies, gathered while the agencies are written one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from department.links import Links
from department.page.marks import SEVERITIES, STATUSES, StateMarks, marks
from department.record import (
    CriterionRecord,
    FindingRecord,
    GoalRecord,
    InputRecord,
    ReportRecord,
)
from resultatplan.criteria import State
from texts import overview
from texts import page as say
from texts.language import Language
from texts.notation import day, quantity

_RANK = {"error": 0, "warning": 1, "info": 2}
_OFF_TRACK = frozenset({"Gul", "Rød"})
_UNMET = frozenset({State.NOT_FULFILLED, State.PARTIAL})


class Source(NamedTuple):
    """The report that a row comes from, as the filter and the reader see it."""

    agency: int
    """The agency's number on the page; -1 for a file of no known plan."""
    institution: str
    year: int | None
    period: str
    quarter: int
    file: str
    href: str | None
    states: str
    is_latest: bool


class Said(NamedTuple):
    """Words or a figure of the agency's with the cell they stand in."""

    text: str
    cell: str


class Deviation(NamedTuple):
    """A criterion that is not on track, or the report's own significant deviations."""

    anchor: str
    source: Source
    key: str
    href: str
    text: str
    state: Markup | None
    status: Markup | str | None
    forecast: Said | None
    explanation: Said | None
    action_plan: Said | None


class Found(NamedTuple):
    """A finding."""

    anchor: str
    source: Source
    severity: str
    rank: int
    mark: Markup
    code: str
    place: str
    key: str
    href: str
    message: str
    found: str
    hint: str


@dataclass
class Ledger:
    """What has been gathered so far. Anchors are given in the order of arrival."""

    lang: Language
    links: Links
    deviations: list[Deviation] = field(default_factory=list)
    findings: list[Found] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._severities = marks(SEVERITIES, self.lang)
        self._states = StateMarks(self.lang)
        self._statuses = marks(STATUSES, self.lang)

    def add_findings(
        self, source: Source, findings: Sequence[FindingRecord], rows: dict[str, str]
    ) -> dict[str, list[Found]]:
        """Add a report's findings; gives them by criterion key. `rows` are the anchors of keys."""
        by_key: dict[str, list[Found]] = {}
        for finding in findings:
            key = finding.key or ""
            row = Found(
                f"f{len(self.findings) + 1}",
                source,
                finding.severity,
                _RANK.get(finding.severity, len(_RANK)),
                self._severities[finding.severity],
                finding.code,
                finding.place,
                key,
                rows.get(key, ""),
                _without_place(finding, self.lang),
                _found_expected(finding, self.lang),
                finding.hint(self.lang),
            )
            self.findings.append(row)
            by_key.setdefault(key, []).append(row)
        return by_key

    def add_deviations(
        self, source: Source, record: ReportRecord, rows: dict[str, str]
    ) -> dict[str, Deviation]:
        """Add what is not on track in a report; gives the rows by criterion key."""
        added: dict[str, Deviation] = {}
        if record.deviations.strip().casefold() not in ("", *overview.NONE_TOLD):
            said = Said(record.deviations, "")
            self._add(Deviation(*self._head(source), "", "", "", None, None, None, said, None))
        for goal in record.goals:
            for criterion in goal.criteria:
                if _is_deviation(goal, criterion, final=record.summary.final):
                    added[criterion.key] = self._deviation(
                        source, criterion, rows, is_final=record.summary.final
                    )
        return added

    def _deviation(
        self,
        source: Source,
        criterion: CriterionRecord,
        rows: dict[str, str],
        *,
        is_final: bool,
    ) -> Deviation:
        status = criterion.typed("Status")
        return self._add(
            Deviation(
                *self._head(source),
                criterion.key,
                rows.get(criterion.key, ""),
                criterion.text,
                self._states.of(criterion.state, is_final=is_final),
                self._statuses.get(status, status or None),
                _said(criterion.input("Forventet årsresultat"), criterion.unit, self.lang),
                _said(criterion.input("Afvigelsesforklaring"), None, self.lang)
                or Said(overview.NO_EXPLANATION(self.lang), ""),
                _said(criterion.input("Handlingsplan"), None, self.lang)
                or (Said(overview.NO_ACTION_PLAN(self.lang), "") if status == "Rød" else None),
            )
        )

    def _head(self, source: Source) -> tuple[str, Source]:
        return f"d{len(self.deviations) + 1}", source

    def _add(self, row: Deviation) -> Deviation:
        self.deviations.append(row)
        return row


def source_of(
    agency: int, record: ReportRecord, states: str, quarter: int, links: Links, *, is_latest: bool
) -> Source:
    """The source of a report's rows."""
    report = record.summary
    return Source(
        agency,
        report.institution or "",
        report.year,
        report.period_name or "",
        quarter,
        report.file,
        links.to(report),
        states,
        is_latest,
    )


def said_value(value: InputRecord, unit: str | None, lang: Language) -> str:
    """A typed cell in words: a number with its unit, a date, or the text as it stands."""
    typed = value.value
    if isinstance(typed, str):
        return typed
    if isinstance(typed, float | int):
        return quantity(typed, unit, lang)
    return day(typed, lang)


def _said(value: InputRecord | None, unit: str | None, lang: Language) -> Said | None:
    return None if value is None else Said(said_value(value, unit, lang), value.cell)


def _is_deviation(goal: GoalRecord, criterion: CriterionRecord, *, final: bool) -> bool:
    if criterion.state in _UNMET or criterion.typed("Status") in _OFF_TRACK:
        return True
    if criterion.typed("Afvigelsesforklaring") or criterion.typed("Handlingsplan"):
        return True
    return final and criterion.state is State.PENDING and goal.fulfilment == 0


def _without_place(finding: FindingRecord, lang: Language) -> str:
    """The message without the place in front of it, which has a column of its own."""
    message = finding.message(lang)
    for head in (f"{finding.place} ({finding.key}): ", f"{finding.place}: "):
        if finding.place and message.startswith(head):
            return message.removeprefix(head)
    return message


def _found_expected(finding: FindingRecord, lang: Language) -> str:
    if finding.expected is None:
        return ""
    found, expected = (
        say.NOT_GIVEN(lang) if words is None else words(lang)
        for words in (finding.found, finding.expected)
    )
    return say.FOUND_EXPECTED(lang, found=found, expected=expected)
