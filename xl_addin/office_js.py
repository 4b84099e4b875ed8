"""What Office reads of the add-in for Mac, web and locked computers: its manifest, its functions.

Both are generated from the functions' descriptions. The pane and the script that they point at lie
beside them at one address, and are made by whoever has the rules (`department.checker`).
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import resultatplan
from texts import functions
from texts import office_addin as say
from xl_addin.registry import FULFILMENT, GOAL_TABLE, WEIGHT, Function
from xl_addin.udfs import FUNCTIONS

MANIFEST, PANE, SCRIPT, METADATA = "manifest.xml", "pane.html", "functions.js", "functions.json"
ICON_SIZES: Final = (16, 32, 64, 80)
_NAMESPACE: Final = "RP"


def icon(size: int) -> str:
    """The file of the icon that is so many pixels wide."""
    return f"icon-{size}.png"


def function_metadata() -> str:
    """functions.json: names and Danish help of each function and argument.

    Everything is taken as a range, and asked for with its addresses: Excel passes a blank cell as
    0, and only the workbook tells the two apart.
    """
    listed = [
        {
            "id": _id(function),
            "name": _id(function),
            "description": function.help.da,
            "parameters": [
                {
                    "name": argument.name,
                    "description": argument.help.da,
                    "type": "any",
                    "dimensionality": "matrix",
                    "optional": argument.optional,
                }
                for argument in function.arguments
            ],
            # Excel gives addresses to a function that answers with a range: ours is of one cell.
            "result": {"type": "any", "dimensionality": "matrix"},
            "options": {
                "requiresParameterAddresses": bool(function.arguments),
                "volatile": function.reads_workbook,
            },
        }
        for function in FUNCTIONS
    ]
    document = {"allowErrorForDataTypeAny": True, "functions": listed}
    return json.dumps(document, ensure_ascii=False, indent=1)


def described() -> Mapping[str, object]:
    """What functions.js has to know of the functions, and of the table with a workbook's goals."""
    goals = {"table": GOAL_TABLE, "fulfilment": FULFILMENT, "weight": WEIGHT}
    each = {_id(own): {"name": own.name, "totals": own.totals} for own in FUNCTIONS}
    return {"goals": goals, "functions": each}


def manifest(address: str) -> str:
    """manifest.xml of the add-in whose files lie at `address`, which ends with a slash.

    The same address gives the same add-in. Versions have four numbers in Office.
    """
    fields = {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, address)),
        "version": f"{resultatplan.__version__}.0",
    }
    texts = {
        "Title": functions.CATEGORY,
        "Description": say.DESCRIPTION.da,
        "Button": say.CHECK.da,
        "Help": say.CHECK_HELP.da,
        "Namespace": _NAMESPACE,
    }
    addresses = {"Pane": PANE, "Script": SCRIPT, "Metadata": METADATA}
    addresses |= {f"Icon{size}": icon(size) for size in ICON_SIZES}
    fields |= texts | {name: address + file for name, file in addresses.items()}
    written = {name: escape(text, {'"': "&quot;"}) for name, text in fields.items()}
    template = Path(__file__).with_name("manifest.xml").read_text(encoding="utf-8")
    return template.format(**written)


def _id(function: Function) -> str:
    return function.name.removeprefix(f"{_NAMESPACE}_")
