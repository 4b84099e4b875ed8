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


def test_comments_stand_at_their_cells_and_the_list_is_the_last_sheet():
    book = openpyxl.load_workbook(io.BytesIO(copy_of()))
    assert book.sheetnames[-1] == book.active.title == "Fejlliste"
    assert book["Afrapportering"]["I12"].comment.text == "»90,5« er tekst.\nSkriv 90,5 %"
    assert book["Afrapportering"]["J17"].comment.text == "<b>&"
    assert book["Stamdata"]["B10"].comment.author == "Departementet"


def test_the_list_leads_to_the_cells_and_holds_text_alone():
    sheet = openpyxl.load_workbook(io.BytesIO(copy_of()))["Fejlliste"]
    assert sheet["A5"].hyperlink.location == "'Afrapportering'!I12"
    assert sheet["A6"].hyperlink is None
    assert (sheet["B5"].value, sheet["B5"].data_type) == ("=HYPERLINK(1)", "s")
    assert sheet["B6"].value == "klokke"


def test_every_cell_says_what_it_said():
    before, after = read_book(SENT), read_book(copy_of())
    assert [sheet.name for sheet in after.sheets[:-1]] == [sheet.name for sheet in before.sheets]
    for old, new in zip(before.sheets, after.sheets, strict=False):
        assert new.cells == old.cells


def test_what_is_not_touched_stays_byte_for_byte():
    before, after = parts_of(SENT), parts_of(copy_of())
    touched = {name for name in before if after[name] != before[name]}
    assert touched <= {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        *(name for name in before if name.startswith("xl/worksheets/")),
    }
    assert sum(name.startswith("xl/charts/") for name in after) == 15


def test_an_annotated_copy_that_comes_back_is_annotated_anew():
    again = annotated(copy_of(), {"Afrapportering": [Note("I13", "ny")]}, LISTING, "Departementet")
    book = openpyxl.load_workbook(io.BytesIO(again))
    assert book.sheetnames.count("Fejlliste") == 1
    assert book["Afrapportering"]["I12"].comment is None
    assert book["Afrapportering"]["I13"].comment.text == "ny"


def test_the_senders_own_comments_are_kept():
    theirs = annotated(SENT, {"Afrapportering": [Note("I12", "vores")]}, LISTING, "Styrelsen")
    book = openpyxl.load_workbook(io.BytesIO(copy_of(theirs)))
    assert book["Afrapportering"]["I12"].comment.text == "vores"
    assert book["Afrapportering"]["J17"].comment.text == "<b>&"
    assert book["Afrapportering"]["J17"].comment.author == "Departementet"


def test_prefixed_elements_are_answered_in_kind():
    content = parts_of(SENT)
    name = "xl/worksheets/sheet2.xml"
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = re.sub(rb"<(/?)(?=[a-zA-Z]+[\s/>])", rb"<\1x:", content[name])
    content[name] = sheet.replace(space, space.replace(b"xmlns=", b"xmlns:x="))
    copy = copy_of(zipped(content))
    assert b"<x:legacyDrawing " in parts_of(copy)[name]
    read_book(copy)
