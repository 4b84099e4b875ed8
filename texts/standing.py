"""The words for how agencies, goals and criteria stand, and of the register of files."""

from __future__ import annotations

from texts.language import Text

# Headings and words that several views share.
FILE = Text("Fil", "File")
INSTITUTION = Text("Institution", "Agency")
PLAN = Text("Plan", "Plan")
YEAR = Text("År", "Year")
PERIOD = Text("Periode", "Period")
FINAL = Text("Endelig", "Final")
VERDICT = Text("Afgørelse", "Verdict")
ACCEPTED = Text("godkendt", "accepted")
NO_REPORT = Text("ingen rapport", "no report")
UNREADABLE = Text("kan ikke læses", "cannot be read")
SECURED = Text("Sikret", "Secured")
EXPECTED_TOTAL = Text("Forventet", "Expected")
ATTAINABLE = Text("Opnåelig", "Attainable")
SHOWN = Text("Vist i filen", "Shown in the file")
ERRORS = Text("Fejl", "Errors")
WARNINGS = Text("Advarsler", "Warnings")
INFOS = Text("Oplysninger", "Notes")
SUBMITTED = Text("Indsendt", "Submitted")
DEADLINE = Text("Frist", "Deadline")
TIMELINESS = Text("Rettidighed", "In time")
YES = Text("ja", "yes")
NO = Text("nej", "no")
GOALS = Text("Mål", "Goals")
GOAL = Text("Mål", "Goal")
GOAL_TITLE = Text("Titel", "Title")
WEIGHT = Text("Vægt", "Weight")
FULFILMENT = Text("Opfyldelse", "Fulfilment")
EXPLANATION = Text("Begrundelse", "Reason")
CODE = Text("Kode", "Code")
SEVERITY = Text("Alvor", "Severity")
SHEET = Text("Ark", "Sheet")
CELL = Text("Celle", "Cell")
KEY = Text("Nøgle", "Key")
MESSAGE = Text("Besked", "Message")
HINT = Text("Sådan rettes det", "How to mend it")
FOUND = Text("Fundet", "Found")
EXPECTED = Text("Ventet", "Expected")
PERIODS = Text("Perioder og frister", "Periods and deadlines")
CRITERIA = Text("Delmål", "Criteria")
SEVERITIES = {
    "error": Text("fejl", "error"),
    "warning": Text("advarsel", "warning"),
    "info": Text("oplysning", "info"),
}
COUNT_ONE = {
    "error": Text("1 fejl", "1 error"),
    "warning": Text("1 advarsel", "1 warning"),
    "info": Text("1 oplysning", "1 note"),
}
COUNT_MANY = {
    "error": Text("{count} fejl", "{count} errors"),
    "warning": Text("{count} advarsler", "{count} warnings"),
    "info": Text("{count} oplysninger", "{count} notes"),
}
TALLY_OF_ONE = Text(
    "1 fil: {accepted} godkendt, {refused} skal rettes, {others} ingen rapport.",
    "1 file: {accepted} accepted, {refused} to be mended, {others} no report.",
)
TALLY_OF_FILES = Text(
    "{files} filer: {accepted} godkendt, {refused} skal rettes, {others} ingen rapport.",
    "{files} files: {accepted} accepted, {refused} to be mended, {others} no report.",
)
SCORE_LINE = Text(
    "Målopfyldelse: sikret {secured} pct., forventet {expected} pct., opnåelig {attainable} pct."
    " ({counts})",
    "Total: secured {secured} per cent, expected {expected} per cent, attainable {attainable} per"
    " cent ({counts})",
)
DECIDED = Text("{institution} {year}: {ruling}.", "{institution} {year}: {ruling}.")
REQUIREMENT = Text("Krav", "Requirement")
RESULT = Text("Resultat", "Result")
STATE = Text("Opfyldt", "Fulfilled")
DEVIATION_WORDS = Text("Afvigelsesforklaring", "Explanation")
ACTION_PLAN = Text("Handlingsplan", "Action plan")
NO_EXPLANATION = Text("Ingen forklaring oplyst.", "No explanation given.")
NO_ACTION_PLAN = Text("Ingen handlingsplan oplyst.", "No action plan given.")

# States, requirements, what was measured, and the arithmetic.
STATES = {
    "fulfilled": Text("opfyldt", "fulfilled"),
    "not_fulfilled": Text("ikke opfyldt", "not fulfilled"),
    "pending": Text("afventer", "pending"),
    "partial": Text("delvist opfyldt", "partly fulfilled"),
    "withdrawn": Text("udgået", "withdrawn"),
    "not_measured": Text("måles ikke i år", "not measured this year"),
}
ON_LEVEL = Text("afventer, på niveau", "pending, on level")
BELOW_LEVEL = Text("afventer, under niveau", "pending, below level")
NOT_REPORTED_IN_FINAL = Text("ikke opfyldt (ikke oplyst)", "not fulfilled (not reported)")
PARTIAL_DEGREE = Text("delvist opfyldt ({degree} pct.)", "partly fulfilled ({degree} per cent)")
FORECASTS = {"Grøn": Text("Grøn", "Green"), "Gul": Text("Gul", "Yellow"), "Rød": Text("Rød", "Red")}

REQUIREMENTS = {
    "at_least": Text("mindst {target}", "at least {target}"),
    "at_most": Text("højst {target}", "at most {target}"),
    "within": Text("+/- {target}", "+/- {target}"),
    "reduction": Text("fald på mindst {target}", "a fall of at least {target}"),
    "growth": Text("stigning på mindst {target}", "a rise of at least {target}"),
    "benchmark": Text("højst {target}", "at most {target}"),
    "benchmark_least": Text("mindst {target}", "at least {target}"),
    "between": Text("mellem {target}", "between {target}"),
    "over": Text("over {target}", "over {target}"),
    "under": Text("under {target}", "under {target}"),
    "delivered_by": Text("senest {deadline}", "by {deadline}"),
    "done": Text("gennemført", "done"),
    "assessed": Text("vurderet som opfyldt", "assessed as met"),
}
BENCHMARKS_UNKNOWN = {
    "benchmark": Text("højst som sammenligningstallet", "at most the benchmark"),
    "benchmark_least": Text("mindst som sammenligningstallet", "at least the benchmark"),
}

DEVIATION = Text("afvigelse {measured}", "deviation {measured}")
FALL = Text("fald {measured}", "fall {measured}")
RISE = Text("stigning {measured}", "rise {measured}")
DELIVERED = Text("leveret {day}", "delivered {day}")
NOT_DELIVERED = Text("ikke leveret", "not delivered")
DONE = Text("gennemført", "done")
NOT_DONE = Text("ikke gennemført", "not done")
DONE_PARTLY = Text("delvist gennemført", "partly done")
ASSESSED = Text("vurderet som opfyldt", "assessed as met")
NOT_ASSESSED = Text("vurderet som ikke opfyldt", "assessed as not met")
GRADED = {
    "done": Text("{grade} gennemført", "{grade} done"),
    "assessed": Text("vurderet til {grade}", "assessed as {grade} met"),
}
"""A grade, in per cent, by the criterion's kind."""
ASSESSED_PARTLY = Text("vurderet som delvist opfyldt", "assessed as partly met")
NOT_REPORTED = Text("ikke oplyst", "not reported")

ARITHMETIC_EQUAL = Text(
    "{met} af {count} mål opfyldt × 100/{count} = {total} pct.",
    "{met} of {count} goals fulfilled × 100/{count} = {total} per cent",
)
ARITHMETIC_SUM = Text("{terms} = {total} pct.", "{terms} = {total} per cent")
ARITHMETIC_SHARE = Text("({terms})/{whole} = {total} pct.", "({terms})/{whole} = {total} per cent")
ARITHMETIC_TERM = Text("{term} (mål {goal})", "{term} (goal {goal})")
ARITHMETIC_NOTHING = Text("Intet mål er opfyldt = 0 pct.", "No goal is fulfilled = 0 per cent")
GOALS_MET = Text("{met} af {count} mål er opfyldt", "{met} of {count} goals are fulfilled")
PENDING_GOALS = Text(
    "{count} mål afventer; opnåelig {attainable} pct.",
    "{count} goals are pending; attainable {attainable} per cent",
)
PENDING_GOALS_EXPECTED = Text(
    "{count} mål afventer; forventet {expected}, opnåelig {attainable} pct.",
    "{count} goals are pending; expected {expected}, attainable {attainable} per cent",
)

# `rp status` and `rp calendar`
STATUS = Text(
    "Vis, hvem der har rapporteret, og hvem der mangler.", "Show who has reported and who has not."
)
CALENDAR = Text("Vis planernes frister, også som .ics.", "Show the plans' deadlines, also as .ics.")

ALL_OPTION = Text(
    "Vis alle planer, også dem uden rapporter, der ikke løber nu.",
    "Show all plans, also those without reports that do not run now.",
)
STRICT_OPTION = Text(
    "Slut med 1, hvis en rapport mangler.", "Exit with 1 when a report is missing."
)
ICS_OPTION = Text(
    "Skriv fristerne som kalenderfil (.ics) til Outlook og andre kalendere.",
    "Write the deadlines as a calendar file (.ics) for Outlook and other calendars.",
)

SCORE = Text("Målopfyldelse", "Total")

AS_AT = Text("Status pr. {day}", "Status as at {day}")
STANDING = Text("Status", "Status")
RECEIVED = Text("Modtaget", "Received")
DAYS_LEFT = Text("Tid", "Time")
RETURNED = Text("skal rettes", "to be mended")
SLOTS = {
    "accepted": ACCEPTED,
    "returned": RETURNED,
    "missing": Text("mangler", "missing"),
    "waiting": Text("ikke forfalden", "not due"),
}
NEWER_RETURNED = Text("en nyere fil skal rettes", "a newer file is to be mended")
QUARTERS = (
    Text("1. kvartal", "Q1"),
    Text("2. kvartal / 1. halvår", "Q2 / H1"),
    Text("3. kvartal", "Q3"),
    Text("4. kvartal / helår", "Q4 / year"),
)

# What changed since the report before
EXPECTED_CHANGED = Text(
    "forventet {points} point siden {period}", "expected {points} points since {period}"
)
EXPECTED_UNCHANGED = Text("forventet uændret siden {period}", "expected unchanged since {period}")
ABOVE_EXPECTED = Text(
    "{points} point over forventet i {period}", "{points} points above what {period} expected"
)
BELOW_EXPECTED = Text(
    "{points} point under forventet i {period}", "{points} points below what {period} expected"
)
AS_EXPECTED = Text("som forventet i {period}", "as {period} expected")
NONE_EARLIER = Text("ingen tidligere", "none earlier")
UNCHANGED = Text("= uændret", "= unchanged")

RECEIVED_IN_TIME = Text("rettidig", "in time")
IN_TIME_BY_SENDER = Text(
    "rettidig ifølge afsenderen; modtaget {day}", "in time by its sender; received {day}"
)
CORRECTED = Text(
    "{words} (første gang {first}), rettet {corrected}",
    "{words} (first {first}), corrected {corrected}",
)
LATE_ONE = Text("1 dag for sent", "1 day late")
LATE = Text("{days} dage for sent", "{days} days late")
MISSING_ONE = Text("fristen var i går", "due yesterday")
MISSING_FOR = Text("fristen var for {days} dage siden", "due {days} days ago")
DUE_TODAY = Text("frist i dag", "due today")
DUE_TOMORROW = Text("frist i morgen", "due tomorrow")
DUE_IN = Text("frist om {days} dage", "due in {days} days")
SCORE_RANGE = Text("{secured}–{attainable} pct.", "{secured}–{attainable} per cent")
SCORE_EXPECTED = Text("{range}, forventet\u00a0{expected}", "{range}, expected\u00a0{expected}")
PAYOUT_RANGE = Text("{low}–{high}", "{low}–{high}")
PAYOUT = Text(
    "{frame}: {payout} følger af målopfyldelsen. Departementet beslutter.",
    "{frame}: {payout} follows from the total. The department decides.",
)
SCORE_FINAL = Text("{secured} pct.", "{secured} per cent")
SUMMARY = Text(
    "{accepted} godkendt, {returned} skal rettes, {missing} mangler, {waiting} er ikke forfaldne.",
    "{accepted} accepted, {returned} to be mended, {missing} missing, {waiting} not due yet.",
)
NOTHING = Text(
    "Ingen plan har rapporter i registret eller løber på denne dag. Vis alle med --all.",
    "No plan has reports in the register or runs on this day. Show all with --all.",
)
STRAYS_ONE = Text(
    "1 fil er ingen rapport for en kendt plan: {files}.",
    "1 file is no report of a known plan: {files}.",
)
STRAYS = Text(
    "{count} filer er ingen rapport for en kendt plan: {files}.",
    "{count} files are no reports of a known plan: {files}.",
)
UNPLACED = Text(
    "{institution} {year}: »{file}« nævner ingen af planens perioder.",
    "{institution} {year}: “{file}” names no period of the plan.",
)
AND_MORE = Text("{files} … og {count} til", "{files} … and {count} more")

CALENDAR_NAME = Text("Frister for afrapportering", "Deadlines for reports")
EVENT = Text("Frist: {institution}, {period} {year}", "Deadline: {institution}, {period} {year}")
EVENT_TEXT = Text(
    "Afrapportering på resultatplanen for {institution} {year}, {period}, skal være modtaget i"
    " departementet.",
    "The report on the performance contract of {institution} {year}, {period}, is due in the"
    " department.",
)
ALARM = Text("Om en uge: {event}", "In a week: {event}")

# The register: its options, its commands, and what can be in its way.
REGISTER_OPTION = Text(
    "Registret: en mappe eller en PostgreSQL-adresse (ellers RP_REGISTER, ellers"
    " udbakke/register).",
    "The register: a folder or a PostgreSQL address (else RP_REGISTER, else udbakke/register).",
)
BATCH_REGISTER_OPTION = Text(
    "Registret: en mappe eller en PostgreSQL-adresse (ellers RP_REGISTER, ellers mappen register"
    " i udbakken).",
    "The register: a folder or a PostgreSQL address (else RP_REGISTER, else the folder register"
    " in the output).",
)
COMPARE_OPTION = Text(
    "Sammenlign med de tidligere rapporter i dette register.",
    "Compare with the earlier reports in this register.",
)
NO_REGISTER_OPTION = Text("Skriv ikke i registret.", "Do not write to the register.")
TODAY_OPTION = Text(
    "Dagen, der regnes fra (ÅÅÅÅ-MM-DD), i stedet for i dag.",
    "The day to reckon from (YYYY-MM-DD) instead of today.",
)
FAR_DAY = Text(
    "Dagen »{text}« ligger for langt væk. Ingen resultatplan gælder dér.",
    "The day “{text}” is too far away. No result plan is valid there.",
)
BAD_DAY = Text(
    "»{text}« er ikke en dato. Skriv den som 21-10-2024 eller 2024-10-21.",
    "“{text}” is no date. Write it as 2024-10-21.",
)
ONE_OF_TWO = Text(
    "Brug enten --register eller --no-register.", "Use either --register or --no-register."
)

BAD_ADDRESS = Text(
    "Registret kan ligge i en mappe eller i PostgreSQL (postgresql://bruger@server/database).",
    "The register can be a folder or in PostgreSQL (postgresql://user@server/database).",
)
NO_DRIVER = Text(
    "PostgreSQL kræver en driver. Installér den med: pip install 'resultatplan[postgresql]'.",
    "PostgreSQL needs a driver. Install it with: pip install 'resultatplan[postgresql]'.",
)
NO_REGISTER = Text(
    "Der er intet register i »{address}«. Det oprettes af »rp batch INDBAKKE --out MAPPE«.",
    "There is no register in “{address}”. “rp batch INBOX --out FOLDER” makes one.",
)
NEWER = Text(
    "Registret i »{address}« er skrevet af en nyere udgave af rp (format {found}, denne kender"
    " {known}). Opdatér rp. Intet er ændret.",
    "The register in “{address}” was written by a newer rp (format {found}, this one knows"
    " {known}). Update rp. Nothing was changed.",
)
NO_DATABASE = Text(
    "»{address}« er ikke et register: filen er ikke en SQLite-database, eller den er beskadiget."
    " Intet er ændret. Hent filen fra en sikkerhedskopi; originalerne ligger ved siden af den.",
    "“{address}” is no register: the file is no SQLite database, or it is damaged. Nothing was"
    " changed. Take the file from a backup; the originals lie beside it.",
)
NO_ACCESS = Text(
    "Registret i »{address}« kan ikke læses. Kontrollér, at disken er der, og at du har adgang til"
    " filen, og prøv igen.",
    "The register in “{address}” cannot be read. See that the disk is there, and that you may open"
    " the file, and try again.",
)
BROKEN_RECORD = Text(
    "Det, registret i »{address}« har om »{file}«, kan ikke læses: det er beskadiget. Hent"
    " registret fra en sikkerhedskopi.",
    "What the register in “{address}” has of “{file}” cannot be read: it is damaged. Take the"
    " register from a backup.",
)
OTHER_DATABASE = Text(
    "»{address}« er en database, men ikke et register. Intet er ændret.",
    "“{address}” is a database, but no register. Nothing was changed.",
)
LOCKED = Text(
    "Registret i »{address}« er låst af et andet program. Prøv igen om lidt. Det, der allerede er"
    " skrevet, er bevaret.",
    "The register in “{address}” is locked by another program. Try again shortly. What is already"
    " written is kept.",
)
FULL = Text(
    "Disken med registret i »{address}« er fuld. Det, der allerede er skrevet, er bevaret: skaf"
    " plads, og kør kommandoen igen.",
    "The disk of the register in “{address}” is full. What is already written is kept: make room"
    " and run the command again.",
)
READ_ONLY = Text(
    "Der kan ikke skrives i registret i »{address}«: mappen eller filen er skrivebeskyttet."
    " Vælg et andet sted med --register, eller kør med --no-register.",
    "The register in “{address}” cannot be written: the folder or file is read-only. Choose"
    " another place with --register, or run with --no-register.",
)
CANNOT_OPEN = Text(
    "Registret i »{address}« kan ikke åbnes: {reason}.",
    "The register in “{address}” cannot be opened: {reason}.",
)
CANNOT_WRITE = Text(
    "Registret i »{address}« kan ikke skrives: {reason}.",
    "The register in “{address}” cannot be written: {reason}.",
)
NO_TEMPORARY = Text(
    "Der kan intet skrives i mappen til midlertidige filer: {reason}. Gør plads, eller nævn en"
    " anden mappe i TMPDIR.",
    "Nothing can be written in the folder of temporary files: {reason}. Make room, or name another"
    " folder in TMPDIR.",
)
NO_ANSWER = Text(
    "Registret i »{address}« svarer ikke. Prøv igen, eller spørg den, der passer databasen.",
    "The register in “{address}” does not answer. Try again, or ask whoever keeps the database.",
)
FAILED = Text(
    "Registret i »{address}« kan ikke bruges: {reason}. Det, der allerede er skrevet, er bevaret.",
    "The register in “{address}” cannot be used: {reason}. What is already written is kept.",
)
_WRONG_LOGIN = Text(
    "databasen afviser brugeren eller adgangskoden", "the database refuses the user or the password"
)
_NO_RIGHTS = Text(
    "brugeren mangler rettigheder i databasen", "the user lacks rights in the database"
)
_CUT_OFF = Text("forbindelsen blev afbrudt", "the connection was cut off")
_CROWDED = Text("for mange er forbundet til databasen", "too many are connected to the database")
_RESTARTING = Text("databasen starter eller lukker ned", "the database is starting or closing down")
SERVER_REASONS = {
    "connection refused": Text(
        "ingen database svarer på den adresse og port", "no database answers at that address"
    ),
    "resolve host": Text("serverens navn kendes ikke", "the server's name is not known"),
    "password": _WRONG_LOGIN,
    "role ": _WRONG_LOGIN,
    "pg_hba.conf": Text(
        "databasen tager ikke imod fra denne maskine", "the database does not admit this machine"
    ),
    "permission denied": _NO_RIGHTS,
    "must be owner": _NO_RIGHTS,
    "read-only": Text("databasen er skrivebeskyttet", "the database is read-only"),
    "no space left": Text("databasens disk er fuld", "the disk of the database is full"),
    "too many": _CROWDED,
    "remaining connection slots": _CROWDED,
    "starting up": _RESTARTING,
    "shutting down": _RESTARTING,
    "connection unexpectedly": _CUT_OFF,
    "terminating connection": _CUT_OFF,
    "connection is lost": _CUT_OFF,
    'database "': Text(
        "databasen findes ikke eller tager ikke imod nogen",
        "there is no such database, or it admits nobody",
    ),
}
"""What a server's own words say, by some of them."""
OWN_WORDS = Text("databasens egne ord er »{words}«", "in the database's own words “{words}”")
NO_ORIGINAL = Text(
    "Originalen af »{file}« mangler i registret.",
    "The original of “{file}” is not in the register.",
)
CHANGED_ORIGINAL = Text(
    "Originalen af »{file}« i registret er ikke længere den, der blev modtaget.",
    "The original of “{file}” in the register is no longer the one that was received.",
)
WAITING_FOR_TURN = Text(
    "En anden kørsel skriver i registret i »{address}«. Venter i op til {seconds} sekunder …",
    "Another run is writing to the register in “{address}”. Waiting up to {seconds} seconds …",
)
STILL_BUSY = Text(
    "En anden kørsel skriver stadig i registret i »{address}«. Intet er ændret: prøv igen, når den"
    " er færdig, eller kør med --no-register.",
    "Another run is still writing to the register in “{address}”. Nothing was changed: try again"
    " when it is done, or run with --no-register.",
)

CHANGES = Text(
    "rettet: {mended}, nye: {new}, tilbage: {remaining}; ændrede felter: {figures}",
    "mended: {mended}, new: {new}, left: {remaining}; cells changed: {figures}",
)
CHANGES_SINCE = Text("Siden »{file}«: {counts}.", "Since “{file}”: {counts}.")
CHANGED = Text("Siden sidst", "Since the last")

REGISTER = Text("Se og eksportér de modtagne filer.", "See and export the received files.")
LIST = Text("Vis alle modtagne filer.", "List all received files.")
SHOW = Text("Vis én modtaget fil med det hele.", "Show one received file with everything.")
RECEIVED_OPTION = Text(
    "Dagen, nye filer kom, i stedet for filernes egen tid. En mails dato går forud.",
    "The day new files came, instead of the files' own time. A mail's date goes before it.",
)
NOTE = Text(
    "Notér, hvornår en fil kom, eller at departementet er færdigt med den.",
    "Note when a file came, or that the department is done with it.",
)
NOTE_RECEIVED_OPTION = Text(
    "Dagen, filen kom. Den gælder i stedet for filens egen tid.",
    "The day the file came. It counts instead of the file's own time.",
)
NOTE_SETTLED_OPTION = Text(
    "Afslut filen: den skal ikke besvares mere. Eller genåbn den.",
    "Settle the file: it is not to be answered any more. Or open it again.",
)
NOTE_NOTHING = Text(
    "Sig, hvad der skal noteres: --received DAG, --settled eller --open.",
    "Say what to note: --received DAY, --settled or --open.",
)
NOTED = Text("Noteret om »{file}«.", "Noted about “{file}”.")
SEVERAL_FILES = Text(
    "Flere filer i registret hedder »{name}«. Brug begyndelsen af filens hash (rp register list"
    " --json).",
    "Several files in the register are called “{name}”. Use the beginning of the file's hash (rp"
    " register list --json).",
)
EXPORT = Text("Skriv registret som csv eller json.", "Write the register as csv or json.")
PLAN_OPTION = Text("Kun filer for denne plan.", "Only files of this plan.")
EXPORT_OPTION = Text(
    "Mappen, der skrives til, eller en fil, der ender på .json.",
    "The folder to write to, or a file that ends in .json.",
)
ROLE = Text("Gælder", "Counts")
ROLES = {
    "current": Text("gælder", "counts"),
    "superseded": Text("afløst", "superseded"),
    "returned": Text("tæller ikke", "does not count"),
    "duplicate": Text("dublet", "duplicate"),
    "unplaced": Text("uden periode", "without a period"),
    "stray": Text("uden plan", "without a plan"),
    "settled": Text("afsluttet", "settled"),
}
TALLY = Text("Filer i registret: {count}.", "Files in the register: {count}.")
NO_SUCH_FILE = Text(
    "Der er ingen fil i registret, der hedder eller har en hash, der begynder med »{name}«.",
    "The register has no file that is called, or has a hash that begins with, “{name}”.",
)
DIGEST = Text("Hash (SHA-256)", "Hash (SHA-256)")
ORIGINAL = Text("Original", "Original")
IN_DATABASE = Text("i databasen", "in the database")
NO_BYTES = Text("ingen (filen kunne ikke læses)", "none (the file could not be read)")
JUDGED = Text("Kontrolleret", "Checked")
JUDGED_AT = Text("{day} af rp {program}: {verdict}", "{day} by rp {program}: {verdict}")
FINDINGS = Text("Fund", "Findings")
NO_FINDINGS = Text("Ingen fund.", "No findings.")
CRITERION = Text("Delmål", "Criterion")
REPORTED = Text("Indberettet", "Reported")
PREPARED_BY = Text("Udfyldt af", "Prepared by")
APPROVED_BY = Text("Godkendt af", "Approved by")
CONTACT = Text("Kontaktperson", "Contact")
DEVIATIONS = Text("Væsentlige afvigelser", "Significant deviations")

FILES_CSV = Text("modtagne.csv", "received.csv")
FINDINGS_CSV = Text("fund.csv", "findings.csv")
GOALS_CSV = Text("maal.csv", "goals.csv")
INPUTS_CSV = Text("indberettet.csv", "reported.csv")
SIZE = Text("Bytes", "Bytes")
COLUMN = Text("Kolonne", "Column")
VALUE = Text("Værdi", "Value")
PLAN_VERSION = Text("Planversion", "Plan version")
