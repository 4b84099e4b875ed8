"""The words of the desk's pages, besides those of the overview's page."""

from __future__ import annotations

from texts.language import Text

# The command
COMMAND = Text("Åbn departementets bord i browseren.", "Open the department's desk in the browser.")
OUT_OPTION = Text(
    "Mappen med overblik, register og svar. Uden: udbakke.",
    "The folder of overview, register and replies. Without: udbakke.",
)
PORT_OPTION = Text(
    "Porten på denne maskine. Uden: en ledig.", "The port on this machine. Without: a free one."
)
NO_BROWSER_OPTION = Text("Åbn ikke browseren.", "Do not open the browser.")
IS_OPEN = Text(
    "Bordet er åbent på {address}\nDet lukkes på siden eller med Ctrl-C.",
    "The desk is open at {address}\nClose it on its page or with Ctrl-C.",
)
NO_PORT = Text(
    "Porten {port} kan ikke bruges: {reason}.", "The port {port} cannot be used: {reason}."
)
NO_FOLDER_MADE = Text("Mappen »{path}« kan ikke laves.", "The folder “{path}” cannot be made.")

# What every page has
NAME = Text("Resultatplaner", "Performance contracts")
OTHER = Text("en", "da")
OTHER_LANGUAGE = Text("English", "Dansk")
CLOSE = Text("Luk bordet", "Close the desk")
CLOSED = Text("Bordet er lukket", "The desk is closed")
CLOSED_NOTE = Text("Fanen kan lukkes.", "This tab can be closed.")
PAGES = Text("Bordets sider", "Pages of the desk")
LOCAL = Text(
    "Bordet kører på denne maskine alene. Det henter intet fra nettet og sender intet.",
    "The desk runs on this machine alone. It fetches nothing from the network and sends nothing.",
)
TROUBLE = Text("Det lykkedes ikke", "That did not work")
TO_INBOX = Text("Til indbakken", "To the inbox")
NO_SUCH_PAGE = Text("Siden findes ikke.", "There is no such page.")
NOT_UNDERSTOOD = Text(
    "Det, siden sendte, kan ikke bruges. Gå tilbage, hent siden på ny, og udfyld den igen.",
    "What the page sent cannot be used. Go back, load the page anew, and fill it in again.",
)
TOO_MUCH = Text(
    "Det er for meget på én gang. Læg selv filerne i indbakkens mappe, og kontrollér indbakken.",
    "That is too much at once. Put the files into the inbox folder yourself, and check the inbox.",
)
DISK_TROUBLE = Text("»{path}« kan ikke bruges: {reason}.", "“{path}” cannot be used: {reason}.")
FAULT = Text(
    "Programmet kunne ikke gøre det. Det, der er gemt, er bevaret: gå tilbage, og prøv igen.",
    "The program could not do it. What is saved is kept: go back, and try again.",
)
CHANGED_MEANWHILE = Text(
    "Det, der stod her, er ændret, siden siden blev åbnet. Intet er skrevet: gå tilbage, kopiér"
    " det, du skrev, og åbn siden igen.",
    "What stood here has changed since the page was opened. Nothing was written: go back, copy what"
    " you wrote, and open the page again.",
)

# The inbox
INBOX = Text("Indbakke", "Inbox")
INBOX_LEAD = Text("Filerne ligger i", "The files lie in")
DROP = Text(
    "Træk filer, mails, zip-filer eller mapper hertil, eller vælg dem.",
    "Drop files, mails, zip files or folders here, or choose them.",
)
CHOOSE_FILES = Text("Filer", "Files")
CHOOSE_FOLDER = Text("Eller en mappe", "Or a folder")
RECEIVED_ON = Text("Modtaget den (hvis det vides)", "Received on (if it is known)")
HAND_IN = Text("Læg i indbakken og kontrollér", "Put into the inbox and check")
JUDGE = Text("Kontrollér indbakken", "Check the inbox")
JUDGE_NOTE = Text(
    "Når filerne er lagt i mappen på anden måde.",
    "When files were put into the folder in another way.",
)
SENDING = Text("Filerne lægges i indbakken …", "The files are put into the inbox …")
ROUND = Text("Kontrollen", "The check")
READING = Text("Læser {read} af {count} filer …", "Reading {read} of {count} files …")
ROUND_BROKEN = Text(
    "Kontrollen blev afbrudt af en fejl i programmet.",
    "The check was broken off by a fault of the program.",
)
NEW = Text("Nye filer", "New files")
ALL_FILES = Text("Alle ({count})", "All ({count})")
LATEST_FILES = Text(
    "De {shown} seneste af {count}; alle står i overblik.xlsx",
    "The latest {shown} of {count}; all are in overblik.xlsx",
)
NO_FILES = Text("Der er ingen filer endnu.", "There are no files yet.")

# A received file
ORIGINAL = Text("Hent originalen", "Get the original")
NO_ORIGINAL = Text(
    "Originalen kan ikke hentes her: den er ikke sikker at åbne, eller der var ingen fil.",
    "The original cannot be got here: it is not safe to open, or there was no file.",
)
CAME_ON = Text("Modtaget den", "Received on")
SETTLE = Text("Afslut filen", "Settle the file")
SETTLE_NOTE = Text(
    "Når den ikke skal besvares og ikke mere skal stå som et udestående.",
    "When it is not to be answered, and no longer to stand as open.",
)
REOPEN = Text("Åbn filen igen", "Open the file again")
THE_FILE = Text("Filen", "The file")
WHAT_IT_SAYS = Text("Hvad den siger", "What it says")

# Letters
LETTERS = Text("Breve", "Letters")
LETTERS_LEAD = Text(
    "Brev i Word, mailkladde og kopi med kommentarer skrives i",
    "Letter in Word, mail draft and copy with comments are written to",
)
LETTER = Text("Brev", "Letter")
READ_LETTER = Text("Læs brevet", "Read the letter")
NOT_WRITTEN = Text("ikke skrevet", "not written")
WRITTEN_AT = Text("skrevet {day} kl. {time}", "written {day} at {time}")
WRITTEN_NOTE = Text(
    "Mailkladden åbnes i Outlook som en ny mail. Et brev, der er rettet i Word, lægges til side,"
    " når det skrives igen.",
    "The mail draft opens in Outlook as a new mail. A letter that was edited in Word is set aside"
    " when it is written again.",
)
WRITE_MISSING = Text(
    "Skriv de breve, der ikke er skrevet", "Write the letters that are not written"
)
LETTERHEAD = Text("Brevpapir", "Letterhead")
LETTERHEAD_NOTE = Text(
    "Det står om hvert brev i Word, også dem, »rp reply« skriver. Det gemmes i",
    "It stands around every letter in Word, also those that “rp reply” writes. It is saved in",
)
SENDER = Text("Afsender", "Sender")
CONTACT = Text("Kontakt", "Contact")
SIGNATURE = Text("Underskrift", "Signature")
JOURNAL = Text("Journalnummer", "Case number")
NO_LETTERS = Text("Der er ingen at svare.", "There is nobody to answer.")
PROPOSED = Text(
    "Brevet er et forslag. Ret det, og gem det.", "The letter is a proposal. Edit it, and save it."
)
NOT_NEEDED = Text(
    "Filen skal ikke besvares mere: der er kommet en nyere, eller den er afsluttet.",
    "The file is not to be answered any more: a newer one has come, or it is settled.",
)
MEND_BY = Text("Rettes senest", "To be mended by")
PROPOSE = Text("Foreslå brevet igen", "Propose the letter again")
SUBJECT = Text("Emne", "Subject")
SAVE = Text("Gem", "Save")

# An agency's year
REPORTS = Text("Afrapporteringerne", "The reports")
WITH_SOURCES = Text("med celler og fingeraftryk", "with cells and fingerprint")
NEXT_TEMPLATE = Text("Lav næste periodes skabelon", "Make the next period's template")
NOTHING_TO_CARRY = Text(
    "Der er ingen godkendt afrapportering at føre videre.",
    "There is no accepted report to carry on.",
)
TEMPLATES_FOLDER = Text("skabeloner", "templates")
ANNUAL_REPORT = Text("Lav målrapporteringen", "Make the annual report")
DECISION = Text("Vurdering og bonus", "Assessment and bonus")
DECISION_NOTE = Text(
    "Det skrives på arket Vurdering i overblikket, som også regner beløbet. Luk det i Excel først.",
    "It is written to the sheet Assessment of the overview, which computes the amount too. Close it"
    " in Excel first.",
)
NOTHING_COUNTS = Text("ingen godkendt rapport", "no accepted report")
BONUS = Text("Hvad planen siger", "What the plan says")
SHARE = Text("Andel i pct.", "Share in per cent")
MAXIMUM = Text("Højeste beløb i kr.", "Largest amount in DKK")
WORDS = Text("Afgørelse og begrundelse", "Decision and reason")
NO_SUCH_NUMBER = Text(
    "»{text}« kan ikke bruges. Skriv en andel fra 0 til 100, fx 33,33, og et beløb som 150.000.",
    "“{text}” cannot be used. Type a share from 0 to 100, like 33,33, and an amount like 150.000.",
)
DECIDED = Text("Gemt i overblikket.", "Saved in the overview.")
NOT_IN_OVERVIEW = Text(
    "Institutionen står ikke i overblikket endnu: året er ikke begyndt, eller intet er modtaget.",
    "The agency is not in the overview yet: its year has not begun, or nothing was received.",
)
OPEN_OVERVIEW = Text("Åbn overblik.xlsx i Excel", "Open overblik.xlsx in Excel")
NO_OVERVIEW = Text(
    "Der er intet overblik endnu. Kontrollér indbakken først.",
    "There is no overview yet. Check the inbox first.",
)

# Plans
PLANS = Text("Planer", "Plans")
PLANS_LEAD = Text(
    "En plan skrives i Excel, kontrolleres her og indlæses; så følger skabelon og kontrol med.",
    "A plan is written in Excel, checked here and imported; template and checks follow.",
)
PLANS_FOLDER = Text("planer", "plans")
PLAN_FILE = Text("En plan i Excel", "A plan in Excel")
CHECK = Text("Kontrollér planen", "Check the plan")
CHECK_AGAIN = Text("Kontrollér igen", "Check again")
NEW_PLAN = Text("Lav et tomt planark", "Make an empty plan workbook")
NEW_PLAN_NAME = Text("plan-{year}.xlsx", "plan-{year}.xlsx")
DRAFT_NAME = Text("{plan}-udkast-{year}.xlsx", "{plan}-draft-{year}.xlsx")
WRITE_THERE = Text(
    "Åbn filen i Excel, gem den, og kontrollér den under Planer.",
    "Open the file in Excel, save it, and check it under Plans.",
)
BAD_YEAR = Text("Skriv et år fra {first} til {last}.", "Type a year from {first} to {last}.")
NO_FILE = Text("Vælg en fil først.", "Choose a file first.")
DEADLINES = Text("Perioder og frister", "Periods and deadlines")
PERIODS = Text("Perioder", "Periods")
SCHEME = Text("Beregning", "Scoring")
RULES = Text("Mål og regler", "Goals and rules")
RULE = Text("Opfyldt når", "Met when")
WEIGHT = Text("Vægt", "Weight")
MAKE_TEMPLATE = Text("Lav skabelonen", "Make the template")
EXPORT = Text("Lav et planark af planen", "Make a plan workbook of it")
TO_AGENCY = Text("Institutionens år", "The agency's year")
TO_PLAN = Text("Planen og beslutninger om den", "The plan, and decisions about it")
NEXT_YEAR = Text("Næste år", "Next year")
ROLL = Text("Lav næste års udkast", "Make next year's draft")
NO_RESULTS = Text(
    "Uden resultater for {year}: der er ingen godkendt endelig afrapportering.",
    "Without results of {year}: there is no accepted final report.",
)
REPLACE = Text("Erstat den samme version", "Replace the same version")
IMPORT = Text("Indlæs planen", "Import the plan")
MEND_PLAN = Text(
    "Ret fejlene i Excel, gem, og kontrollér igen.", "Mend the errors in Excel, save, check again."
)
IMPORTED = Text("{plan} er indlæst.", "{plan} is imported.")

# A decision during the year
RULING = Text("En beslutning i årets løb", "A decision during the year")
RULING_NOTE = Text(
    "Planen genforhandles ikke. Beslutningen står i en ny version med dag og begrundelse.",
    "The plan is not renegotiated. The decision stands in a new version with day and reason.",
)
RULING_ON = Text("Mål eller delmål", "Goal or criterion")
GOAL_CALLED = Text("Mål {number} {title}", "Goal {number} {title}")
RULED = Text("Hvad er besluttet", "What was decided")
EFFECT = Text("Hvad det betyder", "What it means")
MADE = Text("Besluttet den", "Decided on")
REASON = Text("Begrundelse", "Reason")
RULE_SO = Text("Skriv beslutningen", "Write the decision")
INCOMPLETE_RULING = Text(
    "Vælg, hvad der er besluttet, og skriv en begrundelse.",
    "Choose what was decided, and type a reason.",
)
