"""What was agreed and how it is judged: plan, criteria, rules, scoring, deadlines.

`criteria`, `rules`, `scoring` and `explaining` need the standard library alone: they run inside
Excel, LibreOffice and a browser. Nothing here knows of Excel files.
"""

__version__ = "0.1.0"
