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
