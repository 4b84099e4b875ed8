"""What the command line says of the corpus, as a tree of text files.

Only the command line is used, so that any state of the code can be asked. What cannot be the same
twice (folders, moments, versions) is left out; workbooks, pages, letters and documents become text.
"""

from __future__ import annotations

import email
import email.policy
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

TODAY = "2025-02-01"
PLAN = "socialstyrelsen-2020"
RUN = "from department.cli import main; main()"
GROUPS = ("verdicts", "desk", "year", "plans", "help")
COMMANDS = (
    "plans", "plan", "template", "fill", "validate", "batch", "status", "calendar", "register",
    "migrate", "rehearse", "watch", "reply", "annual-report", "explain", "limits", "addin",
    "plan new", "plan export", "plan check", "plan import", "plan diff", "plan rollover",
    "register list", "register show", "register export", "addin status", "addin install",
    "addin build", "addin libreoffice",
)  # fmt: skip


class Said:
    """One state of the code asked about the corpus, in one language."""

    def __init__(self, code: Path, corpus: Path, out: Path, lang: str) -> None:
        self.code, self.corpus, self.lang = code, corpus, lang
        self.out = out / lang
        self.scratch = out / f"scratch-{lang}"
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)

    def ask(self, name: str, *arguments: object) -> str:
        """Run `rp`; its exit code and what it prints are kept under a name."""
        command = [sys.executable, "-c", RUN, *map(str, arguments), "--lang", self.lang]
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.scratch),
            "PYTHONPATH": str(self.code),
            "PYTHONDONTWRITEBYTECODE": "1",
            "COLUMNS": "150",
            "TZ": "UTC",
        }
        ran = subprocess.run(
            command, cwd=self.corpus, env=environment, capture_output=True, check=False
        )
        printed = ran.stdout.decode(errors="replace")
        self.keep(name, f"exit {ran.returncode}\n{printed}{ran.stderr.decode(errors='replace')}")
        return printed

    def keep(self, name: str, text: str) -> None:
        """Keep a text under a name, folders and moments taken out."""
        text = text.replace(str(self.scratch), "SCRATCH").replace(str(self.corpus), "CORPUS")
        file = self.out / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def keep_tree(self, name: str, folder: Path) -> None:
        """Keep what is written in a folder, each file as text."""
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            inside = path.relative_to(folder)
            if path.suffix in (".sqlite", ".lock") or "originals" in inside.parts:
                continue
            self.keep(f"{name}/{inside}", "\n".join(_lines(path)))

    def verdicts(self) -> None:
        """Every file of the corpus, judged."""
        for kind in ("cases", "hostile"):
            printed = self.ask(f"verdicts/{kind}", "validate", *self._files(kind), "--json")
            self._one_by_one(kind, printed)
        for folder in sorted((self.corpus / "between").iterdir()):
            files = self._files(f"between/{folder.name}")
            self.ask(f"verdicts/between-{folder.name}", "validate", *files, "--json")
        for folder in sorted((self.corpus / "random").iterdir()):
            files = self._files(f"random/{folder.name}")
            self.ask(
                f"verdicts/random-{folder.name}", "validate", *files, "--json", "--plans", "own"
            )
        cases = self._files("cases")
        self.ask("verdicts/screen", "validate", *cases)
        for file in self._files("plans"):
            self.ask(f"verdicts/plans/{Path(file).stem}", "plan", "check", file)

    def _files(self, kind: str) -> list[str]:
        return [
            str(path.relative_to(self.corpus)) for path in sorted((self.corpus / kind).iterdir())
        ]

    def _one_by_one(self, kind: str, printed: str) -> None:
        """A verdict's JSON in a file of its own is easier to compare."""
        (self.out / f"verdicts/{kind}.txt").unlink()
        for report in json.loads(printed)["reports"]:
            name = Path(report["file"]).name
            self.keep(f"verdicts/{kind}/{name}", json.dumps(report, ensure_ascii=False, indent=1))

    def desk(self) -> None:
        """The example inbox and a mixed one, in one batch each."""
        self._batch("desk/indbakke", self.corpus / "examples/indbakke", "indbakke")
        self._views("desk/indbakke", self.scratch / "indbakke")
        self._batch("desk/cases", self.corpus / "cases", "cases")
        self.ask("desk/json", "batch", "examples/indbakke", "--out", self.scratch / "json",
                 "--json", "--today", TODAY)  # fmt: skip
        self.ask("desk/hostile", "batch", "hostile", "--out", self.scratch / "hostile",
                 "--today", TODAY, "--no-register")  # fmt: skip

    def year(self) -> None:
        """The year, inbox by inbox, and every view of it."""
        for number, inbox in enumerate(sorted((self.corpus / "examples/året").iterdir()), start=1):
            self._batch(f"year/{number}", inbox, "year", keep=False)
        self._views("year/after", self.scratch / "year")

    def _batch(self, name: str, inbox: Path, out: str, *, keep: bool = True) -> None:
        folder = self.scratch / out
        self.ask(f"{name}-batch", "batch", inbox, "--out", folder, "--today", TODAY)
        if keep:
            self.keep_tree(f"{name}-batch", folder)

    def _views(self, name: str, out: Path) -> None:
        self.keep_tree(f"{name}-written", out)
        at = ("--register", out / "register")
        self.ask(f"{name}/status", "status", *at, "--today", TODAY)
        self.ask(f"{name}/status-all", "status", *at, "--today", "2018-03-01", "--all")
        self.ask(f"{name}/status-json", "status", *at, "--today", TODAY, "--json", "--all")
        self.ask(f"{name}/list", "register", "list", *at)
        self.ask(f"{name}/list-json", "register", "list", *at, "--json")
        self.ask(f"{name}/calendar", "calendar", "--today", "2024-02-01")
        for plan in ("socialstyrelsen-2020", "statsforvaltningen-2017"):
            folder = self.scratch / f"annual-{out.name}"
            self.ask(f"{name}/annual-{plan}", "annual-report", plan, *at, "--out", folder,
                     "--today", TODAY)  # fmt: skip
        self.keep_tree(f"{name}/annual", self.scratch / f"annual-{out.name}")
        letters = self.scratch / f"letters-{out.name}"
        self.ask(f"{name}/reply", "reply", *at, "--out", letters, "--all", "--today", TODAY)
        self.keep_tree(f"{name}/letters", letters)
        exported = self.scratch / f"export-{out.name}"
        self.ask(f"{name}/export-csv", "register", "export", *at, "--out", exported)
        self.ask(f"{name}/export-json", "register", "export", *at, "--out",
                 exported / "register.json")  # fmt: skip
        self.keep_tree(f"{name}/exported", exported)

    def plans(self) -> None:
        """Plans shown, written in Excel, rolled over, compared; templates, filled and prefilled."""
        self.ask("plans/list", "plans")
        self.ask("plans/json", "plans", "--json")
        own = self.scratch / "plans"
        shutil.copytree(self.corpus / "own", own)
        ids = [each["id"] for each in self._json("plans", "--json", "--plans", own)]
        templates = self.scratch / "templates"
        self.ask("plans/template", "template", "--out", templates, "--plans", own)
        self.keep_tree("plans/templates", templates)
        books = self.scratch / "books"
        books.mkdir()
        self.ask("plans/new", "plan", "new", "--out", books / "new.xlsx")
        for plan in ids:
            book = books / f"{plan}.xlsx"
            self.ask(f"plans/export-{plan}", "plan", "export", plan, "--out", book, "--plans", own)
            self.ask(f"plans/check-{plan}", "plan", "check", book, "--plans", own)
            year = int(plan.rpartition("-")[2]) + 1
            draft = books / f"{plan}-draft.xlsx"
            self.ask(f"plans/rollover-{plan}", "plan", "rollover", plan, "--year", year,
                     "--out", draft, "--plans", own)  # fmt: skip
            self.ask(f"plans/check-draft-{plan}", "plan", "check", draft, "--plans", own)
        self.keep_tree("plans/books", books)
        self.ask("plans/diff", "plan", "diff", ids[0], ids[1], "--plans", own)
        for values in sorted((self.corpus / "values").iterdir()):
            filled = self.scratch / "filled" / f"{values.stem}.xlsx"
            filled.parent.mkdir(exist_ok=True)
            plan = values.stem.rpartition("-")[0]
            self.ask(f"plans/fill-{values.stem}", "fill", templates / f"{plan}.xlsx", values,
                     "--out", filled)  # fmt: skip
        self.keep_tree("plans/filled", self.scratch / "filled")
        report = next((self.corpus / "examples/indbakke").glob("Socialstyrelsen 2020*"))
        self.ask("plans/prefill", "template", PLAN, "--out", self.scratch / "next",
                 "--prefill", report)  # fmt: skip
        self.keep_tree("plans/prefilled", self.scratch / "next")
        self.ask("plans/rehearse", "rehearse", PLAN, report)

    def _json(self, *arguments: object) -> list[dict[str, str]]:
        found = json.loads(self.ask("plans/json-own", *arguments))
        plans: list[dict[str, str]] = found["plans"] if isinstance(found, dict) else found
        return plans

    def help(self) -> None:
        """Every help page, the catalogue, and how wrong usage is told."""
        self.ask("help/rp", "--help")
        for command in COMMANDS:
            self.ask(f"help/{command.replace(' ', '-')}", *command.split(), "--help")
        self.ask("help/explain", "explain", "--markdown")
        self.ask("help/explain-one", "explain", "RP-506")
        self.ask("help/limits", "limits")
        for number, wrong in enumerate(
            (["nosuch"], ["batch"], ["batch", "nowhere", "--out", "x"], ["status", "--today", "x"],
             ["validate"], ["explain", "RP-999"], ["template", "nosuch", "--out", "x"])
        ):  # fmt: skip
            self.ask(f"help/wrong-{number}", *wrong)


def say(code: Path, corpus: Path, out: Path, groups: Sequence[str] = GROUPS) -> None:
    """Ask one state of the code everything, in both languages."""
    for lang in ("da", "en"):
        said = Said(code, corpus, out, lang)
        for group in groups:
            getattr(said, group)()
        shutil.rmtree(said.scratch)


def _lines(path: Path) -> Iterator[str]:
    if path.suffix == ".xlsx":
        yield from _workbook(path)
    elif path.suffix == ".html":
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        yield from page.lines
    elif path.suffix == ".docx":
        yield from _document(path)
    elif path.suffix == ".eml":
        yield from _mail(path)
    else:
        yield path.read_text(encoding="utf-8", errors="replace")


def _workbook(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data))
        shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:  # noqa: BLE001 — a copy of a hostile file is told as what it is
        yield f"openpyxl: {error}"
        return
    for sheet in book:
        validations = sheet.data_validations.dataValidation
        yield f"# {sheet.title} {sheet.sheet_state} {sheet.freeze_panes} {len(validations)}"
        for row in sheet.iter_rows():
            for cell in row:
                link = cell.hyperlink
                where = None if link is None else (link.target, link.location)
                note = None if cell.comment is None else cell.comment.text
                if cell.value is not None or where or note:
                    value = shown[sheet.title][cell.coordinate].value
                    told = [cell.value, *([value] if value != cell.value else []), where, note]
                    yield f"{cell.coordinate} {[each for each in told if each is not None]!r}"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        yield from sorted(parts.namelist())


class _Page(HTMLParser):
    """The text of a page, its links and labels, a line each."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag in ("style", "script")
        told = {"href", "title", "aria-label", "alt", "scope", "lang"}
        said = [f"{name}={value}" for name, value in attrs if name in told]
        if said or tag in ("h1", "h2", "h3", "table", "svg", "section", "details"):
            self.lines.append(f"<{tag}> {' '.join(said)}".rstrip())

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        text = re.sub(r"\s+", " ", data).strip()
        if text and not self._silent:
            self.lines.append(text)


def _document(path: Path) -> Iterator[str]:
    document = Document(str(path))
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            style = block.style.name if block.style else ""
            yield f"{style}: {block.text}"
        elif isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(cell.text for cell in row.cells)


def _mail(path: Path) -> Iterator[str]:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    yield f"{mail['To']} {mail['Subject']}"
    for part in mail.walk():
        if part.get_content_maintype() == "text":
            yield str(part.get_content())
        else:
            yield f"{part.get_content_type()} {part.get_filename()}"
