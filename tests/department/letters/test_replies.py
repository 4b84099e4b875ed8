"""The replies on disk: a letter and a draft for each last file, and a copy where it helps."""

import email.policy
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path

import click
import openpyxl
import pytest
from docx import Document

from department.letters.letter import Letterhead, Reply, letter, letterhead_file, write_letterhead
from department.letters.replies import ReplySource, five_working_days_after, write_replies
from department.record import Summary
from examples.recipes import INBOX, YEAR
from resultatplan.library import known_ids
from tests.department.desks import a_desk
from tests.department.judged_files import records_of
from tests.validators.damage import parts_of, zipped
from tests.validators.reports import plan_named, report
from texts.language import DANISH, Language
from workbooks.form import Column

CONTACT = "C. Nielsen, tlf. 41 93 25 00"
"""Whom the agency of the examples lets the department ask."""
RECEIVED = datetime(2024, 10, 18, 12)
STRAY, TO_MEND = "Følgebrev.docx", "SBST afrapportering 3. kvartal 2024.xlsx"
FINAL = YEAR / "5-året-ud" / "SBST 4. kvartal ENDELIG.xlsx"
COUNCIL = INBOX / "Rådet for Socialt Udsatte - halvårsrapport.xlsx"
FILES = {path.name: path.read_bytes() for path in (INBOX / STRAY, INBOX / TO_MEND, FINAL, COUNCIL)}
SO_FAR = YEAR / "2-halvår" / "SBST 1.-2. kvartal samlet.xlsx"
HALF_YEAR = {SO_FAR.name: SO_FAR.read_bytes()}


def reply_to(
    files: dict[str, bytes],
    out: Path,
    *,
    all_files: bool = False,
    checker: bytes | None = None,
    are_gone: bool = False,
) -> int:
    """How many of these files are answered, as files of the desk's; the originals may be gone."""
    desk = a_desk(records_of(files, RECEIVED), date(2024, 10, 22), known_ids())

    def original(summary: Summary) -> bytes:
        if are_gone:
            raise click.ClickException("Originalen mangler.")
        return files[summary.file]

    with ThreadPoolExecutor(1) as executor:
        source = ReplySource(desk, original, executor, DANISH, checker=checker)
        return write_replies(source, out, all_files=all_files)


def draft_in(folder: Path, of: str = "") -> EmailMessage:
    """The one draft in the folder, or that about a file of this name."""
    (path,) = folder.rglob(f"{of}*.eml")
    with path.open("rb") as file:
        return email.message_from_binary_file(file, policy=email.policy.default)


@pytest.fixture(scope="module")
def replies(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("svar")
    assert reply_to(FILES, out) == 4
    return out


def test_each_plan_has_its_folder_and_each_file_its_letter(replies):
    letters = sorted(str(path.relative_to(replies)) for path in replies.rglob("*.txt"))
    assert letters == [
        "andre filer/Følgebrev - svar.txt",
        "raadet-for-socialt-udsatte-2018/Rådet for Socialt Udsatte - halvårsrapport - svar.txt",
        "social-og-boligstyrelsen-2024/SBST 4. kvartal ENDELIG - svar.txt",
        "social-og-boligstyrelsen-2024/SBST afrapportering 3. kvartal 2024 - svar.txt",
    ]
    copies = [path.name for path in replies.rglob("*.xlsx")]
    assert not any("ENDELIG" in name or "Følgebrev" in name for name in copies)


def test_the_checking_page_is_enclosed_where_something_is_to_be_mended(tmp_path):
    reply_to({TO_MEND: FILES[TO_MEND]}, tmp_path, checker=b"<!DOCTYPE html>")
    message = draft_in(tmp_path)
    copy, page = message.iter_attachments()
    assert copy.get_filename().endswith(".xlsx")
    assert (page.get_filename(), page.get_content_type()) == ("kontrol.html", "text/html")
    assert "kontrol.html" in message.get_body().get_content()


def test_the_draft_has_no_recipient_and_encloses_the_copy_with_comments(replies):
    message = draft_in(replies, "SBST afrapportering 3. kvartal 2024")
    assert message["To"] is message["From"] is None
    assert message["X-Unsent"] == "1"
    assert "skal rettes" in message["Subject"]
    (enclosed,) = message.iter_attachments()
    assert enclosed.get_filename() == "SBST afrapportering 3. kvartal 2024 - med kommentarer.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(enclosed.get_content()))
    assert "Fejlliste" in book.sheetnames
    assert "RP-401" in book["Afrapportering"]["I13"].comment.text
    assert "RP-404" in book["Afrapportering"]["J19"].comment.text


def test_what_is_told_of_many_cells_at_once_is_a_comment_at_each(tmp_path):
    dashes = {(each.key, Column.PROVISIONAL): "-" for each in plan_named().criteria[:7]}
    reply_to({"streger.xlsx": report(dashes)}, tmp_path)
    (copy,) = tmp_path.rglob("*med kommentarer.xlsx")
    book = openpyxl.load_workbook(copy)
    marked = [cell for row in book["Afrapportering"] for cell in row if cell.comment]
    assert len(marked) == 7


def test_the_next_periods_template_is_enclosed_with_the_figures_in_it(tmp_path):
    reply_to(HALF_YEAR, tmp_path)
    message = draft_in(tmp_path)
    enclosed = [*message.iter_attachments()][-1]
    assert enclosed.get_filename() == "social-og-boligstyrelsen-2024-Q3.xlsx"
    letter_of_it = " ".join(message.get_body().get_content().split())
    assert (
        "Skabelonen til 3. kvartal er vedlagt som »social-og-boligstyrelsen-2024-Q3.xlsx«. Brug den"
        " til næste rapport: det, I har indberettet nu, står i den i forvejen. Fristen er mandag"
        " den 21-10-2024."
    ) in letter_of_it
    assert f"Att.: {CONTACT}" in letter_of_it
    (beside,) = tmp_path.rglob(enclosed.get_filename())
    assert beside.read_bytes() == enclosed.get_content()
    master = openpyxl.load_workbook(beside)["Stamdata"]
    written = {cell.value for row in master for cell in row}
    assert {"3. kvartal", "Controller C. Nielsen", CONTACT} <= written


def test_a_report_whose_file_is_gone_is_answered_without_what_would_be_made_of_it(tmp_path):
    reply_to(HALF_YEAR, tmp_path, are_gone=True)
    (written,) = tmp_path.rglob("*.txt")
    assert "vedlagt" not in written.read_text("utf-8-sig")
    assert not [*tmp_path.rglob("*.xlsx")]


def test_the_same_desk_gives_the_same_files(replies, tmp_path):
    reply_to(FILES, tmp_path)
    for path in replies.rglob("*.*"):
        assert (tmp_path / path.relative_to(replies)).read_bytes() == path.read_bytes()


def test_a_letter_that_was_edited_is_set_aside_and_never_lost(tmp_path):
    for _ in range(2):
        reply_to({STRAY: FILES[STRAY]}, tmp_path)
    (text,) = tmp_path.rglob("*.txt")
    (word,) = tmp_path.rglob("*.docx")
    text.write_text("Kære afsender", encoding="utf-8-sig")
    edited = Document(word)
    edited.add_paragraph("Ring gerne.")
    edited.core_properties.modified = datetime(2024, 10, 23, 9)
    edited.save(word)

    reply_to({STRAY: FILES[STRAY]}, tmp_path)

    (text_aside,) = (each for each in tmp_path.rglob("*.txt") if each != text)
    (word_aside,) = (each for each in tmp_path.rglob("*.docx") if each != word)
    assert text_aside.read_text("utf-8-sig") == "Kære afsender"
    assert Document(word_aside).paragraphs[-1].text == "Ring gerne."
    assert text.read_text("utf-8-sig") != "Kære afsender"
    assert Document(word).paragraphs[-1].text != "Ring gerne."


def test_a_letter_stands_in_word_with_what_the_department_puts_around_it(tmp_path, monkeypatch):
    monkeypatch.setenv("RP_PLANS", str(tmp_path / "planer"))
    journal = {"social-og-boligstyrelsen-2024": "2024-17"}
    around = {"sender": "Ministeriet\nGaden 1", "contact": "Anne", "signature": "Anne <A>\nChef"}
    write_letterhead(Letterhead(**around, journal=journal), DANISH)
    reply_to({TO_MEND: FILES[TO_MEND]}, tmp_path)
    (path,) = tmp_path.rglob("*.docx")
    paragraphs = [(each.style.name, each.text) for each in Document(path).paragraphs]
    assert paragraphs[:2] == [
        ("Letterhead", "Ministeriet\nGaden 1"),
        ("Reference", "22-10-2024\nJournalnummer: 2024-17\nKontakt: Anne"),
    ]
    assert paragraphs[2][0] == "Heading 1"
    assert ("Heading 2", "DET SKAL RETTES") in paragraphs
    assert paragraphs[-1] == ("Normal", "Med venlig hilsen\nAnne <A>\nChef")
    letter = path.with_suffix(".txt").read_text("utf-8-sig")
    assert letter.endswith("Med venlig hilsen\nAnne <A>\nChef\n")
    for text in letter.split("\n"):
        assert text.strip() in "\n".join(told for _, told in paragraphs)


def test_a_letterhead_that_cannot_be_read_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("RP_PLANS", str(tmp_path / "planer"))
    for text in ("afsender = 1", 'sender = ["a"]', "sender ="):
        letterhead_file().write_text(text, encoding="utf-8")
        with pytest.raises(click.ClickException) as caught:
            reply_to(FILES, tmp_path)
        assert caught.value.message.count("brevpapir.toml") == 1
        assert all(file in caught.value.message for file in (STRAY, TO_MEND))


def test_a_mended_copy_that_is_sent_in_is_a_report_like_any_other(replies):
    (path,) = replies.rglob("SBST afrapportering 3. kvartal 2024 - med kommentarer.xlsx")
    (again,) = records_of({path.name: path.read_bytes()})
    (first,) = records_of({path.name: FILES[TO_MEND]})
    assert [each.code for each in again.findings] == [each.code for each in first.findings]
    assert again.goals == first.goals


def test_only_the_last_file_of_a_period_is_answered_unless_all_are(tmp_path):
    data = FILES[TO_MEND]
    files = {"først.xlsx": data, "igen.xlsx": zipped(parts_of(data))}
    assert reply_to(files, tmp_path / "sidste") == 1
    assert reply_to(files, tmp_path / "alle", all_files=True) == 2


def test_a_name_of_two_lines_is_answered_too(tmp_path):
    assert reply_to({"Følge\u2028brev.docx": FILES[STRAY]}, tmp_path) == 1
    assert "»Følge\N{REPLACEMENT CHARACTER}brev.docx«" in draft_in(tmp_path)["Subject"]


def test_trouble_with_one_reply_stops_no_other(tmp_path, monkeypatch):
    def trouble(reply: Reply, lang: Language) -> str:
        if "halvårsrapport" in reply.record.summary.file:
            raise ValueError("linefeed")
        return letter(reply, lang)

    monkeypatch.setattr("department.letters.replies.letter", trouble)
    with pytest.raises(click.ClickException) as caught:
        reply_to(FILES, tmp_path)
    assert caught.value.message == (
        "Skrev 3 svar. Svaret på »Rådet for Socialt Udsatte - halvårsrapport.xlsx« mangler:"
        " ValueError: linefeed."
    )
    assert len([*tmp_path.rglob("*.eml")]) == 3


@pytest.mark.parametrize(
    ("today", "by"),
    [(date(2024, 10, 22), date(2024, 10, 29)), (date(2024, 12, 20), date(2025, 1, 3))],
)
def test_five_working_days_are_given_to_mend(today, by):
    assert five_working_days_after(today) == by
