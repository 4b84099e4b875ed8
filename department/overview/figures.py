"""The figures that the charts show: totals by period, targets against results by year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from department.links import Links
from department.overview.showing import ShownAgency
from department.record import CriterionRecord, ReportRecord
from department.wording import bearer_of, percent
from resultatplan.criteria import Kind
from resultatplan.plan import Criterion, HistoryEntry, Plan
from texts import overview as say
from texts.language import Language
from texts.notation import number, quantity
from workbooks.form import Sheet

_CAPTION = 92


class Point(NamedTuple):
    """Two figures at one period or year, and where they come from."""

    when: str | int
    first: float | None
    second: float | None
    source: str
    link: str | None = None


class Figures(NamedTuple):
    """What one chart shows: two series, their points, a caption and a text alternative."""

    caption: str
    title: str
    alternative: str
    names: tuple[str, str]
    points: tuple[Point, ...]
    is_total: bool


def total_figures(shown: ShownAgency, links: Links, lang: Language) -> Figures | None:
    """Secured and attainable by period, from the reports that count; None where there is none."""
    reports = [each.summary for each in shown.records if each.summary.accepted]
    if not reports:
        return None
    name = {"institution": shown.plan.institution, "year": shown.plan.year}
    told = "; ".join(
        say.SCORE_POINT(
            lang,
            period=each.period_name,
            secured=percent(each.secured or 0.0, lang),
            attainable=percent(each.attainable or 0.0, lang),
        )
        for each in reports
    )
    title = say.SCORE_CHART(lang, **name)
    return Figures(
        title,
        title,
        say.SCORE_ALT(lang, **name, points=told),
        (say.SECURED_SERIES(lang), say.ATTAINABLE_SERIES(lang)),
        tuple(
            Point(each.period_name or "", each.secured, each.attainable, each.file, links.to(each))
            for each in reports
        ),
        is_total=True,
    )


def criterion_figures(shown: ShownAgency, links: Links, lang: Language) -> Iterator[Figures]:
    """Targets and results by year of each criterion that is judged on a number."""
    latest = shown.latest
    if latest is None:
        return
    for criterion in shown.plan.criteria:
        reported = latest.criteria.get(criterion.key)
        if criterion.kind.is_numeric and reported is not None:
            points = tuple(_points(shown.plan, criterion, latest, reported, links, lang))
            if any(each.second is not None for each in points) or len(points) > 1:
                yield _figures(shown.plan, criterion, points, lang)


def _figures(
    plan: Plan, criterion: Criterion, points: tuple[Point, ...], lang: Language
) -> Figures:
    unit = quantity(0, criterion.unit, lang)[2:]
    ending = say.CHART_UNIT(lang, unit=unit) if unit else ""
    caption = say.CRITERION_CHART(lang, key=criterion.key, text=criterion.text)
    room = _CAPTION - len(ending)
    if len(caption) > room:
        caption = caption[: room - 1].rstrip() + "…"
    told = "; ".join(
        say.CRITERION_POINT(
            lang, year=each.when, target=_told(each.first, lang), result=_told(each.second, lang)
        )
        for each in points
    )
    return Figures(
        caption + ending,
        criterion.key + ending,
        say.CRITERION_ALT(
            lang,
            institution=plan.institution,
            key=criterion.key,
            text=criterion.text,
            points=told,
        ),
        (
            (say.TOLERANCE if criterion.kind is Kind.WITHIN else say.TARGET)(lang),
            say.RESULT(lang),
        ),
        points,
        is_total=False,
    )


def _told(value: float | None, lang: Language) -> str:
    return say.NO_FIGURE(lang) if value is None else number(value, lang)


def _points(
    plan: Plan,
    criterion: Criterion,
    latest: ReportRecord,
    reported: CriterionRecord,
    links: Links,
    lang: Language,
) -> Iterator[Point]:
    printed = {entry.year: entry for entry in criterion.history}
    for year in sorted({*printed, plan.year}):
        if year == plan.year:
            yield _reported_point(year, latest, reported, links, lang)
        else:
            point = _printed_point(criterion, printed[year], lang)
            if point is not None:
                yield point


def _printed_point(criterion: Criterion, entry: HistoryEntry, lang: Language) -> Point | None:
    if entry.unit not in (None, criterion.unit):
        # Figures in another unit do not belong on the same axis.
        return Point(entry.year, None, None, say.OTHER_UNIT(lang, unit=entry.unit))
    if entry.target is None and entry.result is None:
        return None
    source = say.SOURCE_PROVISIONAL if entry.provisional else say.SOURCE_PLAN
    result = entry.result if entry.measured is None else entry.measured
    return Point(
        entry.year,
        None if entry.target is None else float(entry.target),
        None if result is None else float(result),
        source(lang),
    )


def _reported_point(
    year: int, latest: ReportRecord, reported: CriterionRecord, links: Links, lang: Language
) -> Point:
    bearer = bearer_of(reported)
    if reported.measured is None or bearer is None:
        return Point(year, reported.target, reported.measured, say.SOURCE_PLAN(lang))
    report = latest.summary
    is_provisional = reported.is_provisional or not report.final
    source = say.SOURCE_REPORT_PROVISIONAL if is_provisional else say.SOURCE_REPORT
    return Point(
        year,
        reported.target,
        reported.measured,
        source(lang, period=report.period_name, cell=bearer.cell),
        links.to(report, Sheet.REPORT, bearer.cell),
    )
