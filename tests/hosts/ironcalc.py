"""IronCalc, a spreadsheet engine that aims at Excel: a second opinion on the native formulas."""

import re
from datetime import datetime
from decimal import Decimal

import ironcalc

from workbooks.coordinates import position_of
from workbooks.reading.cells import date_to_serial, read_range

_NUMBER = re.compile(r"(-?\d+(?:,\d+)?)(%?)")
_DAY = re.compile(r"\d\d-\d\d-\d{4}")


class Sheets:
    """A workbook in IronCalc; a cell is named by its sheet and its address."""

    def __init__(self, path):
        self._model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
        names = [each["name"] for each in self._model.get_worksheets_properties()]
        self._numbers = {name: number for number, name in enumerate(names)}

    def type_cells(self, sheet, entries):
        """Put in what a Dane types."""
        for address, text in entries.items():
            column, row = position_of(address)
            at = self._numbers[sheet], row, column
            number = _number_of(text)
            if not text:
                self._model.clear_cell_contents(*at)
            elif number is None:
                self._model.update_cell_with_text(*at, text)
            else:
                self._model.update_cell_with_number(*at, number)

    def recalculate(self):
        self._model.evaluate()

    def value(self, sheet, address):
        return self.values(sheet, address)[0][0]

    def values(self, sheet, area):
        """The values of a range, row by row."""
        place = read_range(area)
        return [
            [
                self._model.get_cell_value(self._numbers[sheet], row, column)
                for column in range(place.first_column, place.last_column + 1)
            ]
            for row in range(place.first_row, place.last_row + 1)
        ]


def _number_of(text):
    if _DAY.fullmatch(text):
        return float(date_to_serial(datetime.strptime(text, "%d-%m-%Y").date()))
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    number = Decimal(match[1].replace(",", "."))
    return float(number / 100 if match[2] else number)
