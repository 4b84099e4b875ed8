"""The words of the command line `rp` and of the overview it writes."""

from __future__ import annotations

from texts.language import Text

PROGRAM = Text(
    "Resultatplaner i Excel: skabeloner til styrelserne, kontrol og overblik til departementet.",
    "Performance contracts in Excel: templates for agencies, checks and overview for the"
    " department.",
)
PLANS = Text("Vis planerne.", "List the plans.")
TEMPLATE = Text("Byg Excel-skabeloner til planer.", "Build the Excel templates of plans.")
FILL = Text(
    "Udfyld en skabelon med værdier fra en JSON-fil.", "Fill a template with values from JSON."
)
VALIDATE = Text("Kontrollér og døm rapporter.", "Check and judge reports.")
BATCH = Text(
    "Døm en hel mappe, og skriv overblikket.", "Judge a whole folder and write the overview."
)
EXPLAIN = Text("Forklar en kode fra en fejlmelding.", "Explain the code of a finding.")
ADDIN = Text("Tilføjelsesprogrammet på denne maskine.", "The add-in on this machine.")

ADDIN_STATUS = Text("Vis, hvad der virker her.", "Show what works here.")
ADDIN_INSTALL = Text("Installér i Excel på denne maskine.", "Install in this machine's Excel.")
ADDIN_UNINSTALL = Text("Fjern fra Excel på denne maskine.", "Remove from this machine's Excel.")
ADDIN_BUILD = Text(
    "Skriv filerne til en administrator, der pakker tilføjelsesprogrammet.",
    "Write the files for an administrator who packages the add-in.",
)
ADDIN_LIBREOFFICE = Text(
    "Skriv udvidelsen til LibreOffice (rp.oxt).", "Write the extension for LibreOffice (rp.oxt)."
)

USAGE = Text("Brug: ", "Usage: ")
OPTIONS = Text("Valg", "Options")
COMMANDS = Text("Kommandoer", "Commands")
EXAMPLES = Text("Eksempler", "Examples")
ARGUMENTS_METAVAR = Text("[VALG]", "[OPTIONS]")
COMMAND_METAVAR = Text("KOMMANDO [ARGUMENTER]…", "COMMAND [ARGS]…")
REQUIRED = Text("Skal angives.", "Required.")
HELP_OPTION = Text("Vis denne hjælp.", "Show this help.")
VERSION_OPTION = Text("Vis versionen.", "Show the version.")
LANG_OPTION = Text("Sprog: da eller en.", "Language: da or en.")
JSON_OPTION = Text("Skriv resultatet som JSON.", "Print the result as JSON.")
OUT_FOLDER_OPTION = Text("Mappen der skrives til.", "The folder to write to.")
OUT_FILE_OPTION = Text("Filen der skrives.", "The file to write.")
WORKERS_OPTION = Text("Antal arbejdsprocesser.", "Number of worker processes.")
DASK_OPTION = Text(
    "Døm på Dask-klyngen på denne adresse.", "Judge on the Dask cluster at this address."
)
NO_DASK = Text(
    "Dask er ikke installeret. Installér det med: pip install 'resultatplan[dask]'.",
    "Dask is not installed. Install it with: pip install 'resultatplan[dask]'.",
)
NO_CLUSTER = Text(
    "Dask-klyngen på »{address}« svarer ikke.", "The Dask cluster at “{address}” does not answer."
)
GO_ON = Text(
    "Afbrudt. Det, der nåede at blive dømt, står i overblikket. Kør »{command}« igen for alle.",
    "Interrupted. What was judged is in the overview. Run “{command}” again for all.",
)
STRICT_OPTION = Text(
    "Slut med 1, hvis en fil ikke blev godkendt.", "Exit with 1 when a file was not accepted."
)

ERROR = Text("Fejl", "Error")
MISSING_ARGUMENT = Text("{name} mangler.", "{name} is missing.")
NO_SUCH_OPTION = Text("Valget {name} findes ikke.", "There is no option {name}.")
NO_SUCH_COMMAND = Text("Kommandoen {name} findes ikke.", "There is no command {name}.")
BAD_VALUE = Text("Værdien passer ikke til {name}.", "The value does not fit {name}.")
NEEDS_VALUE = Text("{name} mangler sin værdi.", "{name} needs a value.")
TAKES_NO_VALUE = Text("{name} tager ingen værdi.", "{name} takes no value.")
TOO_MANY = Text("»{argument}« er ét argument for meget.", "“{argument}” is one argument too many.")
TRY_HELP = Text("Se »{command} --help«.", "See “{command} --help”.")
UNKNOWN_PLAN = Text(
    "Planen »{name}« findes ikke. Planerne er: {known}.",
    "There is no plan “{name}”. The plans are: {known}.",
)
UNKNOWN_CODE = Text(
    "Koden »{code}« findes ikke. Koderne er: {known}.",
    "There is no code “{code}”. The codes are: {known}.",
)
NO_FOLDER = Text("»{path}« er ikke en mappe.", "“{path}” is not a folder.")
OUT_IS_INBOX = Text(
    "»{path}« er indbakken. Overblik og register skal ligge i en anden mappe; ellers bliver de "
    "selv dømt som modtagne filer.",
    "“{path}” is the inbox. Overview and register must lie in another folder; else they are judged "
    "as received files themselves.",
)
OVERVIEW_ASIDE = Text("overblik (tidligere).xlsx", "overblik (earlier).xlsx")
MOVED_ASIDE = Text(
    "Det tidligere overblik kan ikke læses og er flyttet til »{path}«.",
    "The earlier overview cannot be read and was moved to “{path}”.",
)
CANNOT_READ = Text("»{path}« kan ikke læses: {reason}.", "“{path}” cannot be read: {reason}.")
CANNOT_WRITE = Text(
    "»{path}« kan ikke skrives: {reason}. Er filen åben i Excel, så luk den, og prøv igen.",
    "“{path}” cannot be written: {reason}. If it is open in Excel, close it and try again.",
)
NOT_A_TEMPLATE = Text(
    "»{path}« er ikke en skabelon til en kendt plan.",
    "“{path}” is not the template of a known plan.",
)
NOT_FILLED = Text(
    "Værdierne i »{path}« kan ikke bruges. Intet er skrevet.",
    "The values in “{path}” cannot be used. Nothing was written.",
)
WROTE = Text("Skrev {path}", "Wrote {path}")
STOPPED = Text("Afbrudt.", "Interrupted.")

FILE = Text("Fil", "File")
INSTITUTION = Text("Institution", "Agency")
PLAN = Text("Plan", "Plan")
YEAR = Text("År", "Year")
PERIOD = Text("Periode", "Period")
FINAL = Text("Endelig", "Final")
VERDICT = Text("Afgørelse", "Verdict")
ACCEPTED = Text("godkendt", "accepted")
REFUSED = Text("skal rettes", "to be mended")
NO_REPORT = Text("ingen rapport", "no report")
UNREADABLE = Text("kan ikke læses", "cannot be read")
SECURED = Text("Sikret", "Secured")
ATTAINABLE = Text("Opnåelig", "Attainable")
SHOWN = Text("Vist i filen", "Shown in the file")
ERRORS = Text("Fejl", "Errors")
WARNINGS = Text("Advarsler", "Warnings")
INFOS = Text("Oplysninger", "Notes")
SUBMITTED = Text("Indsendt", "Submitted")
DEADLINE = Text("Frist", "Deadline")
TIMELINESS = Text("Rettidig", "In time")
IN_TIME = Text("rettidig", "in time")
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
WHY = Text("Hvorfor", "Why")
WHAT_TO_DO = Text("Hvad du gør", "What to do")
MEANING = Text("Meldingen", "The message")
SUMMARY = Text(
    "{files} filer: {accepted} godkendt, {refused} skal rettes, {others} ingen rapport.",
    "{files} files: {accepted} accepted, {refused} to be mended, {others} no report.",
)
SCORE_LINE = Text(
    "Målopfyldelse: sikret {secured} pct., opnåelig {attainable} pct. ({met} af {count} mål"
    " opfyldt{partial}, {pending} afventer{withdrawn})",
    "Total: secured {secured} per cent, attainable {attainable} per cent ({met} of {count} goals"
    " fulfilled{partial}, {pending} pending{withdrawn})",
)
SCORE_PARTIAL = Text(", {count} delvist opfyldt", ", {count} partly fulfilled")
SCORE_WITHDRAWN = Text(", {count} udgået", ", {count} withdrawn")
CODES_TITLE = Text("Koder", "Codes")

CODES_PAGE = Text("Fejlkoder", "Codes of findings")
CODES_PAGE_LEAD = Text(
    "Alle meldinger, som kontrollen kan give. Siden er skrevet af det samme katalog som"
    " meldingerne selv (`rp explain --markdown`).",
    "Every finding that the checks can give. The page is written from the very catalogue of the"
    " findings (`rp explain --markdown`).",
)
MARKDOWN_OPTION = Text(
    "Skriv alle koder som en side i Markdown.", "Print all codes as a page of Markdown."
)
LAYERS = {
    "1": Text("1xx: Kan filen læses?", "1xx: can the file be read?"),
    "2": Text("2xx: Hvilken plan er det, og er skemaet helt?", "2xx: which plan, and whole?"),
    "3": Text("3xx: Er det aftalte uændret?", "3xx: is the agreement unchanged?"),
    "4": Text("4xx: Er hver celle rigtigt udfyldt?", "4xx: is each cell filled in right?"),
    "5": Text("5xx: Passer oplysningerne sammen?", "5xx: do the cells fit one another?"),
    "6": Text("6xx: Viser regnearket det rigtige?", "6xx: does the workbook show it right?"),
    "7": Text("7xx: Er rapporten rettidig?", "7xx: is the report in time?"),
    "8": Text("8xx: Kan planen i arket bruges?", "8xx: can the plan in the workbook be used?"),
}

OVERVIEW_NAME = "overblik.xlsx"
