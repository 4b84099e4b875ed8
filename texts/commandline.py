"""The words of the command line `rp`."""

from __future__ import annotations

import errno

from texts.language import DANISH, Language, Text

# Help, usage and what commands say.
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
VALIDATE = Text("Kontrollér rapporter.", "Check reports.")
BATCH = Text(
    "Kontrollér en hel mappe, og skriv overblikket.", "Check a whole folder and write the overview."
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
ADDIN_PYTHON_OPTION = Text(
    "Den Python på Windows, som tilføjelsesprogrammet starter.",
    "The Python on Windows that the add-in starts.",
)
ADDIN_MADE_IN_OPTION = Text(
    "Læg tilføjelsesprogrammet i denne mappe og ikke i Excels startmappe.",
    "Put the add-in into this folder, not into Excel's start-up folder.",
)
ADDIN_DEPARTMENT_OPTION = Text(
    "Med departementets egne knapper: Kontrollér indbakke og Åbn overblik.",
    "With the department's own buttons: Check an inbox and Open the overview.",
)
ADDIN_LIBREOFFICE = Text(
    "Skriv udvidelsen til LibreOffice (rp.oxt).", "Write the extension for LibreOffice (rp.oxt)."
)
ADDIN_OFFICE = Text(
    "Byg tilføjelsen til Excel på Mac, i browseren og på låste pc'er: en mappe til en webserver.",
    "Build the add-in for Excel on Mac, the web and locked computers: a folder for a web server.",
)
ADDIN_URL_OPTION = Text(
    "Adressen, som mappen kommer til at ligge på; Excel kræver https.",
    "The address at which the folder will lie; Excel requires https.",
)
ADDIN_BAD_URL = Text(
    "»{url}« er ikke en adresse, som Excel henter tilføjelser fra: den skal begynde med https://.",
    "“{url}” is no address that Excel fetches add-ins from: it must begin with https://.",
)
ADDIN_OFFICE_BUILT = Text(
    "Læg hele mappen på {url}. Giv derefter {manifest} til jeres Microsoft 365-administrator"
    " (Indstillinger > Integrerede apps > Upload brugerdefinerede apps).",
    "Put the whole folder at {url}. Then give {manifest} to your Microsoft 365 administrator"
    " (Settings > Integrated apps > Upload custom apps).",
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
    "Læs filerne på Dask-klyngen på denne adresse.",
    "Read the files on the Dask cluster at this address.",
)
NO_DASK = Text(
    "Dask er ikke installeret. Installér det med: pip install 'resultatplan[dask]'.",
    "Dask is not installed. Install it with: pip install 'resultatplan[dask]'.",
)
NO_CLUSTER = Text(
    "Dask-klyngen på »{address}« svarer ikke.", "The Dask cluster at “{address}” does not answer."
)
GO_ON = Text(
    "Afbrudt. Det, der nåede at blive kontrolleret, står i overblikket. Kør »{command}« igen for"
    " alle.",
    "Interrupted. What was checked is in the overview. Run “{command}” again for all.",
)
STRICT_OPTION = Text(
    "Slut med 1, hvis en fil ikke blev godkendt.", "Exit with 1 when a file was not accepted."
)

FLAT_OPTION = Text(
    "Kun filerne i selve indbakken, ikke i mapperne i den.",
    "Only the files in the inbox itself, not in the folders in it.",
)

ERROR = Text("Fejl", "Error")
MISSING_ARGUMENT = Text("{name} mangler.", "{name} is missing.")
NO_SUCH_OPTION = Text("Valget {name} findes ikke.", "There is no option {name}.")
NO_SUCH_COMMAND = Text("Kommandoen {name} findes ikke.", "There is no command {name}.")
MEANT = Text(" Mente du »{name}«?", " Did you mean “{name}”?")
ALLOWED = Text(" Mulige værdier: {values}.", " Possible values: {values}.")
WHOLE_NUMBER = Text("et helt tal", "a whole number")
PLACEHOLDERS = {
    "MAPPE": "FOLDER",
    "STI": "PATH",
    "INDBAKKE": "INBOX",
    "FIL": "FILE",
    "SKABELON": "TEMPLATE",
    "VÆRDIER": "VALUES",
    "RAPPORT": "REPORT",
    "ADRESSE": "ADDRESS",
    "DAG": "DAY",
    "ÅR": "YEAR",
    "FØR": "BEFORE",
    "EFTER": "AFTER",
    "STED": "PLACE",
    "SEKUNDER": "SECONDS",
    "KODE": "CODE",
    "TEKST": "TEXT",
    "MÅL": "GOAL",
}
"""What stands for a value in a command's help, Danish and English."""
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
    "Koden »{code}« findes ikke. »rp explain« viser dem alle.",
    "There is no code “{code}”. “rp explain” shows them all.",
)
NO_FOLDER = Text("»{path}« er ikke en mappe.", "“{path}” is not a folder.")
OUT_IS_INBOX = Text(
    "»{path}« er indbakken. Overblik og register skal ligge i en anden mappe; ellers bliver de "
    "selv taget for modtagne filer.",
    "“{path}” is the inbox. Overview and register must lie in another folder; else they are taken "
    "for received files themselves.",
)
OVERVIEW_ASIDE = Text("overblik (tidligere).xlsx", "overblik (earlier).xlsx")
MOVED_ASIDE = Text(
    "Det tidligere overblik kan ikke læses og er flyttet til »{path}«.",
    "The earlier overview cannot be read and was moved to “{path}”.",
)
DECIDED_OF_OTHERS = Text(
    "Det tidligere overblik har beslutninger om institutioner, der ikke er med nu. Det er flyttet"
    " til »{path}«.",
    "The earlier overview holds decisions about agencies that are not in this one. It was moved to"
    " “{path}”.",
)
OVERVIEW_KEPT = Text(
    "Overblikket »{path}« kan ikke læses, og det, der er skrevet i det, må ikke gå tabt: intet er"
    " skrevet over det. Giv adgang til det, eller flyt det, og kør igen.",
    "The overview “{path}” cannot be read, and what is typed in it must not be lost: nothing was"
    " written over it. Give access to it or move it, and run again.",
)
CANNOT_READ = Text("»{path}« kan ikke læses: {reason}.", "“{path}” cannot be read: {reason}.")
CANNOT_WRITE = Text("»{path}« kan ikke skrives: {reason}.", "“{path}” cannot be written: {reason}.")
CLOSE_IT = Text(
    " Er filen åben i Excel, så luk den, og prøv igen.",
    " If it is open in Excel, close it and try again.",
)
NOT_A_TEMPLATE = Text(
    "»{path}« er ikke en skabelon til en kendt plan.",
    "“{path}” is not the template of a known plan.",
)
NOT_FILLED = Text(
    "Værdierne i »{path}« kan ikke bruges. Intet er skrevet.",
    "The values in “{path}” cannot be used. Nothing was written.",
)
LEFT_OUT = Text(
    "Skabelonen rummer mere end formularen, og det følger ikke med i den udfyldte fil: {what}.",
    "The template holds more than the form, and that is not in the filled file: {what}.",
)
OWN_SHEET = Text("arket »{name}«", "the sheet “{name}”")
COMMENTS = Text("kommentarer", "comments")
LINKS = Text("links", "links")
WROTE = Text("Skrev {path}", "Wrote {path}")
NEXT_STEPS = Text(
    "Næste skridt: »rp status{register}« viser, hvem der mangler; »rp reply --out {out}{register}«"
    " skriver svarene til styrelserne.",
    "Next: “rp status{register}” shows who is missing; “rp reply --out {out}{register}” writes the"
    " replies to the agencies.",
)
STOPPED = Text("Afbrudt.", "Interrupted.")
WHY = Text("Hvorfor", "Why")
WHAT_TO_DO = Text("Hvad du gør", "What to do")
MEANING = Text("Meldingen", "The message")
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

# Why the machine refuses a file.
_REFUSED = Text("adgang er nægtet", "access is denied")
_FULL = Text("disken er fuld", "the disk is full")
_MANY = Text("for mange filer er åbne", "too many files are open")

_DISK_REASONS: dict[int, Text] = {
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: Text("drevet er skrivebeskyttet", "the drive is read-only"),
    errno.ENOENT: Text("filen eller mappen findes ikke", "there is no such file or folder"),
    errno.ENOTDIR: Text("en del af stien er ikke en mappe", "a part of the path is no folder"),
    errno.EEXIST: Text(
        "en fil har det navn, som mappen skal have", "a file has the name that the folder needs"
    ),
    errno.EISDIR: Text("det er en mappe", "it is a folder"),
    errno.ENAMETOOLONG: Text("navnet er for langt", "the name is too long"),
    errno.EBUSY: Text("filen er i brug", "the file is in use"),
    errno.EIO: Text("drevet svarer ikke rigtigt", "the drive does not answer properly"),
    errno.EMFILE: _MANY,
    errno.ENFILE: _MANY,
}
"""The reasons that a person can do something about, by the system's number."""


def may_be_open(error: OSError) -> bool:
    """Whether an error when writing is the one of a file that Excel holds open."""
    return error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY)


def disk_trouble(error: OSError) -> Text | str:
    """The reason of an error, to be said in either language; else the system's own words."""
    known = _DISK_REASONS.get(error.errno or 0)
    return known if known is not None else (error.strerror or str(error))


def disk_reason(error: OSError, lang: Language = DANISH) -> str:
    """The same in words."""
    said = disk_trouble(error)
    return said if isinstance(said, str) else said(lang)


# `rp checker build`
CHECKER = Text(
    "Kontrolsiden, hvor en styrelse kontrollerer sin rapport, før den sendes.",
    "The checking page, where an agency checks its report before it is sent.",
)
CHECKER_BUILD = Text(
    "Byg kontrolsiden: en mappe til en webserver, og kontrol.html, der åbnes uden.",
    "Build the checking page: a folder for a web server, and kontrol.html, which needs none.",
)
CHECKER_FROM_OPTION = Text(
    "Mappen med Pyodide og hjul, hvor de ikke kan hentes (se docs/kontrolsiden.md).",
    "The folder with Pyodide and wheels where they cannot be fetched (see docs/kontrolsiden.md).",
)
CHECKER_NO_NPM = Text(
    "Pyodide hentes med npm, som ikke findes her. Installér »resultatplan[checker]«, eller angiv"
    " en mappe med --from.",
    "Pyodide is fetched with npm, which is not here. Install “resultatplan[checker]”, or name a"
    " folder with --from.",
)
CHECKER_FETCHING_FAILED = Text(
    "{program} kunne ikke hente: {reason}", "{program} could not fetch: {reason}"
)
CHECKER_MISSING_SOURCES = Text(
    "I »{path}« mangler, med den rette SHA-256: {names}.",
    "Missing in “{path}”, with the right SHA-256: {names}.",
)
CHECKER_WITH_PANDAS = Text(
    "Reglerne kører på pandas og pandera fra mappen.",
    "The rules run on pandas and pandera from the folder.",
)
CHECKER_STAND_IN = Text(
    "Reglerne kører på stedfortræderen for pandas og pandera.",
    "The rules run on what stands in for pandas and pandera.",
)
CHECKER_BUILT = Text(
    "Læg mappen på en webserver, eller send {single} ({size} MB): den åbnes i en browser uden net.",
    "Put the folder on a web server, or mail {single} ({size} MB): it opens in a browser offline.",
)

# `rp watch`
WATCH = Text(
    "Hold øje med en indbakke, og kontrollér filerne, når de er kommet.",
    "Watch an inbox, and check the files when they have come.",
)
EVERY_OPTION = Text(
    "Sekunder mellem hvert kig i indbakken (ellers 5).",
    "Seconds between looks into the inbox (else 5).",
)
NO_REPLIES_OPTION = Text("Skriv ikke svar til styrelserne.", "Write no replies to the agencies.")
ONCE_OPTION = Text(
    "Kontrollér, hvad der er kommet helt, og slut.", "Check what has come whole, and end."
)
WATCHING = Text(
    "Holder øje med »{inbox}«. Stop med Ctrl-C; intet går tabt.",
    "Watching “{inbox}”. Stop with Ctrl-C; nothing is lost.",
)
NEW_FILE = Text("{time} {file}: {verdict}", "{time} {file}: {verdict}")
ROUND = Text(
    "{time} {tally} Overblik og side er opdateret i »{path}«.",
    "{time} {tally} Overview and page are up to date in “{path}”.",
)
TROUBLE = Text(
    "{time} {reason} Der prøves igen om lidt.", "{time} {reason} Another try follows shortly."
)
REPLIES = Text("{time} {count} svar i »{path}«.", "{time} {count} replies in “{path}”.")
WATCHING_STOPPED = Text("Stoppet.", "Stopped.")

# The limits of intake; each limit's own words are in `limits.toml`.
LIMITS = Text("Vis grænserne for modtagne filer.", "Show the limits for received files.")
LIMITS_OPTION = Text(
    "Filen med andre grænser for modtagne filer.", "The file of other intake limits."
)
LIMITS_TOML_OPTION = Text(
    "Skriv dem som en fil til --limits.", "Print them as a file for the option --limits."
)
LIMITS_MARKDOWN_OPTION = Text("Skriv siden docs/graenser.md.", "Print the page docs/graenser.md.")
LIMIT = Text("Grænse", "Limit")
DEFAULT = Text("Fast værdi", "Default")
IN_FORCE = Text("Gælder nu", "In force")
BETWEEN = Text("fra {least} til {most}", "from {least} to {most}")


LIMITS_UNREADABLE = Text(
    "Grænserne i »{path}« kan ikke læses: {reason}.",
    "The limits in “{path}” cannot be read: {reason}.",
)
LIMITS_NO_TOML = Text(
    "»{path}« er ikke en TOML-fil: {reason}.", "“{path}” is not a TOML file: {reason}."
)
LIMITS_UNKNOWN_KEY = Text(
    "»{path}«: der er ingen grænse, der hedder »{key}«. Kendte grænser: {known}.",
    "“{path}”: there is no limit called “{key}”. Known limits: {known}.",
)
LIMITS_WRONG_VALUE = Text(
    "»{path}«: »{key}« skal være et helt tal fra {least} til {most}.",
    "“{path}”: “{key}” must be a whole number from {least} to {most}.",
)

LIMITS_PAGE = Text(
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
LIMITS_FILE_HEAD = Text(
    "Grænser for modtagne filer. Slet det, der skal være som altid.",
    "Limits for received files. Delete what is to be as always.",
)
