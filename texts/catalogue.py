"""The catalogue of findings: every code, what it says, what to do, and why the rule exists.

The hundreds follow the layers that a received file passes: 1 container, 2 identity and structure,
3 integrity, 4 content, 5 consistency, 6 score, 7 time; 8 is a plan that is being written
(`texts.catalogue_plans`). Codes are stable: a code is never given
another meaning, and a retired one is not used again. The workbook's guide, `rp explain` and the
findings themselves all speak from here.
"""

from __future__ import annotations

from texts.catalogue_plans import PLAN_FINDINGS
from texts.entries import Entry as Entry
from texts.entries import Severity as Severity
from texts.language import Text

CATALOGUE: dict[str, Entry] = {}


def _entry(
    code: str, severity: Severity, *, title: Text, message: Text, hint: Text, why: Text
) -> str:
    CATALOGUE[code] = Entry(code, severity, title, message, hint, why)
    return code


_SEND_AGAIN = Text(
    "Gem rapporten som .xlsx i Excel, og send den igen.",
    "Save the report as .xlsx in Excel and send it again.",
)
_USE_TEMPLATE = Text(
    "Brug den udsendte skabelon uændret: kopiér tallene over i en ny kopi, og send den.",
    "Use the template as it was sent out: copy the figures into a fresh copy and send that.",
)
_AGREED = Text(
    "Planen genforhandles ikke i løbet af året. Sæt det aftalte tilbage, eller brug en ny kopi"
    " af skabelonen.",
    "The plan is not renegotiated during the year. Put back what was agreed, or use a fresh copy"
    " of the template.",
)
_WHY_READABLE = Text(
    "Departementet dømmer kun filer, som det kan læse fuldt ud.",
    "The department judges only files that it can read in full.",
)
_WHY_FORM = Text(
    "Rapporten læses efter skabelonens ark, tabeller, kolonner og rækker. Står noget et andet"
    " sted, kan et tal blive læst som et andet.",
    "The report is read by the template's sheets, tables, columns and rows. If one of them has"
    " moved, a figure could be read as another.",
)
_WHY_AGREED = Text(
    "Måltal, krav, frister, regler og vægte er aftalt for året. En rapport kan ikke ændre dem.",
    "Targets, kinds, deadlines, rules and weights are agreed for the year. A report cannot change"
    " them.",
)
_WHY_FORMULA = Text(
    "Scoren skal følge af det indberettede. En formel, der er ændret eller tastet over, viser"
    " noget andet end det, planen regner med.",
    "The score must follow from what was reported. A formula that was changed or typed over shows"
    " something else than the plan computes.",
)
_WHY_TYPED = Text(
    "Et tal, en dato eller et valg skal stå som netop det. Værktøjet gætter aldrig på, hvad der"
    " var ment: direktørens resultatløn afhænger af det.",
    "A number, a date or a choice must be exactly that. The tool never guesses what was meant:"
    " the director's bonus depends on it.",
)
_WHY_FIT = Text(
    "Oplysninger, der modsiger hinanden, kan ikke bære en score.",
    "Statements that contradict each other cannot carry a score.",
)

# 1xx: is it a safe, readable workbook at all?

UNREADABLE = _entry(
    "RP-101",
    Severity.ERROR,
    title=Text("Filen kan ikke læses", "The file cannot be read"),
    message=Text(
        "Filen er ikke en læsbar Excel-projektmappe: {reason}.",
        "The file is no readable Excel workbook: {reason}.",
    ),
    hint=_SEND_AGAIN,
    why=_WHY_READABLE,
)
OTHER_FORMAT = _entry(
    "RP-102",
    Severity.ERROR,
    title=Text("Et andet filformat", "Another file format"),
    message=Text(
        "Filen er {format}, ikke en Excel-projektmappe (.xlsx).",
        "The file is {format}, not an Excel workbook (.xlsx).",
    ),
    hint=_SEND_AGAIN,
    why=_WHY_READABLE,
)
ENCRYPTED = _entry(
    "RP-103",
    Severity.ERROR,
    title=Text("Beskyttet med adgangskode", "Protected by a password"),
    message=Text(
        "Filen er låst med en adgangskode og kan ikke åbnes.",
        "The file is locked with a password and cannot be opened.",
    ),
    hint=Text(
        "Fjern adgangskoden i Excel (Filer, Oplysninger, Beskyt projektmappe), og send igen.",
        "Remove the password in Excel (File, Info, Protect Workbook) and send it again.",
    ),
    why=_WHY_READABLE,
)
EMPTY = _entry(
    "RP-104",
    Severity.ERROR,
    title=Text("Tom fil", "Empty file"),
    message=Text("Filen er tom (0 byte).", "The file is empty (0 bytes)."),
    hint=_SEND_AGAIN,
    why=_WHY_READABLE,
)
PASSED_OVER = _entry(
    "RP-105",
    Severity.INFO,
    title=Text("Sprunget over", "Passed over"),
    message=Text("{what} er sprunget over.", "{what} was passed over."),
    hint=Text(
        "Der skal ikke gøres noget, medmindre en rapport ventes herfra.",
        "Nothing needs doing unless a report is expected from here.",
    ),
    why=Text(
        "Låsefiler og mapper er ikke rapporter, men skal kunne ses i opgørelsen.",
        "Lock files and folders are no reports, but should be seen in the account.",
    ),
)
NO_ACCESS = _entry(
    "RP-106",
    Severity.ERROR,
    title=Text("Filen kan ikke åbnes", "The file cannot be opened"),
    message=Text("Filen kan ikke åbnes: {reason}.", "The file cannot be opened: {reason}."),
    hint=Text(
        "Kontrollér, at filen findes, at du har adgang til den, og at den er en almindelig fil.",
        "Check that the file exists, that you may read it, and that it is a regular file.",
    ),
    why=_WHY_READABLE,
)

TOO_LARGE = _entry(
    "RP-107",
    Severity.ERROR,
    title=Text("Filen er for stor", "The file is too large"),
    message=Text(
        "Filen er større eller tættere pakket, end en rapport kan være ({found}).",
        "The file is larger or more densely packed than a report can be ({found}).",
    ),
    hint=Text(
        "Kopiér tallene over i en ny kopi af skabelonen, og send den.",
        "Copy the figures into a fresh copy of the template and send that.",
    ),
    why=Text(
        "Grænserne ligger langt over enhver rapport og beskytter departementets maskiner.",
        "The limits are far above any report and protect the department's machines.",
    ),
)
AMBIGUOUS = _entry(
    "RP-108",
    Severity.ERROR,
    title=Text("Filen kan læses på flere måder", "The file can be read in more than one way"),
    message=Text(
        "Filens indre opbygning er ikke, som regneark skriver den ({found}): to programmer kunne"
        " læse hver sit i den.",
        "The file is not built as spreadsheets build it ({found}): two programs could read"
        " different things in it.",
    ),
    hint=_SEND_AGAIN,
    why=Text(
        "Det, departementet læser, skal være det, afsenderen ser i Excel.",
        "What the department reads must be what the sender sees in Excel.",
    ),
)
GAVE_UP = _entry(
    "RP-109",
    Severity.ERROR,
    title=Text("Filen kunne ikke dømmes", "The file could not be judged"),
    message=Text(
        "Læsningen af filen blev standset: {reason}.", "Reading the file was stopped: {reason}."
    ),
    hint=Text(
        "Kopiér tallene over i en ny kopi af skabelonen, og send den.",
        "Copy the figures into a fresh copy of the template and send that.",
    ),
    why=Text(
        "Én fil må ikke standse de andre; den får sin egen afgørelse.",
        "One file must not stop the others; it gets a verdict of its own.",
    ),
)
_WHY_INERT = Text(
    "En rapport er tal og tekst. Det, der kan køre eller hente noget, bliver hverken fulgt eller"
    " kørt, og afsenderen skal vide det.",
    "A report is figures and text. What could run or fetch something is neither followed nor run,"
    " and its sender should know.",
)
MACROS = _entry(
    "RP-110",
    Severity.ERROR,
    title=Text("Makroer", "Macros"),
    message=Text("Filen indeholder makroer ({found}).", "The file holds macros ({found})."),
    hint=Text(
        "Gem filen som Excel-projektmappe (.xlsx) uden makroer, og send den igen.",
        "Save the file as an Excel workbook (.xlsx) without macros and send it again.",
    ),
    why=_WHY_INERT,
)
EXTERNAL_LINK = _entry(
    "RP-111",
    Severity.WARNING,
    title=Text("Kæde til en anden fil", "A link to another file"),
    message=Text(
        "Regnearket henter værdier fra en anden fil ({found}). Værdierne er læst, som de står.",
        "The workbook takes values from another file ({found}). They were read as they stand.",
    ),
    hint=Text(
        "Erstat formlen med tallet, eller bryd kæden (Data, Rediger kæder).",
        "Replace the formula by its value, or break the link (Data, Edit Links).",
    ),
    why=_WHY_INERT,
)
ACTIVE_CONTENT = _entry(
    "RP-112",
    Severity.ERROR,
    title=Text("Aktivt indhold", "Active content"),
    message=Text("Regnearket indeholder {what} ({found}).", "The workbook holds {what} ({found})."),
    hint=Text(
        "Fjern det, og skriv værdien eller henvisningen som tekst.",
        "Remove it and write the value or the reference as text.",
    ),
    why=_WHY_INERT,
)
HYPERLINK = _entry(
    "RP-113",
    Severity.WARNING,
    title=Text("Link ud af filen", "A link out of the file"),
    message=Text(
        "Cellen har et link til {found}. Det er ikke fulgt.",
        "The cell has a link to {found}. It was not followed.",
    ),
    hint=Text(
        "Fjern linket, og skriv henvisningen som tekst.",
        "Remove the link and write the reference as text.",
    ),
    why=_WHY_INERT,
)

# 2xx: which plan is it, and is the form whole?

NOT_A_REPORT = _entry(
    "RP-201",
    Severity.ERROR,
    title=Text("Ikke en afrapportering", "Not a report"),
    message=Text(
        "Filen er en Excel-projektmappe, men ikke en afrapportering på en af departementets"
        " skabeloner: {missing}.",
        "The file is an Excel workbook, but no report on one of the department's templates:"
        " {missing}.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
UNKNOWN_PLAN = _entry(
    "RP-202",
    Severity.ERROR,
    title=Text("Ukendt plan", "Unknown plan"),
    message=Text(
        "Planen »{found}« kendes ikke. Kendte planer: {known}.",
        "The plan “{found}” is not known. Known plans: {known}.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
OTHER_VERSION = _entry(
    "RP-203",
    Severity.ERROR,
    title=Text("En anden udgave af planen", "Another version of the plan"),
    message=Text(
        "Skabelonen er lavet af en anden udgave af planen ({found}) end den gældende ({expected}).",
        "The template was made from another version of the plan ({found}) than the one in force"
        " ({expected}).",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_AGREED,
)
SHEET_MISSING = _entry(
    "RP-204",
    Severity.ERROR,
    title=Text("Et ark mangler", "A sheet is missing"),
    message=Text(
        "Arket »{expected}« mangler eller har fået et andet navn.",
        "The sheet “{expected}” is missing or has another name.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
SHEET_MOVED = _entry(
    "RP-205",
    Severity.ERROR,
    title=Text("Arkene står i en anden rækkefølge", "The sheets stand in another order"),
    message=Text(
        "Arket er flyttet: rækkefølgen er {found}, men skal være {expected}.",
        "The sheet was moved: the order is {found}, but must be {expected}.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
SHEET_ADDED = _entry(
    "RP-206",
    Severity.WARNING,
    title=Text("Et ekstra ark", "An extra sheet"),
    message=Text(
        "Arket »{found}« hører ikke til skabelonen og er ikke læst.",
        "The sheet “{found}” is not part of the template and was not read.",
    ),
    hint=Text(
        "Skriv det, departementet skal vide, i felterne på Stamdata og Afrapportering.",
        "Write what the department should know in the fields of Stamdata and Afrapportering.",
    ),
    why=_WHY_FORM,
)
COLUMN_MISSING = _entry(
    "RP-207",
    Severity.ERROR,
    title=Text("En kolonne mangler", "A column is missing"),
    message=Text("Kolonnen »{expected}« mangler.", "The column “{expected}” is missing."),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
COLUMN_MOVED = _entry(
    "RP-208",
    Severity.ERROR,
    title=Text("En kolonne er flyttet", "A column was moved"),
    message=Text(
        "Kolonnen »{column}« står i {found}, men hører til i {expected}.",
        "The column “{column}” stands in {found} but belongs in {expected}.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
ROW_MISSING = _entry(
    "RP-209",
    Severity.ERROR,
    title=Text("En række mangler", "A row is missing"),
    message=Text("Rækken »{expected}« mangler.", "The row “{expected}” is missing."),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
ROW_UNKNOWN = _entry(
    "RP-210",
    Severity.ERROR,
    title=Text("En række for meget", "A row too many"),
    message=Text(
        "Rækken »{found}« hører ikke til planen.", "The row “{found}” is not part of the plan."
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
ROW_TWICE = _entry(
    "RP-211",
    Severity.ERROR,
    title=Text("En række står to gange", "A row stands twice"),
    message=Text(
        "Rækken »{found}« står to gange; den øverste er læst.",
        "The row “{found}” stands twice; the upper one was read.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
ROWS_MOVED = _entry(
    "RP-212",
    Severity.ERROR,
    title=Text("Rækker er flyttet", "Rows were moved"),
    message=Text(
        "Rækken »{found}« står, hvor »{expected}« hører til.",
        "The row “{found}” stands where “{expected}” belongs.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
TABLE_MOVED = _entry(
    "RP-213",
    Severity.ERROR,
    title=Text("Tabellen er flyttet", "The table was moved"),
    message=Text(
        "Tabellen {table} begynder i {found}, men skal begynde i {expected}.",
        "The table {table} begins in {found} but must begin in {expected}.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
TABLE_MISSING = _entry(
    "RP-214",
    Severity.ERROR,
    title=Text("Tabellen mangler", "The table is missing"),
    message=Text(
        "Tabellen {table} mangler: dens overskrifter kan ikke findes.",
        "The table {table} is missing: its headings cannot be found.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORM,
)
SUPERSEDED = _entry(
    "RP-215",
    Severity.INFO,
    title=Text("Der findes en nyere skabelon", "There is a newer template"),
    message=Text(
        "Rapporten er lavet i version {found} af skabelonen. Der findes en nyere, version"
        " {expected}.",
        "The report was made in version {found} of the template. There is a newer one, version"
        " {expected}.",
    ),
    hint=Text(
        "Rapporten dømmes efter sin egen version. Brug den nye skabelon næste gang;"
        " »rp migrate« flytter tallene over.",
        "The report is judged by its own version. Use the new template next time;"
        " “rp migrate” carries the figures over.",
    ),
    why=Text(
        "En skabelon kan rettes i løbet af året, fx for en trykfejl. Det aftalte er det samme i"
        " alle versioner.",
        "A template may be corrected during the year, for a misprint say. The agreement is the"
        " same in all versions.",
    ),
)
PLAN_UNUSABLE = _entry(
    "RP-216",
    Severity.ERROR,
    title=Text("Planens fil har fejl", "The plan's file has mistakes"),
    message=Text(
        "Planen »{found}« står i planmappen, men dens fil har fejl og kan ikke bruges.",
        "The plan “{found}” is in the plans folder, but its file has mistakes and cannot be used.",
    ),
    hint=Text(
        "Departementet retter planens fil: »rp plans« viser fejlene. Rapporten selv skal ikke"
        " ændres.",
        "The department mends the plan's file: “rp plans” shows the mistakes. The report itself"
        " need not be changed.",
    ),
    why=_WHY_READABLE,
)

# 3xx: is the agreement as agreed, and are the formulas in place?

_CHANGED = Text(
    "{what} er ændret: aftalt {expected}, i rapporten {found}.",
    "{what} was changed: agreed {expected}, in the report {found}.",
)


def _changed(code: str, title: Text) -> str:
    return _entry(
        code, Severity.ERROR, title=title, message=_CHANGED, hint=_AGREED, why=_WHY_AGREED
    )


TARGET_CHANGED = _changed("RP-301", Text("Måltallet er ændret", "The target was changed"))
KIND_CHANGED = _changed("RP-302", Text("Kravet er ændret", "The kind was changed"))
DEADLINE_CHANGED = _changed("RP-303", Text("Fristen er ændret", "The deadline was changed"))
RULE_CHANGED = _changed("RP-304", Text("Reglen er ændret", "The rule was changed"))
WEIGHT_CHANGED = _changed("RP-305", Text("Vægten er ændret", "The weight was changed"))
IDENTITY_CHANGED = _changed(
    "RP-306", Text("Plan, institution eller år er ændret", "Plan, agency or year was changed")
)
HEADER_CHANGED = _changed("RP-307", Text("En overskrift er ændret", "A heading was changed"))
KEY_CHANGED = _changed("RP-308", Text("En nøgle er ændret", "A key was changed"))
TEXT_CHANGED = _changed("RP-309", Text("En låst celle er ændret", "A locked cell was changed"))
FORMULA_REPLACED = _entry(
    "RP-310",
    Severity.ERROR,
    title=Text("En formel er tastet over", "A formula was typed over"),
    message=Text(
        "Her skal stå en formel, men den er erstattet af {found}.",
        "A formula belongs here, but it was replaced by {found}.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORMULA,
)
FORMULA_CHANGED = _entry(
    "RP-311",
    Severity.ERROR,
    title=Text("En formel er ændret", "A formula was changed"),
    message=Text(
        "Skabelonens formel er ændret til {found}.",
        "The template's formula was changed to {found}.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORMULA,
)
UNUSED_FILLED = _entry(
    "RP-312",
    Severity.ERROR,
    title=Text("Udfyldt grå celle", "A grey cell was filled in"),
    message=Text(
        "{found} står i en grå celle, som dette delmål ikke bruger.",
        "{found} stands in a grey cell that this criterion does not use.",
    ),
    hint=Text(
        "Slet indholdet. Skriv det i rækkens hvide felter, hvis departementet skal se det.",
        "Delete it. Write it in the row's white cells if the department should see it.",
    ),
    why=_WHY_FORM,
)
STRAY_CONTENT = _entry(
    "RP-313",
    Severity.WARNING,
    title=Text("Indhold uden for felterne", "Content outside the fields"),
    message=Text(
        "{found} står uden for skabelonens felter ({count} celle(r) på arket) og er ikke læst.",
        "{found} stands outside the template's fields ({count} cell(s) on the sheet) and was not"
        " read.",
    ),
    hint=Text(
        "Slet indholdet, eller skriv det i et af felterne.",
        "Delete it, or write it in one of the fields.",
    ),
    why=_WHY_FORM,
)
BASIS_CHANGED = _changed(
    "RP-314", Text("Det aftalte grundlag er ændret", "The agreed basis was changed")
)
HISTORY_CHANGED = _changed("RP-315", Text("Historikken er ændret", "The history was changed"))

_WHY_SHOWN = Text(
    "Det, der dømmes, skal være det, afsenderen og departementet ser i regnearket.",
    "What is judged must be what sender and department see in the workbook.",
)
INPUT_HIDDEN = _entry(
    "RP-316",
    Severity.WARNING,
    title=Text("Noget er skjult", "Something is hidden"),
    message=Text("{what} er skjult. Indholdet er læst.", "{what} is hidden. Its content was read."),
    hint=Text(
        "Vis arket, rækken eller kolonnen igen, eller slå filteret fra.",
        "Unhide the sheet, row or column, or clear the filter.",
    ),
    why=_WHY_SHOWN,
)
MERGED = _entry(
    "RP-317",
    Severity.ERROR,
    title=Text("Flettede celler skjuler en værdi", "Merged cells hide a value"),
    message=Text(
        "Cellen er flettet ind i {found} og kan ikke ses.",
        "The cell was merged into {found} and cannot be seen.",
    ),
    hint=Text(
        "Ophæv fletningen (Hjem, Flet og centrer), og kontrollér cellernes værdier.",
        "Unmerge the cells (Home, Merge & Center) and check their values.",
    ),
    why=_WHY_SHOWN,
)
SHOWN_OTHERWISE = _entry(
    "RP-318",
    Severity.ERROR,
    title=Text("Talformatet viser noget andet", "The number format shows something else"),
    message=Text(
        "Talformatet {found} viser ikke cellens værdi, som den er ({value}).",
        "The number format {found} does not show the cell's value as it is ({value}).",
    ),
    hint=Text(
        "Giv cellen skabelonens talformat igen: kopiér formatet fra en tilsvarende celle.",
        "Give the cell the template's number format again: copy it from a similar cell.",
    ),
    why=_WHY_SHOWN,
)
TABLE_RESIZED = _entry(
    "RP-319",
    Severity.WARNING,
    title=Text("Tabellen dækker et andet område", "The table covers another range"),
    message=Text(
        "Tabellen {table} dækker {found}, men skal dække {expected}. Regnearkets egne tal kan være"
        " forkerte; scoren er beregnet af de indberettede.",
        "The table {table} covers {found} but must cover {expected}. The workbook's own figures"
        " may be wrong; the score was computed from what was reported.",
    ),
    hint=_USE_TEMPLATE,
    why=_WHY_FORMULA,
)

# 4xx: is each cell what it should be?

TEXT_FOR_NUMBER = _entry(
    "RP-401",
    Severity.ERROR,
    title=Text("Tekst i et talfelt", "Text in a number cell"),
    message=Text(
        "»{found}« er tekst, ikke et tal.{suggestion}",
        "“{found}” is text, not a number.{suggestion}",
    ),
    hint=Text(
        "Skriv kun tallet, med komma som decimaltegn og uden enhed, fx 82,5 %.",
        "Type the number alone, without its unit.",
    ),
    why=_WHY_TYPED,
)
PERCENT_SCALE = _entry(
    "RP-402",
    Severity.ERROR,
    title=Text("Procent ud over 0–100", "A percentage beyond 0–100"),
    message=Text("{found} er {where}.{suggestion}", "{found} is {where}.{suggestion}"),
    hint=Text(
        "Skriv andelen som procent, fx 82 %. Cellen er i procent: 82 og 82 % giver det samme.",
        "Type the share as a percentage, such as 82 %.",
    ),
    why=_WHY_TYPED,
)
INEXACT = _entry(
    "RP-403",
    Severity.ERROR,
    title=Text("Et omtrentligt tal", "An inexact number"),
    message=Text(
        "»{found}« er ikke ét bestemt tal.{suggestion}",
        "“{found}” is not one definite number.{suggestion}",
    ),
    hint=Text(
        "Skriv ét tal. Forbehold hører til i Afvigelsesforklaring; sæt Foreløbig til Ja, hvis"
        " tallet kan ændre sig.",
        "Type one number. Put reservations in Afvigelsesforklaring; set Foreløbig to Ja if the"
        " figure may change.",
    ),
    why=_WHY_TYPED,
)
DATE_AS_TEXT = _entry(
    "RP-404",
    Severity.ERROR,
    title=Text("En dato som tekst", "A date as text"),
    message=Text(
        "»{found}« er tekst, ikke en dato.{suggestion}",
        "“{found}” is text, not a date.{suggestion}",
    ),
    hint=Text(
        "Skriv datoen som dag-måned-år, fx 31-12-2020, uden anden tekst.",
        "Type the date alone, as day-month-year.",
    ),
    why=_WHY_TYPED,
)
DATE_WITH_TIME = _entry(
    "RP-405",
    Severity.ERROR,
    title=Text("En dato med klokkeslæt", "A date with a time of day"),
    message=Text(
        "{found} er en dato med klokkeslæt.{suggestion}",
        "{found} is a date with a time of day.{suggestion}",
    ),
    hint=Text("Skriv kun datoen.", "Type the date alone."),
    why=_WHY_TYPED,
)
ERROR_VALUE = _entry(
    "RP-406",
    Severity.ERROR,
    title=Text("En fejlværdi", "An error value"),
    message=Text("Cellen viser fejlen {found}.", "The cell shows the error {found}."),
    hint=Text(
        "Slet formlen eller fejlen, og skriv værdien.",
        "Delete the formula or the error and type the value.",
    ),
    why=_WHY_TYPED,
)
PLACEHOLDER = _entry(
    "RP-407",
    Severity.ERROR,
    title=Text("Et pladsholderord", "A placeholder"),
    message=Text("»{found}« er ikke en værdi.", "“{found}” is not a value."),
    hint=Text(
        "Lad cellen være tom, når der endnu ikke er noget at indberette.",
        "Leave the cell blank while there is nothing to report yet.",
    ),
    why=_WHY_TYPED,
)
REQUIRED = _entry(
    "RP-408",
    Severity.ERROR,
    title=Text("Et felt mangler", "A field is missing"),
    message=Text("{what} mangler.", "{what} is missing."),
    hint=Text("Udfyld feltet.", "Fill in the field."),
    why=Text(
        "Uden feltet kan rapporten ikke henføres til en periode, måles eller godkendes.",
        "Without it the report cannot be placed in a period, measured or approved.",
    ),
)
OUT_OF_RANGE = _entry(
    "RP-409",
    Severity.ERROR,
    title=Text("Et tal, enheden ikke tillader", "A number that the unit does not allow"),
    message=Text("{found} {problem}", "{found} {problem}"),
    hint=Text(
        "Kontrollér tallet og enheden i kolonnen Enhed.",
        "Check the number and the unit in the column Enhed.",
    ),
    why=_WHY_TYPED,
)
NOT_ON_LIST = _entry(
    "RP-410",
    Severity.ERROR,
    title=Text("Ikke på listen", "Not on the list"),
    message=Text(
        "»{found}« står ikke på listen: {expected}.{suggestion}",
        "“{found}” is not on the list: {expected}.{suggestion}",
    ),
    hint=Text("Vælg fra listen i cellen.", "Choose from the list in the cell."),
    why=_WHY_TYPED,
)
STRAY_SPACE = _entry(
    "RP-411",
    Severity.ERROR,
    title=Text("Usynlige mellemrum", "Invisible spaces"),
    message=Text(
        "Cellen indeholder {found}, som ikke kan ses.{suggestion}",
        "The cell holds {found}, which cannot be seen.{suggestion}",
    ),
    hint=Text(
        "Slet cellens indhold, og skriv værdien igen.", "Clear the cell and type the value again."
    ),
    why=_WHY_TYPED,
)
FORMULA_IN_INPUT = _entry(
    "RP-412",
    Severity.INFO,
    title=Text("En formel i et felt", "A formula in a field"),
    message=Text(
        "Værdien {value} er beregnet af formlen {found}.",
        "The value {value} is computed by the formula {found}.",
    ),
    hint=Text(
        "Der skal ikke gøres noget. Værdien er læst, som cellen viser den.",
        "Nothing needs doing. The value was read as the cell shows it.",
    ),
    why=Text(
        "En formel kan skifte værdi, efter at rapporten er godkendt. Departementet skal vide det.",
        "A formula can change its value after the report was approved. The department should know.",
    ),
)
WRONG_TYPE = _entry(
    "RP-413",
    Severity.ERROR,
    title=Text("Forkert slags værdi", "The wrong sort of value"),
    message=Text(
        "{found} er {what}; her skal stå {expected}.", "{found} is {what}; expected {expected}."
    ),
    hint=Text("Slet cellens indhold, og skriv værdien igen.", "Clear the cell and type it again."),
    why=_WHY_TYPED,
)
IMPOSSIBLE_DATE = _entry(
    "RP-414",
    Severity.ERROR,
    title=Text("En umulig dato", "An impossible date"),
    message=Text("{found} er ingen dato i {expected}.", "{found} is no date in {expected}."),
    hint=Text("Skriv datoen som dag-måned-år, fx 31-12-2020.", "Type the date as day-month-year."),
    why=_WHY_TYPED,
)

# 5xx: do the cells fit one another, and the reports before?

SUBMITTED_TOO_EARLY = _entry(
    "RP-501",
    Severity.ERROR,
    title=Text("Indsendt dato og periode passer ikke", "Date of submission and period do not fit"),
    message=Text(
        "Indsendt dato {found} passer ikke til perioden {period}, som slutter {expected}.",
        "The date of submission {found} does not fit the period {period}, which ends {expected}.",
    ),
    hint=Text(
        "Ret Periode eller Indsendt dato på Stamdata.",
        "Mend Periode or Indsendt dato on Stamdata.",
    ),
    why=_WHY_FIT,
)
DELIVERED_AFTER_SUBMISSION = _entry(
    "RP-502",
    Severity.ERROR,
    title=Text("Leveret efter indsendelsen", "Delivered after the submission"),
    message=Text(
        "Leveringsdatoen {found} ligger efter den dag, rapporten er indsendt ({expected}).",
        "The delivery date {found} is after the day the report was submitted ({expected}).",
    ),
    hint=Text(
        "Skriv kun datoer for det, der er sket. Forventninger hører til i Forventet årsresultat.",
        "Give dates only for what has happened. Expectations belong in Forventet årsresultat.",
    ),
    why=_WHY_FIT,
)
FINAL_PENDING = _entry(
    "RP-503",
    Severity.ERROR,
    title=Text("Mangler i årets sidste rapport", "Missing in the final report"),
    message=Text(
        "{what} mangler, og det afgør mål {goal}: delmålet tæller som ikke opfyldt.",
        "{what} is missing and decides goal {goal}: the criterion counts as not fulfilled.",
    ),
    hint=Text("Udfyld feltet i den endelige rapport.", "Fill in the field in the final report."),
    why=Text(
        "I årets sidste afrapportering tæller det, der afventer, som ikke opfyldt.",
        "In the final report of the year, what is pending counts as not fulfilled.",
    ),
)
FINAL_PENDING_DECIDED = _entry(
    "RP-504",
    Severity.WARNING,
    title=Text("Mangler, men afgør ikke målet", "Missing, but does not decide the goal"),
    message=Text(
        "{what} mangler, men mål {goal} er afgjort uden.",
        "{what} is missing, but goal {goal} is decided without it.",
    ),
    hint=Text("Udfyld feltet, hvis tallet kendes.", "Fill in the field if the figure is known."),
    why=Text(
        "Årsrapporten afrapporterer på samtlige mål, også når reglen er mødt.",
        "The annual report covers every goal, also when the rule has been met.",
    ),
)
EXPLANATION_MISSING = _entry(
    "RP-505",
    Severity.ERROR,
    title=Text("Afvigelsesforklaring mangler", "An explanation is missing"),
    message=Text(
        "Afvigelsesforklaring mangler, selv om {reason}.",
        "The explanation is missing although {reason}.",
    ),
    hint=Text(
        "Forklar kort, hvorfor målet ikke nås eller er i fare.",
        "Explain briefly why the target is missed or at risk.",
    ),
    why=Text(
        "Gul, Rød og ikke opfyldt kræver en forklaring til departementet.",
        "Yellow, red and not fulfilled call for an explanation to the department.",
    ),
)
ACTION_PLAN_MISSING = _entry(
    "RP-506",
    Severity.ERROR,
    title=Text("Handlingsplan mangler", "An action plan is missing"),
    message=Text(
        "Handlingsplan mangler, selv om Status er Rød.",
        "The action plan is missing although the status is red.",
    ),
    hint=Text("Skriv, hvad der gøres, af hvem og hvornår.", "Say what is done, by whom and when."),
    why=Text(
        "Rød betyder, at målet ikke kan nås uden en genopretning.",
        "Red means that the target cannot be met without corrective action.",
    ),
)
FINAL_PROVISIONAL = _entry(
    "RP-507",
    Severity.ERROR,
    title=Text("Foreløbigt tal i årets sidste rapport", "A provisional figure in the final report"),
    message=Text(
        "Tallet er mærket foreløbigt, men rapporten er årets sidste.",
        "The figure is marked provisional, but the report is the final one of the year.",
    ),
    hint=Text(
        "Indberet det endelige tal, og sæt Foreløbig til Nej.",
        "Report the final figure and set Foreløbig to Nej.",
    ),
    why=Text(
        "Årets samlede målopfyldelse bygger på endelige tal.",
        "The year's total is built on final figures.",
    ),
)
FELL_BACK = _entry(
    "RP-508",
    Severity.WARNING,
    title=Text("Tallet er faldet siden sidste rapport", "The figure fell since the last report"),
    message=Text(
        "Antallet år til dato er faldet fra {expected} i {period} til {found}.",
        "The count for the year to date fell from {expected} in {period} to {found}.",
    ),
    hint=Text(
        "Kontrollér begge tal. Er det nye rigtigt, så forklar faldet i Afvigelsesforklaring.",
        "Check both figures. If the new one is right, explain the fall in Afvigelsesforklaring.",
    ),
    why=Text(
        "Et antal, der tælles op gennem året, kan ikke falde uden en rettelse.",
        "A count that adds up over the year cannot fall without a correction.",
    ),
)
DEADLINE_PASSED = _entry(
    "RP-509",
    Severity.ERROR,
    title=Text("Fristen er passeret uden svar", "The deadline has passed unanswered"),
    message=Text(
        "Fristen {expected} er passeret ved periodens slutning, men der er hverken dato eller Nej.",
        "The deadline {expected} has passed by the end of the period, but there is neither a date"
        " nor a No.",
    ),
    hint=Text(
        "Skriv leveringsdatoen i Dato, eller vælg Nej i Gennemført, hvis der ikke er leveret.",
        "Give the delivery date in Dato, or choose Nej in Gennemført if nothing was delivered.",
    ),
    why=Text(
        "Når en frist er passeret, er målet enten nået eller ikke.",
        "Once a deadline has passed, it was either kept or not.",
    ),
)
DATE_AND_NO = _entry(
    "RP-510",
    Severity.ERROR,
    title=Text("Både dato og Nej", "Both a date and No"),
    message=Text(
        "Dato {found} og Nej i Gennemført modsiger hinanden.",
        "The date {found} and No under Gennemført contradict each other.",
    ),
    hint=Text(
        "Slet datoen, hvis der ikke er leveret; ellers slet Nej.",
        "Delete the date if nothing was delivered; otherwise delete No.",
    ),
    why=_WHY_FIT,
)
ZERO_BASIS = _entry(
    "RP-511",
    Severity.ERROR,
    title=Text("Grundlaget er 0", "The basis is 0"),
    message=Text(
        "Grundlaget er 0, og af 0 kan der ikke beregnes en procent.",
        "The basis is 0, and no percentage can be computed of 0.",
    ),
    hint=Text(
        "Skriv det rigtige grundlag: budgettet eller niveauet før.",
        "Type the right basis: the budget or the level before.",
    ),
    why=_WHY_FIT,
)
DATE_OUTSIDE_YEAR = _entry(
    "RP-512",
    Severity.ERROR,
    title=Text("Datoen ligger før planens år", "The date is before the plan's year"),
    message=Text(
        "Leveringsdatoen {found} ligger før planens første dag ({expected}).",
        "The delivery date {found} is before the plan's first day ({expected}).",
    ),
    hint=Text("Kontrollér årstallet.", "Check the year."),
    why=_WHY_FIT,
)
DOCUMENTATION_MISSING = _entry(
    "RP-513",
    Severity.WARNING,
    title=Text("Dokumentation mangler", "Documentation is missing"),
    message=Text(
        "Dokumentation mangler for det, der er {what}.",
        "Documentation is missing for what is {what}.",
    ),
    hint=Text(
        "Henvis til dokumentet, notatet eller vurderingen i Dokumentation.",
        "Refer to the document, note or assessment in Dokumentation.",
    ),
    why=Text(
        "Et ja skal kunne efterprøves, også når årsrapporten skrives.",
        "A yes must be open to checking, also when the annual report is written.",
    ),
)
DELIVERED_UNDATED = _entry(
    "RP-514",
    Severity.ERROR,
    title=Text("Leveret uden dato", "Delivered without a date"),
    message=Text(
        "Gennemført er Ja, men leveringsdatoen mangler; fristen er {expected}.",
        "Gennemført is Ja, but the delivery date is missing; the deadline is {expected}.",
    ),
    hint=Text("Skriv leveringsdatoen i Dato.", "Give the delivery date in Dato."),
    why=Text(
        "Uden dato kan det ikke afgøres, om fristen er holdt.",
        "Without a date nobody can tell whether the deadline was kept.",
    ),
)

NO_LONGER_MET = _entry(
    "RP-515",
    Severity.WARNING,
    title=Text("Var opfyldt og er det ikke længere", "Was fulfilled and no longer is"),
    message=Text(
        "Delmålet var {expected} i {period} og er nu {found}.",
        "The criterion was {expected} in {period} and is now {found}.",
    ),
    hint=Text(
        "Kontrollér tallet. Er det rigtigt, så forklar tilbagegangen i Afvigelsesforklaring.",
        "Check the figure. If it is right, explain the setback in Afvigelsesforklaring.",
    ),
    why=Text(
        "Departementet skal kunne se, om et mål er tabt, eller om et tal er tastet forkert.",
        "The department must see whether a goal was lost or a figure mistyped.",
    ),
)
EXPLANATION_COPIED = _entry(
    "RP-516",
    Severity.WARNING,
    title=Text("Forklaringen er kopieret fra sidste rapport", "The explanation is copied"),
    message=Text(
        "Afvigelsesforklaringen er ord for ord den samme som i {period}, selv om delmålet er gået"
        " fra {expected} til {found}.",
        "The explanation is word for word that of {period}, although the criterion went from"
        " {expected} to {found}.",
    ),
    hint=Text(
        "Skriv, hvorfor det nu står, som det gør.", "Explain why things now stand as they do."
    ),
    why=Text(
        "En forklaring hører til det, der forklares. Er det noget andet, er den forældet.",
        "An explanation belongs to what it explains. When that has changed, it is out of date.",
    ),
)
DATE_CHANGED = _entry(
    "RP-517",
    Severity.WARNING,
    title=Text("Leveringsdatoen er ændret siden sidste rapport", "The delivery date changed"),
    message=Text(
        "Leveringsdatoen var {expected} i {period} og er nu {found}.",
        "The delivery date was {expected} in {period} and is now {found}.",
    ),
    hint=Text(
        "Sæt den rigtige dato ind. Var den forrige forkert, så skriv det i Afvigelsesforklaring.",
        "Put in the right date. If the former was wrong, say so in Afvigelsesforklaring.",
    ),
    why=Text(
        "Det, der er leveret, er leveret én bestemt dag.",
        "What was delivered was delivered on one particular day.",
    ),
)
BASIS_NOW_OTHER = _entry(
    "RP-518",
    Severity.WARNING,
    title=Text("Grundlaget er ændret siden sidste rapport", "The basis changed"),
    message=Text(
        "Grundlaget var {expected} i {period} og er nu {found}.",
        "The basis was {expected} in {period} and is now {found}.",
    ),
    hint=Text(
        "Sæt det rigtige budget eller niveau ind. Var det forrige forkert, så skriv det i"
        " Afvigelsesforklaring.",
        "Put in the right budget or level. If the former was wrong, say so in"
        " Afvigelsesforklaring.",
    ),
    why=Text(
        "Et resultat måles hele året på det samme budget eller det samme tidligere niveau.",
        "A result is measured all year against the same budget or the same former level.",
    ),
)
CARRIED_UNTOUCHED = _entry(
    "RP-519",
    Severity.INFO,
    title=Text("Overført fra en tidligere rapport", "Carried from an earlier report"),
    message=Text(
        "{found} er overført fra {period} og er ikke ændret i {now}.",
        "{found} was carried from {period} and was not changed in {now}.",
    ),
    hint=Text(
        "Kontrollér, at det stadig gælder. Er det rigtigt, skal der ikke gøres noget.",
        "Check that it still holds. If it does, nothing needs doing.",
    ),
    why=Text(
        "Et overført tal er ikke nødvendigvis genmålt. Departementet skal kunne se, hvor det kommer"
        " fra.",
        "A carried figure was not necessarily measured again. The department must see where it"
        " comes from.",
    ),
)

# 6xx: does the workbook show what its inputs give?

NOT_CALCULATED = _entry(
    "RP-601",
    Severity.INFO,
    title=Text("Regnearket er ikke beregnet", "The workbook is not calculated"),
    message=Text(
        "Regnearket viser ingen beregnede tal ({count} celle(r)). Scoren er beregnet af"
        " departementets værktøj.",
        "The workbook shows no computed figures ({count} cell(s)). The score was computed by the"
        " department's tool.",
    ),
    hint=Text(
        "Der skal ikke gøres noget. Åbn og gem filen i Excel, hvis tallene skal kunne ses.",
        "Nothing needs doing. Open and save the file in Excel if the figures should be seen.",
    ),
    why=Text(
        "En fil, der er udfyldt af et program, er ikke regnet igennem af et regneark.",
        "A file that was filled in by a program has not been calculated by a spreadsheet.",
    ),
)
STALE = _entry(
    "RP-602",
    Severity.WARNING,
    title=Text("Regnearket viser forældede tal", "The workbook shows stale figures"),
    message=Text(
        "Cellen viser {found}, men af de indberettede tal følger {expected}: regnearket er ikke"
        " genberegnet, efter at et tal blev ændret.",
        "The cell shows {found}, but the reported figures give {expected}: the workbook was not"
        " recalculated after a figure was changed.",
    ),
    hint=Text(
        "Åbn filen i Excel, tryk F9, gem, og send igen, hvis den viste score bruges.",
        "Open the file in Excel, press F9, save and send again if the shown score is used.",
    ),
    why=Text(
        "Institution og departement skal se det samme tal.",
        "Agency and department must see the same figure.",
    ),
)
DIFFERENT = _entry(
    "RP-603",
    Severity.ERROR,
    title=Text("Regnearket viser et andet tal", "The workbook shows another figure"),
    message=Text(
        "Cellen viser {found}, men skabelonens formel giver {expected} af de tal, som arket selv"
        " viser.",
        "The cell shows {found}, but the template's formula gives {expected} of the figures that"
        " the sheet itself shows.",
    ),
    hint=Text(
        "Åbn filen i Excel, tryk Ctrl+Alt+F9, gem, og send igen.",
        "Open the file in Excel, press Ctrl+Alt+F9, save and send it again.",
    ),
    why=Text(
        "Et tal, som formlen ikke kan give, er ikke beregnet af skabelonen.",
        "A figure that the formula cannot give was not computed by the template.",
    ),
)

# 7xx: is it in time?

LATE = _entry(
    "RP-701",
    Severity.WARNING,
    title=Text("Indsendt efter fristen", "Submitted after the deadline"),
    message=Text(
        "Rapporten er indsendt {found}, {days} dag(e) efter fristen {expected}.",
        "The report was submitted {found}, {days} day(s) after the deadline {expected}.",
    ),
    hint=Text(
        "Aftal med departementet, hvordan forsinkelsen håndteres.",
        "Agree with the department how the delay is handled.",
    ),
    why=Text(
        "Planen sætter en frist for hver afrapportering.",
        "The plan sets a deadline for each report.",
    ),
)

DUPLICATE = _entry(
    "RP-702",
    Severity.INFO,
    title=Text("Den samme fil er modtaget før", "The very file was received before"),
    message=Text(
        "Filen er tegn for tegn den samme som »{file}«. Den tæller kun én gang.",
        "The file is byte for byte the same as “{file}”. It counts only once.",
    ),
    hint=Text("Der skal ikke gøres noget.", "Nothing needs doing."),
    why=Text(
        "Filer genkendes på deres indhold, ikke på deres navn.",
        "Files are known by what is in them, not by their names.",
    ),
)
RESUBMITTED = _entry(
    "RP-703",
    Severity.INFO,
    title=Text(
        "Perioden har en godkendt rapport i forvejen", "The period has an accepted report already"
    ),
    message=Text(
        "Der er i forvejen en godkendt rapport for {period}: »{file}«, modtaget {day}.",
        "There is an accepted report for {period} already: “{file}”, received {day}.",
    ),
    hint=Text(
        "Er denne rapport godkendt, gælder den i stedet. Ellers gælder den forrige stadig.",
        "If this report is accepted, it counts instead. Otherwise the former still does.",
    ),
    why=Text(
        "Den sidst modtagne godkendte rapport for en periode er den, der gælder.",
        "The accepted report of a period that was received last is the one that counts.",
    ),
)
MISNAMED = _entry(
    "RP-704",
    Severity.INFO,
    title=Text("Filnavnet nævner en anden institution", "The file's name tells another agency"),
    message=Text(
        "Filnavnet nævner {found}, men rapporten er for {expected}. Indholdet afgør det.",
        "The file's name tells {found}, but the report is that of {expected}. The content decides.",
    ),
    hint=Text(
        "Kontrollér, at det er den rigtige fil, der er sendt.",
        "Check that the right file was sent.",
    ),
    why=Text(
        "Et forkert navn kan dække over, at to rapporter er byttet om.",
        "A wrong name may hide that two reports were mixed up.",
    ),
)

# Nothing is added below: the plans' findings come last.

REPORT_FINDINGS: dict[str, Entry] = dict(CATALOGUE)
"""What reports are told; the guide of a template lists these."""

# 8xx: is a plan, as it is written in Excel, whole and free of contradiction?

CATALOGUE.update(PLAN_FINDINGS)
