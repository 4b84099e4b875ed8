"""Seeded mutations of a good report: of its bytes, its XML, its cells."""

import re
from collections.abc import Callable
from functools import cache, partial
from random import Random

from tests.hostile.original import REPORT, STRINGS, STYLES, WORKBOOK
from tests.hostile.zips import altered, parts, written
from tests.validators.damage import parts_of
from tests.validators.reports import plan_named
from workbooks.form import Column, Layout, ValueType, input_types

Mutate = Callable[[bytes, Random], bytes]

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

_CELL = re.compile(r"<c [^>]*?(?:/>|>.*?</c>)")
_ELEMENT = re.compile(r"<(\w+)[^<>]*?(?:/>|>[^<>]*</\1>)")
_ATTRIBUTE = re.compile(r' [\w:]+="[^"]*"')
_DIGITS = re.compile(r"\d+")


def in_bytes(data: bytes, random: Random) -> bytes:
    """Bytes changed, lost, doubled or put in, anywhere in the file."""
    fresh = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        at, length = random.randrange(len(fresh)), random.choice((1, 1, 2, 4, 30, 500))
        piece = fresh[at : at + length]
        flipped = bytes([piece[0] ^ 1 << random.randrange(8)]) + piece[1:]
        others = (
            flipped,
            b"",
            piece * 2,
            random.randbytes(length),
            piece + random.randbytes(length),
        )
        fresh[at : at + length] = random.choice(others)
    return bytes(fresh) if random.random() < 0.9 else bytes(fresh[: random.randrange(len(fresh))])


def in_xml(data: bytes, random: Random) -> bytes:
    """The XML of a part changed: tokens, elements, attributes and numbers."""
    names = [part.name for part in parts(data)]
    sheets = [name for name in names if name.startswith("xl/worksheets/")]
    name = random.choice([*[REPORT, WORKBOOK] * 6, *[STYLES, STRINGS] * 2, *sheets, *names])
    return _with_text(data, name, partial(_changed, random=random), random.choice((1, 1, 1, 2, 4)))


def _with_text(data: bytes, name: str, change: Callable[[str], str], times: int) -> bytes:
    text = parts_of(data)[name].decode("utf-8", "replace")
    for _ in range(times):
        text = change(text)
    return written(altered(data, name, content=text.encode("utf-8", "surrogatepass")))


def _changed(text: str, random: Random) -> str:
    """The text with a token put in, or one thing changed."""
    if random.random() < 0.2:
        at = random.randrange(len(text) + 1)
        return text[:at] + random.choice(TOKENS) + text[at:]
    return _replaced(*random.choice(_CHANGES), text, random)


Change = Callable[[str, Random], str]
_CHANGES: tuple[tuple[re.Pattern[str], Change], ...] = (
    (_ELEMENT, lambda found, random: ""),
    (_ELEMENT, lambda found, random: found * 2),
    (_ELEMENT, lambda found, random: re.sub(r"^<\w+", random.choice(("<c", "<x")), found)),
    (_ATTRIBUTE, lambda found, random: ""),
    (_ATTRIBUTE, lambda found, random: f'{found.partition("=")[0]}="{random.choice(VALUES)}"'),
    (_DIGITS, lambda found, random: str(random.choice((0, 1, 55, 99, 10**9)))),
)


def _replaced(pattern: re.Pattern[str], change: Change, text: str, random: Random) -> str:
    """The text with something that the pattern finds changed."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    match = random.choice(found)
    return text[: match.start()] + change(match[0], random) + text[match.end() :]


def in_cells(data: bytes, random: Random) -> bytes:
    """Cells, locked ones and inputs, with other values, types, formulas, places."""
    sheets = [part.name for part in parts(data) if part.name.startswith("xl/worksheets/sheet")]
    name = random.choice([REPORT, REPORT, *sheets])
    change = partial(_replaced, _CELL, _another_cell, random=random)
    return _with_text(data, name, change, random.choice((1, 1, 2, 3)))


_FITTING: dict[ValueType, tuple[str, ...]] = {
    ValueType.COUNT: ("<v>60</v>", "<v>40</v>", "<v>0</v>", "<f>5*11</f><v>55</v>"),
    ValueType.PERCENT: ("<v>0.5</v>", "<v>0.95</v>", "<v>1</v>", "<f>1/2</f><v>0.5</v>"),
    ValueType.QUANTITY: ("<v>9</v>", "<v>12.5</v>", "<v>0.001</v>"),
    ValueType.AMOUNT: ("<v>9</v>", "<v>8.9</v>", "<v>-1</v>", "<v>60</v>"),
    ValueType.DATE: ("<v>44166</v>", "<v>44100</v>", "<v>44196</v>", "<v>43900</v>"),
    ValueType.YES_NO: ("<is><t>Ja</t></is>", "<is><t>Nej</t></is>"),
    ValueType.STATUS: ("<is><t>Grøn</t></is>", "<is><t>Gul</t></is>"),
    ValueType.TEXT: ("<is><t>Fordi</t></is>", "<v>1</v>"),
}
_JUDGED = (Column.BASIS, Column.RESULT, Column.DATE, Column.DONE, Column.STATUS)


@cache
def _inputs() -> dict[str, ValueType]:
    """The input cells that can change a score, with their types."""
    plan = plan_named()
    layout = Layout(plan)
    return {
        layout.report_cell(criterion.key, column): kind
        for criterion in plan.criteria
        for column, kind in input_types(criterion).items()
        if column in _JUDGED
    }


def in_inputs(data: bytes, random: Random) -> bytes:
    """Input cells with other values that could be meant, and an explanation for everything."""

    def change(text: str) -> str:
        text = _EXPLANATION.sub(r'<c \1 t="inlineStr"><is><t>Forklaret</t></is></c>', text)
        for address in random.sample(sorted(_inputs()), random.choice((1, 2, 3))):
            cell = re.compile(rf'<c [^>]*?r="{address}"[^>]*?(?:/>|>.*?</c>)')
            inner = random.choice(_FITTING[_inputs()[address]])
            text = _replaced(cell, partial(_holding, inner), text, random)
        return text

    return _with_text(data, REPORT, change, 1)


_EXPLANATION = re.compile(r'<c ([^>]*?r="P(?:1[1-9]|2\d)"[^>/]*?)(?: t="\w+")?(?: ?/>|>.*?</c>)')
"""A cell of the column Forklaring, from the table's first row on."""


def _holding(inner: str, cell: str, _: Random) -> str:
    """The cell with its place and its look, holding something else."""
    start = "".join(re.findall(r' (?:r="[A-Z]+\d+"|s="\d+")', cell.partition(">")[0]))
    kind = ' t="inlineStr"' if inner.startswith("<is>") else ""
    return f"<c{start}{kind}>{inner}</c>"


def _another_cell(cell: str, random: Random) -> str:
    reference = re.search(r' r="[A-Z]+\d+"', cell)
    style = re.search(r' s="\d+"', cell)
    start = (reference[0] if reference else "") + (style[0] if style else "")
    value, formula, kind = random.choice(VALUES), random.choice(FORMULAS), random.choice(KINDS)
    return random.choice(
        (
            f"<c{start}><v>{value}</v></c>",
            f"<c{start}{kind}><v>{value}</v></c>",
            f"<c{start}><f>{formula}</f><v>{value}</v></c>",
            f"<c{start}{kind}><f>{formula}</f><v>{value}</v></c>",
            f'<c{start} t="inlineStr"><is><t>{value}</t></is></c>',
            f"<c{start}/>",
            cell + cell,
            cell + f"<c{start}><v>{value}</v></c>",
            re.sub(r' r="[A-Z]+', f' r="{random.choice("AIJKZ")}', cell),
            re.sub(r"<f[ >].*?</f>", "", cell),
            re.sub(r"<v>.*?</v>", f"<v>{value}</v>", cell),
            "",
        )
    )


FAMILIES: dict[str, Mutate] = {
    "bytes": in_bytes,
    "xml": in_xml,
    "cells": in_cells,
    "inputs": in_inputs,
}


def mutated(data: bytes, seed: str) -> tuple[str, bytes]:
    """The family of the mutation that `seed` gives, and the mutated file."""
    random = Random(seed)
    family = random.choice(tuple(FAMILIES))
    return family, FAMILIES[family](data, random)
