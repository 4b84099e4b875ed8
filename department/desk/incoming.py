"""What comes in: files into the inbox, the rounds that judge them, and what each came to."""

from __future__ import annotations

import io
from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from department.desk.office import office
from department.desk.shell import FilePages, language, page, typed_day
from department.inbox import own_name
from department.letters.replies import can_be_answered
from department.page.agencies import Lists, Part, Source, lines, part_of
from department.page.webpage import contents
from department.record import ReportRecord
from department.standing import Desk, FileRow, Role

pages = Blueprint("incoming", __name__)

_MOST_FILES = 500
"""Files on the inbox's page, the latest first."""


@pages.get("/")
def inbox() -> Response:
    """Where files are handed in and judged, and all that came."""
    return _inbox("inbox.html.j2")


@pages.get("/round")
def round() -> Response:
    """How far the round has come, and all that came: the part of the page that changes."""
    return _inbox("round.html.j2")


def _inbox(template: str) -> Response:
    with office().reading(language()) as store:
        rows = [] if office().is_judging else store.rows()
    round = office().round
    new = [] if round is None else round.new
    return page(
        template,
        count=len(rows),
        files=[row.file for row in rows[::-1][:_MOST_FILES]],
        new=new[::-1][:_MOST_FILES],
        roles_now={row.file.key: row.role for row in rows},
        links=FilePages(),
    )


@pages.post("/files")
def hand_in() -> AnyResponse:
    """Put the files into the inbox and judge it."""
    received = typed_day("received")
    for each in request.files.getlist("files"):
        if each.filename:
            office().take_in(each.filename, each.save, received)
    return judge()


@pages.post("/round")
def judge() -> AnyResponse:
    """Judge the inbox."""
    office().start_round(language())
    return redirect(url_for("incoming.inbox"), 303)


@pages.get("/overview")
def overview() -> Response:
    """The desk as it is now: what `rp batch` writes as a page."""
    with office().reading(language()) as store:
        desk = store.desk(office().today)
        return page("overview.html.j2", **contents(desk, language(), FilePages()))


@pages.get("/files/<int:receipt>")
def file(receipt: int) -> Response:
    """One received file with everything."""
    with office().reading(language()) as store:
        desk = store.desk(office().today, everything=True)
        row = row_of(desk, receipt)
        record = store.open(row.file)
        lists = Lists()
        part = _part_of_file(desk, row, record, lists)
    fields = {"receipt": receipt, "row": row, "has_letter": can_be_answered(row)}
    return page("file.html.j2", part=part, lists=lists, links=FilePages(), **fields)


def row_of(desk: Desk, receipt: int) -> FileRow:
    """What a file counts for on the desk. A page that is not there for a receipt that is not."""
    return next((row for row in desk.rows if row.file.number == receipt), None) or abort(404)


@pages.post("/files/<int:receipt>/note")
def note(receipt: int) -> AnyResponse:
    """Enter when the file came, or that the desk is done with it, or is not."""
    with office().reading(language()) as store:
        row = row_of(store.desk(office().today, everything=True), receipt)
    received = typed_day("received")
    settled = {"yes": True, "no": False}.get(request.form.get("settled", ""))
    if received is not None or settled is not None:
        office().note(row.file, received, settled, language())
    return redirect(url_for("incoming.file", receipt=receipt), 303)


def _part_of_file(desk: Desk, row: FileRow, record: ReportRecord, lists: Lists) -> Part | None:
    """The file as the part of an agency that sent nothing else; its findings go into the lists."""
    agency = next((each for each in desk.agencies if each.plan is row.plan), None)
    if agency is None:
        lists.add_findings(Source(row.file), record)
        return None
    shown = replace(row, role=Role.CURRENT if row.file.accepted else Role.RETURNED)
    slots = [replace(each, files=(shown,)) for each in agency.slots if row in each.files]
    alone = replace(agency, slots=tuple(slots), unplaced=() if slots else (row,))
    (line,) = lines(Desk(desk.today, (alone,), (), desk.open))
    part = part_of(desk, line, lists)
    return replace(part, receipts=[replace(each, row=row) for each in part.receipts])


@pages.get("/files/<int:receipt>/original")
def original(receipt: int) -> Response:
    """The file as it was received, to be opened elsewhere; none that is unsafe."""
    with office().reading(language()) as store:
        row = row_of(store.desk(office().today, everything=True), receipt)
        if row.file.unsafe:
            abort(404)
        data = store.original(row.file)
    return send_file(
        io.BytesIO(data),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=own_name(row.file.file),
    )
