"""The letter as a mail that nobody is the recipient of yet: opened, it is a draft."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

_WORKBOOK = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draft(subject: str, body: str, copy: tuple[str, bytes] | None) -> bytes:
    """An .eml file without recipient and sender; `copy` is the enclosed workbook with its name.

    The same letter gives the same bytes: there is no date in it, and the parts are told apart by
    what they hold.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(body, cte="base64")
    if copy is not None:
        name, data = copy
        message.add_attachment(data, maintype="application", subtype=_WORKBOOK, filename=name)
        message.set_boundary("=_svar_fra_departementet_=")
    return message.as_bytes()
