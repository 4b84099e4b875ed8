"""A copy with comments: what was there stays, what was added is found by others."""

import io
import re

import openpyxl

from examples.recipes import INBOX
from tests.validators.damage import parts_of, zipped
from workbooks.annotated import Listing, ListLine, Note, annotated
from workbooks.reading.book import read_book

SENT = (INBOX / "SBST afrapportering 3. kvartal 2024.xlsx").read_bytes()
NOTES = {
    "Afrapportering": [Note("I12", "»90,5« er tekst.\nSkriv 90,5 %"), Note("J17", "<b>&")],
    "Stamdata": [Note("B10", "=1+1")],
    "Ingen": [Note("A1", "findes ikke")],
}
LISTING = Listing(
    "Fejlliste",
    "Fejlliste: Styrelsen, 3. kvartal",
    "Klik på en celle.",
    (("Celle", 20), ("Hvad", 60)),
    (
        ListLine(("Afrapportering!I12", "=HYPERLINK(1)"), "Afrapportering", "I12"),
        ListLine(("hele filen", "\x07klokke")),
    ),
)


def copy_of(data: bytes = SENT) -> bytes:
    return annotated(data, NOTES, LISTING, "Departementet")


def test_comments_stand_at_their_cells_and_the_list_is_the_last_sheet_and_holds_text_alone():
    book = openpyxl.load_workbook(io.BytesIO(copy_of()))
    assert book["Afrapportering"]["I12"].comment.text == "»90,5« er tekst.\nSkriv 90,5 %"
    assert book["Afrapportering"]["J17"].comment.text == "<b>&"
    assert book["Stamdata"]["B10"].comment.author == "Departementet"
    sheet = book["Fejlliste"]
    assert sheet.title == book.sheetnames[-1] == book.active.title
    assert sheet["A5"].hyperlink.location == "'Afrapportering'!I12"
    assert sheet["A6"].hyperlink is None
    assert (sheet["B5"].value, sheet["B5"].data_type) == ("=HYPERLINK(1)", "s")
    assert sheet["B6"].value == "klokke"


def test_every_cell_says_what_it_said_and_the_rest_stays_byte_for_byte():
    copy = copy_of()
    before, after = read_book(SENT), read_book(copy)
    for old, new in zip(before.sheets, after.sheets[:-1], strict=True):
        assert (new.name, new.cells) == (old.name, old.cells)
    parts, kept = parts_of(SENT), parts_of(copy)
    touched = {name for name in parts if kept[name] != parts[name]}
    assert {name for name in touched if not name.startswith("xl/worksheets/")} <= {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
    }


def test_a_copy_that_comes_back_is_annotated_anew_and_the_senders_own_comments_are_kept():
    new = {"Afrapportering": [Note("I13", "ny")]}
    again = openpyxl.load_workbook(io.BytesIO(annotated(copy_of(), new, LISTING, "Departementet")))
    assert again.sheetnames.count("Fejlliste") == 1
    sheet = again["Afrapportering"]
    assert (sheet["I12"].comment, sheet["I13"].comment.text) == (None, "ny")
    theirs = annotated(SENT, {"Afrapportering": [Note("I12", "vores")]}, LISTING, "Styrelsen")
    sheet = openpyxl.load_workbook(io.BytesIO(copy_of(theirs)))["Afrapportering"]
    assert [sheet[at].comment.text for at in ("I12", "J17")] == ["vores", "<b>&"]


def test_prefixed_elements_are_answered_in_kind():
    content = parts_of(SENT)
    name = "xl/worksheets/sheet2.xml"
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = re.sub(rb"<(/?)(?=[a-zA-Z]+[\s/>])", rb"<\1x:", content[name])
    content[name] = sheet.replace(space, space.replace(b"xmlns=", b"xmlns:x="))
    copy = copy_of(zipped(content))
    assert b"<x:legacyDrawing " in parts_of(copy)[name]
    read_book(copy)
