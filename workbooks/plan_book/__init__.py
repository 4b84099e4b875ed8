"""The workbook that a plan is written in: its form, how it is written, and how it is read."""
