"""Whole reports, filled in by a real spreadsheet program and judged."""
