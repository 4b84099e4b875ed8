"""Renders a plan's blueprint as an Excel workbook.

`build` assembles, `sheet` renders one; `styles`, `feedback`, `history_charts` and `print_layout`
each know one side of it, and `xlsx_file` writes the same bytes every time.
"""
