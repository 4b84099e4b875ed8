"""Renders a plan's blueprint as an Excel workbook.

`build` assembles; the other modules each know one subject: styles, sheets, validations, colours,
charts, printing, and packing into the same bytes every time.
"""
