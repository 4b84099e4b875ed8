"""Words that findings are put together of, beside the catalogue."""

from __future__ import annotations

from texts.language import Text

FORMATS = {
    "ole": Text(
        "en Excel 97-2003-fil (.xls) eller et andet ældre Office-dokument",
        "an old Office file (.xls)",
    ),
    "open_document": Text("et OpenDocument-regneark (.ods)", "an OpenDocument file (.ods)"),
    "binary_workbook": Text("en binær Excel-projektmappe (.xlsb)", "a binary workbook (.xlsb)"),
    "word": Text("et Word-dokument (.docx)", "a Word document (.docx)"),
    "powerpoint": Text("en PowerPoint-præsentation (.pptx)", "a PowerPoint file (.pptx)"),
    "pdf": Text("et PDF-dokument", "a PDF document"),
    "html": Text("en webside (HTML)", "a web page (HTML)"),
    "xml": Text("et XML-dokument", "an XML document"),
    "text": Text("en tekstfil (fx csv)", "a text file (such as csv)"),
    "zip": Text("et zip-arkiv", "a zip archive"),
    "zipped_workbook": Text(
        "et zip-arkiv med en projektmappe i (pak den ud først)",
        "a zip archive with a workbook in it (unpack it first)",
    ),
    "unknown": Text("af ukendt format", "of an unknown format"),
}

DAMAGED = Text("den er afbrudt eller beskadiget ({detail})", "it is cut off or damaged ({detail})")
PART_MISSING = Text("en del af den mangler ({detail})", "a part of it is missing ({detail})")
BAD_XML = Text("dens indhold er ugyldigt ({detail})", "its content is not valid ({detail})")

ACTIVE = {
    "dde": Text("en DDE-forbindelse til et andet program", "a DDE link to another program"),
    "embedded": Text("et indlejret objekt eller styreelement", "an embedded object or control"),
    "connection": Text("en dataforbindelse eller forespørgsel", "a data connection or query"),
    "function": Text(
        "en funktion, der kan hente eller køre noget", "a function that can fetch or run something"
    ),
    "name": Text(
        "et navn, der kører noget eller træder i stedet for en funktion",
        "a name that runs something or stands in for a function",
    ),
    "remote": Text(
        "en henvisning, der henter noget uden for filen",
        "a reference that fetches something from outside the file",
    ),
}
HIDDEN_SHEET = Text("Arket", "The sheet")
HIDDEN_ROW = Text("Rækken", "The row")
HIDDEN_COLUMN = Text("Kolonnen", "The column")
BY_RULE = Text("en betinget formatering", "a conditional format")
NO_TABLE = Text("intet", "nothing")

TOOK_TOO_LONG = Text("den tog for lang tid", "it took too long")
TOOK_TOO_MUCH = Text("den brugte for meget hukommelse", "it used too much memory")
WITH_DETAIL = Text("{reason} ({detail})", "{reason} ({detail})")
READER_DIED = Text("læseren gik ned", "the reader died")

LOCK_FILE = Text("Låsefilen fra et åbent regneark", "The lock file of an open workbook")
FOLDER = Text("Mappen", "The folder")
OTHER_FILE = Text("Filen, som ikke er et regneark,", "The file, which is no workbook,")
NOT_REGULAR = Text("det er ikke en almindelig fil", "it is not a regular file")
LINK = Text("det er en genvej (link)", "it is a link")

NO_IDENTITY = Text(
    "arkene Stamdata og _rp kan ikke findes", "the sheets Stamdata and _rp cannot be found"
)
NO_PLAN_NAMED = Text("planens navn mangler", "the name of the plan is missing")
VERSION = Text("version {version}, {fingerprint}", "version {version}, {fingerprint}")
VERSION_UNKNOWN = Text("uden version", "without a version")

ASPECTS = {
    "target": Text("Måltallet", "The target"),
    "kind": Text("Kravet", "The kind"),
    "deadline": Text("Fristen", "The deadline"),
    "rule": Text("Reglen", "The rule"),
    "weight": Text("Vægten", "The weight"),
    "basis": Text("Grundlaget", "The basis"),
    "identity": Text("Rapportens identitet", "The report's identity"),
    "key": Text("Nøglen", "The key"),
    "header": Text("Overskriften", "The heading"),
    "history": Text("Historikken", "The history"),
    "text": Text("Teksten", "The text"),
}
BLANK = Text("(tom)", "(blank)")
QUOTED = Text("»{text}«", "“{text}”")

DID_YOU_MEAN = Text(" Mente du {value}?", " Did you mean {value}?")
DID_YOU_MEAN_WORD = Text(" Mente du »{value}«?", " Did you mean “{value}”?")
NO_SUGGESTION = Text("", "")

OVER_HUNDRED = Text("over 100 %", "over 100 %")
UNDER_ZERO = Text("under 0 %", "below 0 %")
NEGATIVE = Text("er negativt.", "is negative.")
NOT_WHOLE = Text("er ikke et helt antal.", "is no whole number.")
TOO_GREAT = Text(
    "er større, end noget tal i enheden kan være.",
    "is greater than any number in the unit can be.",
)
TOO_MUCH_MONEY = Text(
    "er et større beløb, end nogen institution har i mio. kr. Er det skrevet i kroner?",
    "is a greater amount than any agency has in DKK million. Was it typed in kroner?",
)

A_NUMBER = Text("et tal", "a number")
A_BOOLEAN = Text("en sand/falsk-værdi", "a boolean")
A_DATE = Text("en dato", "a date")
BETWEEN = Text("mellem {low} og {high}", "between {low} and {high}")
UNCALCULATED = Text("en formel uden beregnet værdi", "a formula without a computed value")
A_VALUE = Text("en værdi", "a value")
TRUE = Text("SAND", "TRUE")
FALSE = Text("FALSK", "FALSE")
DAY_AND_TIME = Text("{day} kl. {time}", "{day} {time}")
DATE_WINDOW = Text("årene {first}–{last}", "the years {first}–{last}")

NO_BREAK_SPACE = Text("hårdt mellemrum", "a no-break space")
INVISIBLE = Text("usynlige tegn", "invisible characters")
OUTER_SPACES = Text("mellemrum før eller efter ordet", "blanks before or after the word")
ONLY_SPACES = Text("kun mellemrum", "nothing but spaces")

RESULT = Text("Resultat", "Resultat (the result)")
RESULT_AND_BASIS = Text("Grundlag og Resultat", "Grundlag and Resultat")
DELIVERY = Text("Leveringsdato eller Nej", "A delivery date or Nej")
DONE = Text("Gennemført (Ja eller Nej)", "Gennemført (Ja or Nej)")

STATUS_IS = Text("Status er {status}", "the status is {status}")
NOT_FULFILLED = Text("delmålet ikke er opfyldt", "the criterion is not fulfilled")
PARTLY_FULFILLED = Text("delmålet kun er delvist opfyldt", "the criterion is only partly fulfilled")
REPORTED_DONE = Text("meldt gennemført", "reported as done")
ASSESSED = Text("vurderet", "assessed")
