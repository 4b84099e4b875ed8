"""The words of the add-in: Excel's ribbon and messages, `rp addin`, the reference."""

from __future__ import annotations

from texts.language import Text
from texts.standing import CELL, MESSAGE, SEVERITY, SHEET

# The macro "Kontrollér rapport" and its button.
CHECK_BUTTON = Text("Kontrollér rapport", "Check the report")
CHECK_BUTTON_HELP = Text(
    "Kontrollerer den aktive projektmappe, som den er gemt, på samme måde som departementet gør."
    " Rapporten ændres ikke.",
    "Checks the active workbook as saved, just as the department does. The report is not changed.",
)
NO_REPORT_OPEN = Text(
    "Åbn den afrapportering, der skal kontrolleres.", "Open the report that is to be checked."
)
SAVE_FIRST = Text("Gem afrapporteringen, før den kontrolleres.", "Save the report first.")
UNSAVED_CHANGES = Text(
    "Afrapporteringen har ændringer, der ikke er gemt. Det gemte kontrolleres. Fortsæt?",
    "The report has unsaved changes. What is saved will be checked. Continue?",
)
CHECKING = Text("Afrapporteringen kontrolleres …", "Checking the report …")
CHECK_FAILED = Text("Afrapporteringen kunne ikke kontrolleres.", "The report could not be checked.")
FINDINGS_SHEET = Text("Kontrol", "Check")
NO_DLL = Text("xlwings' programbibliotek blev ikke fundet:", "The xlwings library was not found:")

VERDICT_ACCEPTED = Text(
    "{file} kan afleveres: {errors} fejl, {warnings} advarsler, {infos} oplysninger.",
    "{file} can be handed in: {errors} errors, {warnings} warnings, {infos} notes.",
)
VERDICT_REJECTED = Text(
    "{file} skal rettes, før den afleveres: {errors} fejl, {warnings} advarsler, {infos}"
    " oplysninger.",
    "{file} must be corrected first: {errors} errors, {warnings} warnings, {infos} notes.",
)
NO_FINDINGS = Text("Ingen bemærkninger.", "No findings.")
HEADINGS = (SEVERITY, SHEET, CELL, MESSAGE, Text("Det kan du gøre", "What to do"))
CHECKER_SILENT = Text("Kontrollen gav intet svar: {problem}", "The check gave no answer: {problem}")
CHECKER_SLOW = Text(
    "Kontrollen tog mere end {seconds} sekunder og blev standset.",
    "The check took more than {seconds} seconds and was stopped.",
)

# The department's own buttons (`--department`).
DEPARTMENT_GROUP = Text("Departementet", "The department")
INBOX_BUTTON = Text("Kontrollér indbakke…", "Check an inbox…")
INBOX_BUTTON_HELP = Text(
    "Kontrollerer alle filer i en mappe og skriver overblikket i mappen udbakke ved siden af."
    " Excel kan bruges imens.",
    "Checks every file in a folder and writes the overview into the folder udbakke beside it."
    " Excel can be used meanwhile.",
)
OVERVIEW_BUTTON = Text("Åbn overblik", "Open the overview")
OVERVIEW_BUTTON_HELP = Text(
    "Åbner det overblik, der sidst blev skrevet med Kontrollér indbakke.",
    "Opens the overview that Check an inbox wrote last.",
)
OUT_FOLDER = "udbakke"
INBOX_CHOOSE = Text("Vælg indbakken", "Choose the inbox")
INBOX_CHECKING = Text("Indbakken kontrolleres …", "Checking the inbox …")
INBOX_FAILED = Text("Indbakken blev ikke kontrolleret.", "The inbox was not checked.")
INBOX_BUSY = Text(
    "En indbakke kontrolleres allerede. Vent, til den er færdig.",
    "An inbox is being checked already. Wait until it is done.",
)
INBOX_LOST = Text(
    "Forbindelsen til kontrollen gik tabt. Kontrollér indbakken igen.",
    "The connection to the check was lost. Check the inbox again.",
)
OVERVIEW_OPEN = Text(
    "{path} kan ikke skrives. Luk overblikket, hvis det er åbent, og prøv igen.",
    "{path} cannot be written. Close the overview if it is open, and try again.",
)
OVERVIEW_OPEN_NOW = Text("Skal overblikket åbnes?", "Open the overview?")
OVERVIEW_NONE = Text(
    "Der er intet overblik endnu. Kontrollér en indbakke først.",
    "There is no overview yet. Check an inbox first.",
)
OVERVIEW_FAILED = Text("Overblikket kunne ikke åbnes.", "The overview could not be opened.")

WINDOWS = Text("Windows", "Windows")
WINDOWS_NO = Text(
    "Excel-tilføjelsen kræver Excel til Windows. Skabelonen regner også uden den.",
    "The Excel add-in needs Excel for Windows. The template computes without it too.",
)
EXCEL = Text("Excel", "Excel")
EXCEL_NO = Text(
    "Excel er ikke installeret på denne maskine.", "Excel is not installed on this machine."
)
EXCEL_YES = Text("Version {version}.", "Version {version}.")
EXCEL_FOUND = Text("Fundet som {path}.", "Found as {path}.")
XLWINGS = Text("xlwings", "xlwings")
XLWINGS_NO = Text("Installer det med: pip install xlwings", "Install it with: pip install xlwings")
DLL = Text("xlwings' programbibliotek", "xlwings' library")
DLL_NO = Text(
    "Filen xlwings64-….dll er ikke, hvor xlwings er installeret. Installer igen med: "
    "pip install --force-reinstall xlwings",
    "The file xlwings64-….dll is not where xlwings is installed. Install again with: "
    "pip install --force-reinstall xlwings",
)
DLL_NOT_HERE = Text(
    "xlwings' programbibliotek (xlwings64-….dll) er ikke på denne maskine. Tilføjelsen vil lede "
    "efter det i {path}.",
    "xlwings' library (xlwings64-….dll) is not on this machine. The add-in will look for it in "
    "{path}.",
)
PYWIN32 = Text("pywin32", "pywin32")
PYWIN32_NO = Text(
    "Excel når Python gennem pywin32. Installer det med: pip install pywin32",
    "Excel reaches Python through pywin32. Install it with: pip install pywin32",
)
PYWIN32_ELSEWHERE = Text("Findes kun til Windows.", "Exists for Windows only.")
IMPORTABLE = Text("Funktionerne kan hentes af Python", "Python finds the functions")
IMPORTABLE_NO = Text(
    "{python} finder ikke pakken xl_addin. Installer produktet i denne Python.",
    "{python} does not find the package xl_addin. Install the product in this Python.",
)
ADDIN_FILE = Text("Tilføjelsen er installeret", "The add-in is installed")
ADDIN_FILE_NO = Text("Installer den med: rp addin install", "Install it with: rp addin install")
ADDIN_CURRENT = Text("Tilføjelsen er denne version", "The add-in is this version")
ADDIN_STALE = Text(
    "Den er lavet af version {made}, dette er {version}. Kør rp addin install igen.",
    "It was made by version {made}, this is {version}. Run rp addin install again.",
)
ADDIN_OTHER_PYTHON = Text(
    "Den peger på {made}, dette er {python}. Kør rp addin install igen.",
    "It points at {made}, this is {python}. Run rp addin install again.",
)
TRUST = Text("Excel tillader, at tilføjelsen laves her", "Excel lets the add-in be made here")
TRUST_NO = Text(
    "Slå det til i Excel: Filer > Indstillinger > Center for sikkerhed og rettighedsadministration"
    " > Indstillinger for Center for sikkerhed > Makroindstillinger > Hav tillid til adgang til"
    " VBA-projektobjektmodellen. Slå det gerne fra igen bagefter.",
    "Switch it on in Excel: File > Options > Trust Center > Trust Center Settings > Macro Settings"
    " > Trust access to the VBA project object model. You may switch it off again afterwards.",
)
TRUST_POLICY = Text(
    "Organisationen har spærret for det. Bed administratoren pakke tilføjelsen med: rp addin build",
    "The organisation has blocked it. Ask the administrator to package it with: rp addin build",
)
MACROS = Text("Excel kører makroer i tilføjelser", "Excel runs macros in add-ins")
MACROS_NO = Text(
    "Makroer er slået fra uden besked. Tilføjelsen svarer først, når makroer tillades, eller når"
    " administratoren har signeret den.",
    "Macros are switched off without notice. The add-in answers when macros are allowed, or when"
    " the administrator has signed it.",
)
LIBREOFFICE = Text("LibreOffice", "LibreOffice")
LIBREOFFICE_YES = Text(
    "{version}. Tilføjelsen dertil laves med: rp addin libreoffice --out MAPPE",
    "{version}. Its add-in is made with: rp addin libreoffice --out DIR",
)
LIBREOFFICE_OLD = Text(
    "{version} er for gammel: tilføjelsen kræver {needed} eller nyere.",
    "{version} is too old: the add-in needs {needed} or later.",
)
LIBREOFFICE_NO = Text(
    "LibreOffice blev ikke fundet på denne maskine.", "LibreOffice was not found on this machine."
)
CONCLUSION_EXCEL = Text(
    "RP_-funktionerne svarer i Excel på denne maskine.",
    "The RP_ functions answer in Excel on this machine.",
)
CONCLUSION_EXCEL_READY = Text(
    "Alt er klar til rp addin install.", "Everything is ready for rp addin install."
)
CONCLUSION_NONE = Text(
    "RP_-funktionerne svarer ikke i Excel på denne maskine. Skabelonens egne formler regner det"
    " samme ud.",
    "The RP_ functions do not answer in Excel on this machine. The template's own formulas compute"
    " the same.",
)

# `rp addin install`, `uninstall`, `build`, `libreoffice`.
INSTALLED = Text(
    "Tilføjelsen er installeret som {path}. Start Excel igen.",
    "The add-in is installed as {path}. Start Excel again.",
)
INSTALL_IMPOSSIBLE = Text(
    "Tilføjelsen kan ikke installeres her.", "The add-in cannot be installed here."
)
INSTALL_FAILED = Text(
    "Excel kunne ikke lave tilføjelsen: {problem}", "Excel could not make the add-in: {problem}"
)
INSTALL_BUSY = Text(
    "{path} er i brug. Luk Excel, og prøv igen.", "{path} is in use. Close Excel and try again."
)
UNINSTALLED = Text("Tilføjelsen {path} er fjernet.", "The add-in {path} is removed.")
NOTHING_TO_UNINSTALL = Text(
    "Der er ingen tilføjelse at fjerne på denne maskine.",
    "There is no add-in to remove on this machine.",
)
MADE = Text("Tilføjelsen er lavet: {path}.", "The add-in is made: {path}.")
BUILT = Text(
    "{count} filer til administratoren ligger i {path}. Dobbeltklik dér på {script}, hvor Excel "
    "er: det laver Resultatplan.xlam.",
    "{count} files for the administrator are in {path}. Double-click {script} there, where Excel "
    "is: it makes Resultatplan.xlam.",
)
BUILD_ELSEWHERE = Text(
    "Tilføjelsen starter en Python på Windows. Sig, hvor den ligger: "
    "rp addin build --out MAPPE --python C:\\Python\\python.exe",
    "The add-in starts a Python on Windows. Say where it is: "
    "rp addin build --out DIR --python C:\\Python\\python.exe",
)
BUILD_XLWINGS = Text(
    "xlwings mangler. Installer den version, som Python på Windows har: "
    '"{python}" -m pip install xlwings',
    "xlwings is missing. Install the version that the Python on Windows has: "
    '"{python}" -m pip install xlwings',
)
LIBREOFFICE_BUILT = Text(
    "LibreOffice-tilføjelsen er {path}. Dobbeltklik på den, eller kør: unopkg add {path}",
    "The LibreOffice add-in is {path}. Double-click it, or run: unopkg add {path}",
)

README = Text(
    """# Resultatplan: tilføjelsesprogrammet til Excel (version {version})

Filerne her er til den administrator, der pakker tilføjelsen og lægger den ud. På en enkelt
maskine, hvor Excel tillader det, er `rp addin install` nok.

## Det skal hver maskine have

- Excel til Windows 2016 eller nyere.
- Python på `{python}` med produktet, `xlwings` og `pywin32`. Ligger Python et andet sted, så kør
  `rp addin build` igen med `--python STI`: stien står i modulerne.

## Sådan laves tilføjelsen

1. Slå i Excel til, at andre programmer må skrive VBA: Filer > Indstillinger > Center for sikkerhed
   og rettighedsadministration > Indstillinger for Center for sikkerhed > Makroindstillinger > Hav
   tillid til adgang til VBA-projektobjektmodellen. Slå det fra igen bagefter.
2. Dobbeltklik på `{script}`. Det laver `Resultatplan.xlam` i denne mappe, med bånd og hjælp.
3. Signér projektet, hvis organisationen kræver det, og læg filen i Excels startmappe
   (`%APPDATA%\\Microsoft\\Excel\\XLSTART`).

Det, tilføjelsen består af, ligger her til gennemsyn: `{ribbon}`, `{workbook}.bas` og
{modules}

Uden tilføjelsen regner skabelonens egne formler det samme ud.
""",
    """# Resultatplan: the add-in for Excel (version {version})

The files here are for the administrator who packages the add-in: `{script}` makes it. On a single
machine where Excel allows it, `rp addin install` is enough. The guide itself is in Danish. Files:
{modules}, {workbook}, {ribbon}; Python: {python}.
""",
)

REFERENCE_TITLE = Text(
    "# RP_-funktionerne (version {version})", "# The RP_ functions (version {version})"
)
REFERENCE_ARGUMENT = Text("- `{name}`: {help}", "- `{name}`: {help}")
REFERENCE_OPTIONAL = Text(
    "- `{name}` (kan udelades): {help}", "- `{name}` (may be left out): {help}"
)
