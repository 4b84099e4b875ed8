"""The RP_ functions and the hosts they answer in: Excel (through xlwings) and LibreOffice Calc.

`udfs` holds the functions, `arguments` and `criteria_and_goals` read what a spreadsheet passes, and
`registry` describes the functions for everything that is generated from them: the VBA module
(`vba`), the LibreOffice extension (`libreoffice`) and the Office add-in (`office_js`).
`installation` puts the add-in on this machine.
"""
