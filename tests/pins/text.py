"""What commands wrote, as text: `python -m tests.pins.text FOLDER OUT`."""

import email
import email.policy
import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from docx import Document
from docx.oxml.ns import qn

from tests.department.page.outline import Outline

SAYS = frozenset({"h1", "h2", "h3", "p", "li", "td", "th", "dt", "dd", "summary", "a", "text"})


def workbook(data: bytes) -> Iterator[str]:
    """Each cell with its formula, value, link and comment; then the names of the parts."""
    try:
        book, shown = (openpyxl.load_workbook(io.BytesIO(data), data_only=o) for o in (False, True))
    except Exception as error:  # noqa: BLE001 — a copy of a hostile file is told as what it is
        yield f"openpyxl: {error}"
        return
    for sheet in book:
        yield f"# {sheet.title} {sheet.sheet_state} {sheet.freeze_panes}"
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            link, note = cell.hyperlink, cell.comment
            told = [cell.value, shown[sheet.title][cell.coordinate].value]
            told += [link and (link.target, link.location), note and note.text]
            if any(each is not None for each in told):
                yield f"{cell.coordinate} {told}"
    yield from sorted(zipfile.ZipFile(io.BytesIO(data)).namelist())


def page(data: bytes) -> Iterator[str]:
    """Each element with its attributes, and its words where it has any of its own."""
    for each in Outline(data).elements:
        yield f"<{each.name}> {each.attributes} {each.words if each.name in SAYS else ''}"


def document(data: bytes) -> Iterator[str]:
    """The paragraphs, those of tables too."""
    for paragraph in Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        yield paragraph.text


def mail(data: bytes) -> Iterator[str]:
    """To whom, about what, the texts, and the names of what is attached."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    yield f"{message['To']} {message['Subject']}"
    for part in message.walk():
        is_text = part.get_content_maintype() == "text"
        yield str(part.get_content() if is_text else part.get_filename())


def plain(data: bytes) -> Iterator[str]:
    yield data.decode(errors="replace")


AS_TEXT = {".xlsx": workbook, ".html": page, ".docx": document, ".eml": mail}


def main(folder: Path, out: Path) -> None:
    """Write every file but registers and originals anew as text."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        inside = path.relative_to(folder)
        if path.suffix not in (".sqlite", ".lock") and "originals" not in inside.parts:
            text = "\n".join(AS_TEXT.get(path.suffix, plain)(path.read_bytes()))
            file = out / f"{inside}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace(str(folder), "WORK"), encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
