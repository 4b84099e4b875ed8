"""The words of the checking page, on which an agency checks its report before it sends it."""

from __future__ import annotations

from texts.language import Text

SINGLE_NAME = "kontrol.html"
FOLDER_NAME = "index.html"
TITLE = Text("Kontrollér jeres rapport", "Check your report")
LEAD = Text(
    "Siden kontrollerer rapporten med departementets egne regler. Se her, hvad der skal rettes, før"
    " I sender den.",
    "The page checks the report by the department's own rules. See here what is to be mended before"
    " you send it.",
)
PRIVATE = Text(
    "Intet forlader jeres computer. Filen læses her i browseren og sendes ingen steder hen.",
    "Nothing leaves your computer. The file is read here in the browser and is sent nowhere.",
)
SKIP = Text("Gå til indholdet", "Skip to the content")
LANGUAGE = Text("Sprog", "Language")
DROP = Text(
    "Træk én eller flere rapporter hertil, eller vælg dem.",
    "Drop one or several reports here, or choose them.",
)
CHOOSE = Text("Vælg filer", "Choose files")
DROP_MANY = Text(
    "Vælg gerne årets tidligere rapporter med: så ses også det, der ikke passer med dem.",
    "Do choose the earlier reports of the year with it: then what does not fit them is seen too.",
)
NO_SCRIPT = Text(
    "Siden bruger JavaScript, som er slået fra i denne browser.",
    "The page uses JavaScript, which is turned off in this browser.",
)
TOO_OLD = Text(
    "Denne browser er for gammel til siden. Brug en nyere Edge, Chrome, Firefox eller Safari.",
    "This browser is too old for the page. Use a newer Edge, Chrome, Firefox or Safari.",
)

# What it is doing
FETCHING = Text("Henter reglerne …", "Fetching the rules …")
PYTHON = Text("Gør klar …", "Getting ready …")
RULES = Text("Læser reglerne …", "Reading the rules …")
READY = Text("Klar.", "Ready.")
READING = Text("Læser {number} af {count}: {file}", "Reading {number} of {count}: {file}")
JUDGING = Text("Kontrollerer …", "Checking …")
CANNOT_WAKE = Text(
    "Siden kunne ikke gøres klar i denne browser: {reason}",
    "The page could not be made ready in this browser: {reason}",
)
CANNOT_JUDGE = Text(
    "Kontrollen blev ikke færdig: {reason}", "The check did not come to an end: {reason}"
)
CANNOT_READ = Text(
    "»{file}« kan ikke læses. Er den åben eller flyttet, så luk den, og vælg den igen.",
    "“{file}” cannot be read. If it is open or was moved, close it and choose it again.",
)
TOOK_TOO_LONG = Text("den tog for lang tid", "it took too long")
DONE_ONE = Text("Kontrolleret: {file}: {verdict}.", "Checked: {file}: {verdict}.")
DONE_MANY = Text(
    "{count} filer er kontrolleret: {accepted} i orden, {refused} skal rettes.",
    "{count} files are checked: {accepted} in order, {refused} to be mended.",
)

# What it found
IN_ORDER = Text("I orden", "In order")
TO_MEND = Text("Skal rettes", "To be mended")
PASSED_OVER = Text("Ingen rapport", "No report")
IN_ORDER_NOTE = Text(
    "Reglerne finder ingen fejl. Rapporten kan sendes.",
    "The rules find no errors. The report can be sent.",
)
IN_ORDER_WITH_WARNINGS = Text(
    "Reglerne finder ingen fejl. Se advarslerne igennem, før rapporten sendes.",
    "The rules find no errors. Go through the warnings before the report is sent.",
)
TO_MEND_NOTE = Text(
    "Ret det, der står nedenfor, i Excel, gem filen, og træk den hertil igen.",
    "Mend what stands below in Excel, save the file, and drop it here again.",
)
PASSED_OVER_NOTE = Text("Filen er ingen rapport.", "The file is no report.")
TOTALS = Text("Samlet målopfyldelse", "Total fulfilment")
GROUPS = {
    "missing": Text("Mangler at blive udfyldt", "Still to be filled in"),
    "error": Text("Skal rettes", "To be mended"),
    "warning": Text("Advarsler", "Warnings"),
    "info": Text("Oplysninger", "Notes"),
}
PLACE = Text("Celle", "Cell")
WHOLE_FILE = Text("Hele filen", "The whole file")
COPY = Text("Kopiér", "Copy")
COPY_CELL = Text("Kopiér {cell}", "Copy {cell}")
COPIED = Text(
    "{cell} er kopieret. Sæt det ind i navnefeltet til venstre for formellinjen i Excel, og tryk"
    " Enter.",
    "{cell} is copied. Paste it in the name box to the left of the formula bar in Excel, and press"
    " Enter.",
)
CHANGES = Text(
    "Siden »{file}«: {mended} rettet, {new} ny, {remaining} tilbage.",
    "Since “{file}”: {mended} mended, {new} new, {remaining} left.",
)
PRINT = Text("Udskriv", "Print")
SAVE = Text("Gem meldingerne som tekst", "Save the findings as text")
SAVED_NAME = Text("meldinger.txt", "findings.txt")

MADE_BY = Text(
    "Reglerne er fra resultatplan {version}. Siden er bygget {day}.",
    "The rules are of resultatplan {version}. The page was built on {day}.",
)
PLANS = Text("Planer: {plans}.", "Plans: {plans}.")
