"""An inbox: how each entry came, what comes out of mails, archives and folders, and what is read of
it, whatever becomes of the workers."""

import hashlib
import io
import os
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from department.inbox import Entry, inbox_paths, read_entry, taken_in
from department.record import Receipt
from department.workers import Workers
from tests.department.judged_files import NOON, a_receipt, verdicts_on
from tests.department.traps import DIES, EATS, FAILS, HANGS, read_trapped
from tests.hostile.zips import ENCRYPTED, Header, Part, written
from tests.validators.damage import zipped
from tests.validators.reports import report
from texts.findings import FORMATS
from workbooks.form import Column
from workbooks.reading.archive import Limits, within

Q3 = report({("1.1.a", Column.RESULT): 60}, period_id="Q3")
Q4 = report({})
FROM_OUTLOOK = (Path(__file__).parent / "resultatplan.msg").read_bytes()
"""A mail as Outlook saves it, with a workbook and another mail attached."""
LOCKED = Header(flags=ENCRYPTED)
SENT = "Tue, 13 Oct 2020 10:00:00 +0200"


def test_a_file_is_known_by_its_bytes_where_it_was_read_to_its_end(tmp_path):
    path = tmp_path / "rapport.xlsx"
    path.write_bytes(b"indhold")
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    digest = hashlib.sha256(b"indhold").hexdigest()
    assert read_entry(path, "r").receipt == Receipt("r", digest, 7, NOON)
    with within(Limits(file=4)):
        assert read_entry(path, "r").receipt == Receipt("r", "", 7, NOON)
    gone = read_entry(tmp_path / "væk", "væk").receipt
    assert (gone.digest, gone.size) == ("", 0)


def test_a_file_of_an_impossible_time_is_read_like_any_other(tmp_path, monkeypatch):
    path = tmp_path / "rapport.xlsx"
    path.write_bytes(b"indhold")
    status = os.stat_result([*path.lstat()[:8], 2**60, 0])
    monkeypatch.setattr(Path, "lstat", lambda _: status)
    entry = read_entry(path, "r")
    assert (entry.data, entry.receipt.received.year) == (b"indhold", 1970)


def mail_with(*files: tuple[str, bytes], sent: str | None = SENT) -> bytes:
    """A mail (.eml) with these files attached."""
    mail = EmailMessage()
    mail["Subject"] = "Afrapportering på resultatplanen"
    if sent is not None:
        mail["Date"] = sent
    mail.set_content("Hermed vores afrapportering.")
    for name, data in files:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(mail)


def forwarded(inner: bytes) -> bytes:
    """A mail with another mail in it."""
    mail = EmailMessage()
    mail.set_content("Se nedenfor.")
    attached = EmailMessage()
    attached.set_content(inner.decode("latin-1"))
    mail.add_attachment(attached, filename="VS_ afrapportering.eml")
    return bytes(mail)


def told_of(name: str, data: bytes, folder: Path, **limits: int) -> dict[str, tuple[str, str]]:
    """Of each file that comes out of this one: its code, if any, and the day it came."""
    (folder / name).write_bytes(data)
    with Workers(1) as workers, within(Limits(**limits)):
        came = list(taken_in([(folder / name, name)], workers, lambda _: date(2020, 10, 20)))
    codes = (each.finding.code if each.finding else "" for each in came)
    files = [each.receipt for each in came]
    return {
        each.file: (code, f"{each.received:%d-%m}") for each, code in zip(files, codes, strict=True)
    }


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("svar.eml", mail_with(("a.xlsx", Q3), ("billede.png", b"\x89PNG"), ("a.xlsx", Q4)),
         {"svar.eml › a.xlsx": ("", "13-10"), "svar.eml › a (2).xlsx": ("", "13-10")}),
        ("svar.eml", mail_with(("a.xlsx", Q3), sent=None), {"svar.eml › a.xlsx": ("", "20-10")}),
        ("svar.eml", mail_with(("a.xlsx", Q3), sent="i går"), {"svar.eml › a.xlsx": ("", "20-10")}),
        ("begge.zip", zipped({"år/a.xlsx": Q3, "b\\b.xlsx": Q4, "._a.xlsx": b"x", "l.txt": b""}),
         {"begge.zip › a.xlsx": ("", "20-10"), "begge.zip › b.xlsx": ("", "20-10")}),
        ("svar.msg", FROM_OUTLOOK,
         {"svar.msg › Rådet for Socialt Udsatte.xlsx": ("", "13-10"),
          "svar.msg › VS_ den forrige mail.msg": ("RP-102", "13-10")}),
        # A workbook, or an archive without any, is judged as the file that it is.
        ("omdøbt.zip", Q3, {"omdøbt.zip": ("", "20-10")}),
        ("billeder.zip", zipped({"a.png": b"x"}), {"billeder.zip": ("", "20-10")}),
        # One layer deep.
        ("svar.eml", mail_with(("a.zip", zipped({"a.xlsx": Q3})), ("winmail.dat", b"x")),
         {"svar.eml › a.zip": ("", "13-10"), "svar.eml › winmail.dat": ("", "13-10")}),
        ("svar.eml", forwarded(b"x"), {"svar.eml › VS_ afrapportering.eml": ("RP-102", "20-10")}),
        ("svar.eml", mail_with(), {"svar.eml": ("RP-105", "20-10")}),
        ("svar.eml", mail_with(("smime.p7m", b"x")), {"svar.eml": ("RP-116", "20-10")}),
        ("låst.zip", written([Part("a.xlsx", Q3, local=LOCKED, central=LOCKED)]),
         {"låst.zip": ("RP-116", "20-10")}),
        ("revet.zip", written([Part("a.xlsx", Q3, raw=b"ikke det, der blev pakket")]),
         {"revet.zip": ("RP-116", "20-10")}),
        ("tom.eml", b"", {"tom.eml": ("", "20-10")}),
        ("andet.eml", bytes(1000), {"andet.eml": ("RP-116", "20-10")}),
        ("svar.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
         + "__properties_version1.0".encode("utf-16-le"), {"svar.msg": ("RP-116", "20-10")}),
    ],
)  # fmt: skip
def test_what_comes_out_of_a_mail_or_an_archive(name, data, told, tmp_path):
    assert told_of(name, data, tmp_path) == told


@pytest.mark.parametrize("limits", [{"file": 60_000}, {"entries": 10}, {"inflated": 1_000_000}])
def test_an_archive_over_the_limits_is_one_finding(limits, tmp_path):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(11):
            archive.writestr(f"{number}.xlsx", bytes(100_000))
    assert told_of("bombe.zip", bomb.getvalue(), tmp_path, **limits) == {
        "bombe.zip": ("RP-107", "20-10")
    }


def test_a_mail_a_folder_and_their_workbooks_go_through_the_whole_desk(rp, tmp_path):
    inbox, out = tmp_path / "ind", tmp_path / "ud"
    (inbox / "Socialstyrelsen").mkdir(parents=True)
    refused = report({("1.1.a", Column.RESULT): "ca. 60"}, period_id="Q3")
    (inbox / "Resultatplan.eml").write_bytes(mail_with(("Socialstyrelsen.xlsx", refused)))
    (inbox / "Socialstyrelsen" / "år.xlsx").write_bytes(Q4)

    mailed = "Resultatplan.eml › Socialstyrelsen.xlsx"
    for _ in range(2):
        reports = rp("batch", inbox, "--out", out, "--json").json["reports"]
        assert [each["file"] for each in reports] == [mailed, "Socialstyrelsen/år.xlsx"]
    listed = rp("register", "list", "--register", out / "register", "--json").json["files"]
    assert {each["file"]: each["received"][:10] for each in listed}[mailed] == "2020-10-13"
    assert rp("reply", "--out", out / "svar", "--register", out / "register").code == 0
    replies = {path.name for path in (out / "svar").rglob("*")}
    assert "Resultatplan.eml › Socialstyrelsen - med kommentarer.xlsx" in replies
    flat = rp("batch", inbox, "--out", tmp_path / "fladt", "--flat", "--json").json["reports"]
    assert [each["file"] for each in flat] == [mailed, "Socialstyrelsen"]


def test_folders_are_looked_into_but_links_and_the_products_own_are_not(tmp_path):
    for place in ("ind/1", "ind/a/2", "ind/a/b/3", "ind/ud/4", "udenfor/5"):
        file = tmp_path / f"{place}.xlsx"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "ind" / "link").symlink_to(tmp_path / "udenfor")
    own = tmp_path / "ind" / "ud"
    (tmp_path / "genvej").symlink_to(own)

    def found(out, *, flat=False):
        paths = inbox_paths(tmp_path / "ind", [out], flat=flat)
        return [path.relative_to(tmp_path / "ind").as_posix() for path in paths]

    for out in (own, own / ".." / "ud", tmp_path / "genvej"):
        assert found(out) == ["1.xlsx", "a/2.xlsx", "a/b/3.xlsx", "link"]
    assert found(own, flat=True) == ["1.xlsx", "a", "link"]


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("winmail.dat", b"\x78\x9f\x3e\x22rest", "winmail"),
        ("a.gsheet", b'{"url": "https://docs.google.com/open?id=1"}', "google_link"),
        ("a.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(60), "shortcut"),
        ("a.url", b"[InternetShortcut]\r\nURL=x", "shortcut"),
        ("a.numbers", zipped({"Index/Document.iwa": b"x"}), "numbers"),
        ("a.xlsx", zipped({"xl\\workbook.xml": b"x"}), "backslashes"),
    ],
)
def test_what_is_no_workbook_is_told_as_what_it_is(rp, tmp_path, name, data, format_):
    (tmp_path / name).write_bytes(data)
    (report,) = rp("validate", tmp_path / name, "--json").json["reports"]
    (found,) = report["findings"]
    assert (found["code"], FORMATS[format_]("da") in found["message"]) == ("RP-102", True)


REASONS = {
    HANGS: "den tog for lang tid",
    EATS: "den brugte for meget hukommelse",
    DIES: "læseren gik ned",
    FAILS: "læseren gik ned (RecursionError",
}


def test_a_file_that_stops_its_worker_is_told_and_its_neighbours_are_read():
    names = ["først.txt", *REASONS, "sidst.txt"]
    entries = [Entry(a_receipt(name), b"et brev") for name in names]

    with Workers(2, Limits(seconds=3)) as workers:
        verdicts = verdicts_on(entries, workers, read_trapped)

    assert [verdict.file for verdict in verdicts] == names
    codes = [[each.code for each in verdict.findings] for verdict in verdicts]
    assert codes == [["RP-102"], *[["RP-109"]] * 4, ["RP-102"]]
    for verdict in verdicts[1:-1]:
        assert REASONS[verdict.file] in verdict.findings[0].message()
