"""Every word a person reads, Danish and English, and nothing else.

This package is the bottom of the house: it imports the standard library alone, so that the
functions inside Excel, the workbook, the findings and the command line can all speak with the
same words. One module for each reader: what the page says is in `page`, what a letter says in
`letters`, what every view shares in `standing`. The catalogue of findings and the limits of intake
are forms, in TOML.
"""
