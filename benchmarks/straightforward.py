"""What one would write in an afternoon: openpyxl, a DataFrame and a schema per sheet and file.

    python -m benchmarks.straightforward FOLDER

Every workbook of the folder is read and validated, and that is all: no rules, no score, no
register.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pandas as pd
from pandera.errors import SchemaErrors
from pandera.pandas import Check, Column, DataFrameSchema

from resultatplan.criteria import LABELS


def schemas() -> dict[str, DataFrameSchema]:
    """A schema for the table of each sheet."""
    text = Column(str, nullable=True, coerce=False, required=True)
    number = Column(float, Check.ge(-1e9), nullable=True, required=False)
    return {
        "Stamdata": DataFrameSchema({"Felt": text}),
        "Afrapportering": DataFrameSchema(
            {
                "Nøgle": text,
                "Krav": Column(str, Check.isin([*LABELS.values()])),
                "Resultat": number,
                "Status": Column(object, Check.isin(["Grøn", "Gul", "Rød"]), nullable=True),
                "Opfyldt": Column(str, Check.isin(["opfyldt", "ikke opfyldt", "afventer"])),
            }
        ),
        "Målopfyldelse": DataFrameSchema(
            {"Mål": text, "Vægt": Column(float, Check.gt(0)), "Opfyldelse": Column(object)}
        ),
        "Historik": DataFrameSchema({"Nøgle": text, "År": Column(float, Check.gt(2000))}),
    }


def validate_all(files: Iterable[Path]) -> None:
    """Read each file and validate its tables, one after the other."""
    by_sheet = schemas()
    for file in files:
        workbook = openpyxl.load_workbook(file, data_only=True)
        for name, schema in by_sheet.items():
            sheet = workbook[name]
            table = next(iter(sheet.tables.values()))
            rows = [[cell.value for cell in row] for row in sheet[table.ref] if row[0].value]
            frame = pd.DataFrame(rows[1:], columns=[str(head) for head in rows[0]])
            for column in ("Resultat", "Vægt", "År"):
                if column in frame:
                    frame[column] = pd.to_numeric(frame[column], errors="coerce").astype(float)
            try:
                schema.validate(frame, lazy=True)
            except SchemaErrors as errors:
                list(errors.failure_cases.itertuples())


def main(folder: str) -> None:
    """The whole program."""
    validate_all(sorted(Path(folder).glob("*.xlsx")))


if __name__ == "__main__":
    main(sys.argv[1])
