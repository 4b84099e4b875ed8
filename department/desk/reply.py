"""The letters to the agencies: read, edited and saved as `rp reply` writes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from department.desk.incoming import row_of
from department.desk.office import office
from department.desk.shell import FilePages, language, page, require_seen, typed_day
from department.letters.letter import letter, letterhead, letterhead_file, subject, write_letterhead
from department.letters.replies import (
    ReplyPlace,
    ReplySource,
    five_working_days_after,
    reply_places,
    reply_to,
    write_replies,
    write_reply,
)
from department.register.store import Register
from department.standing import Desk

pages = Blueprint("reply", __name__)


@pages.get("/letters")
def letters() -> Response:
    """Who is to be answered, and whose letter is written."""
    with office().reading(language()) as store:
        desk = store.desk(office().today)
    around, path = letterhead(language()), letterhead_file()
    here = {"replies": replies(desk), "links": FilePages(), "around": around, "path": path}
    return page("letters.html.j2", **here)


@pages.post("/letters")
def write_missing() -> AnyResponse:
    """Write the letters that are not written, as they are proposed."""
    with office().reading(language()) as store:
        source = _source(store, store.desk(office().today))
        missing = {place.row.file.file for place, at in replies(source.desk) if at is None}
        write_replies(source, office().letters(language()), only=missing)
    return redirect(url_for("reply.letters"), 303)


@pages.post("/letterhead")
def save_letterhead() -> AnyResponse:
    """Let letters be written with what was typed around them."""
    lang = language()
    said = {name: _typed(name) for name in ("sender", "contact", "signature")}
    write_letterhead(letterhead(lang).model_copy(update=said), lang)
    return redirect(url_for("reply.letters"), 303)


def _typed(name: str) -> str:
    return request.form.get(name, "").replace("\r\n", "\n")


def replies(desk: Desk) -> list[tuple[ReplyPlace, datetime | None]]:
    """The files to answer, and when their letters were written; None where they are not."""
    folder = office().letters(language())
    places = reply_places(desk, folder, language(), all_files=False)
    return [(each, _written(each)) for each in places]


@pages.get("/files/<int:receipt>/letter")
def read_letter(receipt: int) -> Response:
    """The letter as it was saved; or as it is proposed, always where a day to mend by is given."""
    mend_by = typed_day("mend_by") or five_working_days_after(office().today)
    with _replying(receipt, mend_by) as (source, place):
        written = None if "mend_by" in request.args else _written(place)
        reply, stands = reply_to(source, place), _stands(place)
        body = letter(reply, language()) if written is None else _decoded(stands or b"")
        files = [place.document, place.draft, place.copy, place.letter]
        if reply.following is not None:
            files.append(place.letter.with_name(reply.following.file_name))
        return page(
            "letter.html.j2",
            receipt=receipt,
            row=place.row,
            subject=subject(reply, language()),
            body=body,
            stands=stands,
            journal=source.letterhead.journal.get(place.row.file.plan_id or "", ""),
            mend_by=mend_by,
            written=written,
            files=[each.relative_to(office().out) for each in files if written and each.exists()],
        )


@pages.post("/files/<int:receipt>/letter")
def save_letter(receipt: int) -> AnyResponse:
    """Write letter, draft and copy with the words and the number of the case that were sent."""
    with _replying(receipt, None) as (source, place):
        words, stands = _typed("words"), _stands(place)
        if stands != words.encode("utf-8-sig"):  # A second press of the button writes the same.
            require_seen(stands)
        plan, around = place.row.plan, source.letterhead
        if plan is not None and _typed("journal") != around.journal.get(plan.id, ""):
            journal = {**around.journal, plan.id: _typed("journal")}
            write_letterhead(around.model_copy(update={"journal": journal}), language())
        write_reply(source, place, words)
    return redirect(url_for("reply.read_letter", receipt=receipt), 303)


@contextmanager
def _replying(receipt: int, mend_by: date | None) -> Iterator[tuple[ReplySource, ReplyPlace]]:
    """What a file's reply is written from, and where it lies; no page for what has no sender."""
    with office().reading(language()) as store:
        desk = store.desk(office().today, everything=True)
        row = row_of(desk, receipt)
        all_places = reply_places(desk, office().letters(language()), language(), all_files=True)
        place = next((each for each in all_places if each.row is row), None)
        if place is None:
            abort(404)
        yield _source(store, desk, mend_by), place


def _source(store: Register, desk: Desk, mend_by: date | None = None) -> ReplySource:
    return ReplySource(desk, store.original, office().executor, language(), mend_by)


def _stands(place: ReplyPlace) -> bytes | None:
    """The letter that is written; None where there is none."""
    return place.letter.read_bytes() if place.letter.exists() else None


def _decoded(letter: bytes) -> str:
    """Its words, also where an old editor saved them as Windows did once."""
    try:
        return letter.decode("utf-8-sig")
    except UnicodeDecodeError:
        return letter.decode("cp1252", "replace")


def _written(place: ReplyPlace) -> datetime | None:
    is_there = place.letter.exists()
    return datetime.fromtimestamp(place.letter.stat().st_mtime) if is_there else None
