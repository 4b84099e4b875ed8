"""What was agreed and how it is judged: plan, criteria, rules, scoring, deadlines.

What judges and explains needs the standard library alone, since it runs inside Excel, LibreOffice
and a browser: `criteria`, `scales`, `rules`, `combinations`, `outcome`, `scoring`, `reasons`,
`exact`. Nothing here knows of Excel files.
"""

__version__ = "0.1.0"
