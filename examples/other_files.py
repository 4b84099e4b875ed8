"""What lies in an inbox beside the reports, a letter, a table, a workbook's lock file, and what
reports come in: mails and archives.
"""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from email.policy import SMTP
from xml.sax.saxutils import escape

from examples.recipes import ParcelRecipe
from examples.stamping import entry

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_WORKBOOK = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST_USER = 54
"""Characters that Excel gives the user's name in a lock file, in each of its two forms."""


def letter(text: str) -> bytes:
    """A Word document (.docx) with one paragraph."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_DOCUMENT}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>'
        f"{escape(text)}</w:t></w:r></w:p></w:body></w:document>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(entry(name), _DECLARATION + content)
    return stream.getvalue()


def table(lines: tuple[str, ...]) -> bytes:
    """A CSV file as Danish Excel writes it: semicolons, Windows' characters and line ends."""
    return "".join(f"{line}\r\n" for line in lines).encode("cp1252")


def mail(recipe: ParcelRecipe, files: dict[str, bytes]) -> bytes:
    """A mail (.eml) with files attached."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "A. Jensen <aj@example.org>"
    message["To"] = "Departementet <departementet@example.org>"
    message["Subject"] = recipe.subject
    message["Date"] = recipe.sent
    message.set_content(recipe.text, cte="quoted-printable")
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype=_WORKBOOK, filename=name)
    message.set_boundary("=_eksempel_=")
    return message.as_bytes()


def archive(files: dict[str, bytes]) -> bytes:
    """A zip of files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, data in files.items():
            packed.writestr(entry(name), data)
    return stream.getvalue()


def lock(user: str) -> bytes:
    """Excel's lock file: the user's name twice, with its length, each padded with spaces."""
    padded = user.ljust(_LONGEST_USER)
    one_byte = bytes([len(user)]) + padded.encode("cp1252")
    two_bytes = len(user).to_bytes(2, "little") + padded.encode("utf-16-le")
    return one_byte + two_bytes
