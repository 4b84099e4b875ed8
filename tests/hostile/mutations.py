"""Seeded mutations of good reports, and what becomes of them: none may be accepted wrongly.

The score of an accepted file is computed again from its input cells as openpyxl reads them: another
reader than ours. A mutation that changed an input has then changed the score rightly. Where
openpyxl cannot read the cells, the score must be the good report's own.
"""

import io
import json
import re
import time
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from random import Random
from typing import Any

import openpyxl
from openpyxl.utils.datetime import from_excel

from resultatplan.criteria import Kind
from resultatplan.evaluation import Reported, evaluate
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import Criterion
from resultatplan.plan import Plan
from tests.department.judged_files import as_json
from tests.hostile.original import (
    REPORT,
    STRINGS,
    STYLES,
    WORKBOOK,
    original,
    with_inline_texts,
    with_parts,
)
from tests.validators.damage import parts_of
from tests.validators.reports import calculated, report
from validators.report import Report, read_report
from validators.verdict import Verdict, judge
from workbooks.coordinates import column_letter
from workbooks.form import YES, Column, Layout, Sheet, ValueType, level_type

SECONDS_FOR_ONE = 10.0
"""So much time of the processor reading one file may take."""
TOKENS = (
    "60", "0", "-1", "1e309", "NaN", "1.5", "99999999999999999999", "Ja", "Nej", "#N/A", "=1+1",
    "_x0041_", "_xD800_", "&#0;", "&lt;", "]]>", "\x00", "<v>1</v>", "<c/>", "</c>", "<row>",
    "</row>", "</sheetData>", "<f>1+1</f>", "<f t='shared' si='0'/>", "<is><t>x</t></is>",
    ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="n"', ' t="inlineStr"', ' r="A1"',
    ' r="I11"', ' s="999"', ' hidden="1"', "<!-- -->", "<![CDATA[1]]>", "<?x y?>",
    "<!DOCTYPE x>", "<extLst>", "</extLst>", "xmlns:x='urn:x'", "æøå", "\u202e", "A1:XFD1048576",
)  # fmt: skip
VALUES = (
    "60", "54", "0.5", "1", "0", "100", "-5", "1e3", "1E-9", "44166", "43800", "2", "", " ", "x",
    "55.0000000001", "0.82", "8.1", "true", "#REF!", "1e400", "0x10", "1_0", "٥", "12,5",
)  # fmt: skip
KINDS = ("", ' t="n"', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="inlineStr"')
FORMULAS = ("1+1", "55", "I12", "SUM(A1:A9)", 'IF(1,"Ja","")', "#REF!", "", "A1&amp;B1", "1/0")


def in_bytes(data: bytes, random: Random) -> bytes:
    """Bytes changed, lost, doubled or put in, anywhere in the file."""
    fresh = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        at, length = random.randrange(len(fresh)), random.choice((1, 1, 2, 4, 30, 500))
        piece, more = fresh[at : at + length], random.randbytes(length)
        flipped = bytes([piece[0] ^ 1 << random.randrange(8)]) + piece[1:]
        fresh[at : at + length] = random.choice((flipped, b"", piece * 2, more, piece + more))
    return bytes(fresh) if random.random() < 0.9 else bytes(fresh[: random.randrange(len(fresh))])


Mutate = Callable[[str, Random], str]
_ELEMENT, _ATTRIBUTE = r"<(\w+)[^<>]*?(?:/>|>[^<>]*</\1>)", r' [\w:]+="[^"]*"'
_CHANGES: tuple[tuple[str, Mutate], ...] = (
    (_ELEMENT, lambda found, random: ""),
    (_ELEMENT, lambda found, random: found * 2),
    (_ELEMENT, lambda found, random: re.sub(r"^<\w+", random.choice(("<c", "<x")), found)),
    (_ATTRIBUTE, lambda found, random: ""),
    (_ATTRIBUTE, lambda found, random: f'{found.partition("=")[0]}="{random.choice(VALUES)}"'),
    (r"\d+", lambda found, random: str(random.choice((0, 1, 55, 99, 10**9)))),
    (r"", lambda found, random: random.choice(TOKENS)),
)


def in_xml(data: bytes, random: Random) -> bytes:
    """The XML of a part changed: tokens, elements, attributes and numbers."""
    names = list(parts_of(data))
    sheets = [name for name in names if name.startswith("xl/worksheets/")]
    name = random.choice([*[REPORT, WORKBOOK] * 6, *[STYLES, STRINGS] * 2, *sheets, *names])
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        data = _with_one(data, name, *random.choice(_CHANGES), random)
    return data


def in_cells(data: bytes, random: Random) -> bytes:
    """Cells, locked ones and inputs, with other values, types, formulas, places."""
    sheets = [name for name in parts_of(data) if name.startswith("xl/worksheets/sheet")]
    name = random.choice([REPORT, REPORT, *sheets])
    for _ in range(random.choice((1, 1, 2, 3))):
        data = _with_one(data, name, r"<c [^>]*?(?:/>|>.*?</c>)", _another_cell, random)
    return data


def _with_one(data: bytes, name: str, pattern: str, change: Mutate, random: Random) -> bytes:
    """The file with one thing that the pattern finds in a part changed."""
    text = parts_of(data)[name].decode("utf-8", "replace")
    found = list(re.finditer(pattern, text))
    if found:
        match = random.choice(found)
        text = text[: match.start()] + change(match[0], random) + text[match.end() :]
    return with_parts({name: text.encode("utf-8", "surrogatepass")})(data)


def _another_cell(cell: str, random: Random) -> str:
    start = "<c" + "".join(re.findall(r' (?:r="[A-Z]+\d+"|s="\d+")', cell.partition(">")[0]))
    value, formula, kind = random.choice(VALUES), random.choice(FORMULAS), random.choice(KINDS)
    return random.choice(
        (
            f"{start}><v>{value}</v></c>",
            f"{start}{kind}><v>{value}</v></c>",
            f"{start}><f>{formula}</f><v>{value}</v></c>",
            f"{start}{kind}><f>{formula}</f><v>{value}</v></c>",
            f'{start} t="inlineStr"><is><t>{value}</t></is></c>',
            f"{start}/>",
            cell + cell,
            cell + f"{start}><v>{value}</v></c>",
            re.sub(r' r="[A-Z]+', f' r="{random.choice("AIJKZ")}', cell),
            re.sub(r"<f[ >].*?</f>", "", cell),
            re.sub(r"<v>.*?</v>", f"<v>{value}</v>", cell),
            "",
        )
    )


FAMILIES: dict[str, Callable[[bytes, Random], bytes]] = {
    "bytes": in_bytes,
    "xml": in_xml,
    "cells": in_cells,
}


@dataclass(frozen=True)
class Outcome:
    """A mutated file, its verdict, and what is wrong with that, if anything."""

    seed: str
    family: str
    code: str
    """What the file was refused for, first, or `accepted`."""
    wrong: str


@cache
def good_reports() -> tuple[bytes, ...]:
    """What is mutated: a report that meets everything, one that does not, one of openpyxl's."""
    missed = report(
        {
            ("1.1.a", Column.RESULT): 40,
            ("1.1.a", Column.EXPLANATION): "Færre kurser",
            ("2.2.b", Column.RESULT): 20,
            ("2.2.b", Column.EXPLANATION): "Dyrere end ventet",
        }
    )
    return original(), calculated(missed), with_inline_texts(original())


def outcomes(seed: int, count: int) -> list[Outcome]:
    """Mutate and read so many files, and judge them together."""
    files: list[tuple[str, bytes, bytes]] = []
    reports: list[Report] = []
    for number in range(count):
        random, good = Random(f"{seed}:{number}"), good_reports()[number % len(good_reports())]
        family = random.choice(tuple(FAMILIES))
        data = FAMILIES[family](good, random)
        started = time.process_time()
        reports.append(read_report(f"{seed}:{number}", data))
        assert time.process_time() - started < SECONDS_FOR_ONE, f"{seed}:{number}"
        files.append((family, data, good))
    return [_outcome(verdict, *file) for verdict, file in zip(judge(reports), files, strict=True)]


def _outcome(verdict: Verdict, family: str, data: bytes, good: bytes) -> Outcome:
    for lang in ("da", "en"):
        json.dumps(as_json(verdict, lang), ensure_ascii=False).encode("utf-8")
    wrong = ""
    if verdict.accepted:
        assert verdict.evaluation is not None and verdict.plan is not None
        score = verdict.evaluation.score.secured
        expected = score_by_openpyxl(data, verdict.plan)
        if expected is None:
            expected = score_by_openpyxl(good, verdict.plan)
        if expected != score:
            wrong = f"accepted with {score}, but the inputs give {expected}"
    errors = [each.code for each in verdict.findings if each.is_error]
    return Outcome(verdict.file, family, [*errors, "accepted"][0], wrong)


def score_by_openpyxl(data: bytes, plan: Plan) -> float | None:
    """The secured total that the input cells give, as openpyxl reads them; None if it cannot."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, read_only=True)
            names = {name.casefold(): name for name in book.sheetnames}
            rows = book[names[Sheet.REPORT.casefold()]].iter_rows(1, 60, 1, 20, values_only=True)
            values = {
                f"{column_letter(column)}{row}": value
                for row, cells in enumerate(rows, start=1)
                for column, value in enumerate(cells, start=1)
                if value != ""
            }
        except _BROKEN:
            return None
    layout = Layout(plan)
    reported = {each.key: _reported(values, layout, each) for each in plan.criteria}
    return evaluate(plan, reported, final=True).score.secured


_BROKEN = (SyntaxError, LookupError, ValueError, TypeError, AttributeError, AssertionError,
           OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)  # fmt: skip
"""What openpyxl raises when a workbook is not to its liking."""


def _reported(values: Mapping[str, Any], layout: Layout, criterion: Criterion) -> Reported:
    basis, result, day, done = (
        values.get(layout.report_cell(criterion.key, column))
        for column in (Column.BASIS, Column.RESULT, Column.DATE, Column.DONE)
    )
    if not criterion.kind.is_numeric:
        if isinstance(day, int | float):
            day = from_excel(day)
        delivered = day.date() if isinstance(day, datetime) else None
        is_delivery = criterion.kind is Kind.DELIVERED_BY
        answer = None if done is None else done == YES
        return Reported(delivered=delivered if is_delivery else None, done=answer)
    scale = HUNDRED if level_type(criterion) is ValueType.PERCENT else 1
    takes_basis = criterion.kind.needs_basis and criterion.basis is None
    return Reported(
        basis=exact(basis) * scale if takes_basis and basis is not None else None,
        result=None if result is None else exact(result) * scale,
    )
