"""The words about the limits of intake."""

from __future__ import annotations

from texts.language import Text

SUMMARY = Text("Vis grænserne for modtagne filer.", "Show the limits for received files.")
OPTION = Text("Filen med andre grænser for modtagne filer.", "The file of other intake limits.")
TOML_OPTION = Text(
    "Skriv dem som en fil til --limits.", "Print them as a file for the option --limits."
)
MARKDOWN_OPTION = Text("Skriv siden docs/graenser.md.", "Print the page docs/graenser.md.")

KEY = Text("Nøgle", "Key")
LIMIT = Text("Grænse", "Limit")
DEFAULT = Text("Fast værdi", "Default")
IN_FORCE = Text("Gælder nu", "In force")
WHY = Text("Hvorfor", "Why")
BETWEEN = Text("fra {least} til {most}", "from {least} to {most}")

FILE = Text("Filens størrelse i MB", "Size of the file in MB")
FILE_REASON = Text(
    "Den største gode projektmappe, der er set, fylder 2,7 MB.",
    "The largest good workbook seen has 2.7 MB.",
)
ENTRIES = Text("Dele i filen", "Parts in the file")
ENTRIES_REASON = Text(
    "En projektmappe er en zipfil; den største gode havde 1.033 dele. Titusinder af tomme dele "
    "koster tid uden at fylde.",
    "A workbook is a zip file; the largest good one had 1,033 parts. Tens of thousands of empty "
    "parts cost time and take no room.",
)
INFLATED = Text("Udpakket størrelse i alt, MB", "Unpacked size in all, MB")
INFLATED_REASON = Text(
    "En zipbombe er lille, til den pakkes ud. Den største gode fyldte 60 MB udpakket.",
    "A zip bomb is small until it is unpacked. The largest good workbook had 60 MB unpacked.",
)
PART = Text("Udpakket størrelse af en del, MB", "Unpacked size of one part, MB")
PART_REASON = Text(
    "Den største gode del, der er set, er et ark på 57 MB.",
    "The largest good part seen is a sheet of 57 MB.",
)
RATIO = Text(
    "Hvor mange gange en del over 1 MB må være pakket",
    "How many times a part over 1 MB may be packed",
)
RATIO_REASON = Text(
    "Set hos gode filer: 170 gange. Ved 100 gange afvises to gode filer.",
    "Seen in good files: 170 times. At 100 times two good files are refused.",
)
CELLS = Text("Celler i projektmappen", "Cells in the workbook")
CELLS_REASON = Text(
    "Hver celle læses. Den største gode projektmappe havde 568.708; en skabelon har under 3.000.",
    "Each cell is read. The largest good workbook had 568,708; a template has under 3,000.",
)
SHEETS = Text("Ark i projektmappen", "Sheets in the workbook")
SHEETS_REASON = Text("Skabelonerne har seks.", "The templates have six.")
TEXT = Text("Tegn i en celle", "Characters in a cell")
TEXT_REASON = Text("Excel tillader ikke flere.", "Excel allows no more.")
FORMULA = Text("Tegn i en formel", "Characters in a formula")
FORMULA_REASON = Text("Excel tillader ikke flere.", "Excel allows no more.")
SECONDS = Text("Sekunder til en opgave", "Seconds for a task")
SECONDS_REASON = Text(
    "Den langsomste gode fil tog 2,9 sekunder. En fil, der ikke bliver færdig, får en fejl, og "
    "resten af mappen går videre.",
    "The slowest good file took 2.9 seconds. A file that does not finish gets a finding, and the "
    "rest of the folder goes on.",
)
MEMORY = Text("Hukommelse i MB til en opgave", "Memory in MB for a task")
MEMORY_REASON = Text(
    "Den største gode fil brugte 136 MB. Under 256 MB kan programmet ikke starte.",
    "The largest good file took 136 MB. Below 256 MB the program cannot start.",
)

CANNOT_READ = Text(
    "Grænserne i »{path}« kan ikke læses: {reason}.",
    "The limits in “{path}” cannot be read: {reason}.",
)
NO_TOML = Text("»{path}« er ikke en TOML-fil: {reason}.", "“{path}” is not a TOML file: {reason}.")
UNKNOWN_KEY = Text(
    "»{path}«: der er ingen grænse, der hedder »{key}«. Kendte grænser: {known}.",
    "“{path}”: there is no limit called “{key}”. Known limits: {known}.",
)
WRONG_VALUE = Text(
    "»{path}«: »{key}« skal være et helt tal fra {least} til {most}.",
    "“{path}”: “{key}” must be a whole number from {least} to {most}.",
)

PAGE = Text(
    """# Grænser for modtagne filer

En modtaget fil er fremmed, til den er læst. Den læses i en proces for sig, og den afvises, hvis
den er større, end en rapport kan være. Grænserne er sat efter 5.666 projektmapper fra 35 offentlige
kilder: hver ligger langt over det største, der er set i en god fil, og skabelonerne er langt under.

Andre grænser skrives i en fil, for eksempel `graenser.toml`, og gives til enhver kommando, der
læser filer: `rp batch indbakke --out udbakke --limits graenser.toml`. Det, filen ikke nævner, er
som her. `rp limits --toml` skriver en fil at begynde med. En ukendt nøgle eller en værdi, der ikke
giver mening, er en fejl, og intet læses.
""",
    """# Limits for received files

A received file is foreign until it is read. It is read in a process of its own, and refused when
it is larger than a report can be. The limits follow 5,666 workbooks of 35 public sources: each lies
far above the largest seen in a good file, and the templates are far below.

Other limits are written in a file, for example `limits.toml`, and given to any command that reads
files: `rp batch inbox --out outbox --limits limits.toml`. What the file does not name is as here.
`rp limits --toml` prints a file to begin with. An unknown key or a value that makes no sense is an
error, and nothing is read.
""",
)
FILE_HEAD = Text(
    "Grænser for modtagne filer. Slet det, der skal være som altid.",
    "Limits for received files. Delete what is to be as always.",
)
