"""The catalogue of findings, and the words that findings are put together of.

The catalogue is `findings.toml`, where a code is written down once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from texts.language import Text


class Severity(StrEnum):
    """How much a finding matters: what has an error is not accepted."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return [*Severity].index(self)


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of finding."""

    code: str
    severity: Severity
    title: Text
    message: Text
    """What is wrong, with named fields; the place is put in front of it."""
    hint: Text
    """What to do about it."""
    why: Text
    """Why the rule exists."""


def _read() -> tuple[dict[str, Entry], tuple[str, ...]]:
    document = tomllib.loads(files("texts").joinpath("findings.toml").read_text(encoding="utf-8"))
    shared, fillers = document.pop("sentences"), tuple(document.pop("says_nothing"))

    def text(said: str | Mapping[str, str]) -> Text:
        both = shared[said] if isinstance(said, str) else said
        return Text(both["da"], both["en"])

    entries = {
        code: Entry(
            code,
            Severity(form["severity"]),
            text(form["title"]),
            text(form["message"]),
            text(form["hint"]),
            text(form["why"]),
        )
        for code, form in document.items()
    }
    return entries, fillers


CATALOGUE, FILLERS = _read()
"""Every code with its entry, in order; and the words that fill a cell without saying anything."""
PLAN_FINDINGS = {code: entry for code, entry in CATALOGUE.items() if code.startswith("RP-8")}
"""What is said about a plan that is written in Excel."""
REPORT_FINDINGS = {code: each for code, each in CATALOGUE.items() if code not in PLAN_FINDINGS}
"""What reports are told; the guide of a template lists these."""

# Words that findings about reports are put together of.
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
    "outlook_mail": Text("en mail fra Outlook (.msg)", "a mail from Outlook (.msg)"),
    "mail": Text(
        "en mail inde i en mail eller et arkiv (læg den selv i indbakken)",
        "a mail within a mail or archive (put it into the inbox itself)",
    ),
    "winmail": Text(
        "Outlooks egen pakke (winmail.dat), som kun Outlook kan åbne",
        "a package of Outlook's own (winmail.dat), which only Outlook opens",
    ),
    "numbers": Text("et regneark fra Apple Numbers", "a spreadsheet from Apple Numbers"),
    "google_link": Text(
        "et link til et regneark i Google Drev, ikke regnearket selv",
        "a link to a spreadsheet in Google Drive, not the spreadsheet itself",
    ),
    "shortcut": Text("en genvej, ikke filen selv", "a shortcut, not the file itself"),
    "backslashes": Text(
        "en projektmappe, hvis dele er navngivet med omvendt skråstreg (pakket forkert)",
        "a workbook whose parts are named with backslashes (packed wrongly)",
    ),
    "unknown": Text("af ukendt format", "of an unknown format"),
}
DETAILS = {
    "entries": Text("for mange dele", "too many parts"),
    "sheets": Text("for mange ark", "too many sheets"),
    "cells": Text("for mange celler", "too many cells"),
    "ratio": Text("pakket tættere, end tekst kan pakkes", "packed more densely than text can be"),
    "prefix": Text("noget foran den første del", "something before the first part"),
    "tail": Text("noget efter den sidste del", "something after the last part"),
    "directory": Text("en indholdsfortegnelse, der ikke passer", "a directory that does not fit"),
    "unsafe_name": Text("en del med et usikkert navn", "a part with an unsafe name"),
    "names_differ": Text("en del med to navne", "a part with two names"),
    "duplicate": Text("to dele med samme navn", "two parts of one name"),
    "encrypted": Text("en krypteret del", "an encrypted part"),
    "flags": Text("en del med ukendte egenskaber", "a part with unknown flags"),
    "method": Text("en del, der er pakket på ukendt vis", "a part packed in an unknown way"),
    "gap": Text("noget mellem delene", "something between the parts"),
    "overlap": Text("dele, der overlapper", "parts that overlap"),
    "headers_differ": Text("en del, der er beskrevet på to måder", "a part described in two ways"),
}
"""What is too large in a file, or can be read in two ways."""

DAMAGED = Text(
    "den er afbrudt eller beskadiget (til en tekniker: {detail})",
    "it is cut off or damaged (for a technician: {detail})",
)
PART_MISSING = Text(
    "en del af den mangler (til en tekniker: {detail})",
    "a part of it is missing (for a technician: {detail})",
)
BAD_XML = Text(
    "dens indhold er ugyldigt (til en tekniker: {detail})",
    "its content is not valid (for a technician: {detail})",
)

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
    "picture": Text(
        "et billede, der ikke ligger i filen, men hentes et andet sted fra",
        "a picture that is not in the file but is fetched from elsewhere",
    ),
    "remote": Text(
        "en henvisning, der henter noget uden for filen",
        "a reference that fetches something from outside the file",
    ),
}
HIDDEN_SHEET = Text("Arket", "The sheet")
HIDDEN_ROW = Text("Rækken", "The row")
HIDDEN_COLUMN = Text("Kolonnen", "The column")
BY_RULE = Text("{format} i en betinget formatering", "{format} of a conditional format")
NO_TABLE = Text("intet", "nothing")
LOST_TO_VALUES = Text(
    "værdier, som når man indsætter værdier, eller Numbers gemmer",
    "values, as when values are pasted, or Numbers saves",
)
LOST_TO_ERRORS = Text(
    "fejlværdier, som når arket har været gemt som .xls",
    "errors, as when the workbook has been saved as .xls",
)
LOST_TO_GOOGLE = Text(
    "Google Sheets’ egen funktion, som Excel ikke kender",
    "Google Sheets’ own function, which Excel does not know",
)

THE_ERROR = Text("fejlen {error}", "the error {error}")
IN_CELL = Text(
    "et billede eller en datatype, der er lagt i cellen",
    "a picture or a data type that was placed in the cell",
)

TOOK_TOO_LONG = Text("den tog for lang tid", "it took too long")
TOOK_TOO_MUCH = Text("den brugte for meget hukommelse", "it used too much memory")
WITH_DETAIL = Text("{reason} ({detail})", "{reason} ({detail})")
READER_DIED = Text("læseren gik ned", "the reader died")

PARCEL_ENCRYPTED = Text("indholdet er krypteret", "what is in it is encrypted")
MAIL_ALONE = Text("Mailen, som intet regneark er vedhæftet,", "The mail without a workbook in it")
ON_ITS_WAY = Text(
    "Filen, som er ved at blive hentet eller skrevet,", "The file, which is still being fetched,"
)
LOCK_FILE = Text("Låsefilen fra et åbent regneark", "The lock file of an open workbook")
FOLDER = Text(
    "Mappen (en hel mappe kontrolleres med »rp batch MAPPE --out UDBAKKE«)",
    "The folder (a whole folder is checked with “rp batch FOLDER --out OUT”)",
)
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
GREY_CELL = Text(
    "en grå celle, som dette delmål ikke bruger", "a grey cell that this criterion does not use"
)
ROW_OF_GOAL = Text(
    "rækken for mål {goal}, hvor intet skal udfyldes",
    "the row of goal {goal}, where nothing is filled in",
)
HAS_FOLLOWED = Text(
    ", som når en celle klippes ud eller trækkes hen et andet sted, eller et ark slettes",
    ", as when a cell is cut or dragged to another place, or a sheet is deleted",
)
THE_SAME = Text(" Det samme gælder {more}.", " The same holds for {more}.")
BLANK = Text("(tom)", "(blank)")
QUOTED = Text("»{text}«", "“{text}”")

DID_YOU_MEAN = Text(" Mente du {value}?", " Did you mean {value}?")
DID_YOU_MEAN_WORD = Text(" Mente du »{value}«?", " Did you mean “{value}”?")
NO_SUGGESTION = Text("", "")
CHOOSE = Text(" Vælg fra listen: {choices}.", " Choose from the list: {choices}.")
LEAVE_BLANK = Text(
    " Er der intet at skrive, skal cellen være tom.", " Where there is nothing, leave it blank."
)
ONLY_FILLER = Text(" Der står kun »{text}«.", " Only “{text}” stands there.")
ONLY_CRITERION = Text(
    " Der står kun delmålets egne ord.", " Only the criterion's own words stand there."
)

OVER = Text("over {limit}", "over {limit}")
UNDER = Text("under {limit}", "below {limit}")
IS_OVER = Text(
    "er over {limit}, som er det højeste, der kan indberettes her.",
    "is over {limit}, the greatest that can be reported here.",
)
IS_UNDER = Text(
    "er under {limit}, som er det mindste, der kan indberettes her.",
    "is below {limit}, the least that can be reported here.",
)
NEGATIVE = Text("er negativt.", "is negative.")
NOT_WHOLE = Text("er ikke et helt antal.", "is no whole number.")
TOO_GREAT = Text(
    "er større, end noget tal i enheden kan være.", "is greater than any number in the unit can be."
)
TOO_MUCH_MONEY = Text(
    "er et større beløb, end nogen institution har i mio. kr. Er det skrevet i kroner?",
    "is a greater amount than any agency has in DKK million. Was it typed in kroner?",
)

A_NUMBER = Text("et tal", "a number")
A_BOOLEAN = Text("en sand/falsk-værdi", "a boolean")
A_DATE = Text("en dato", "a date")
A_TIME = Text("et klokkeslæt", "a time of day")
THE_DATE = Text("datoen {found}", "the date {found}")
THE_TIME = Text("klokkeslættet {found}", "the time {found}")
AS_A_DATE = Text("{found} som en dato", "{found} as a date")
BETWEEN = Text("mellem {low} og {high}", "between {low} and {high}")
UNCALCULATED = Text("en formel uden beregnet værdi", "a formula without a computed value")
A_VALUE = Text("en værdi", "a value")
TRUE = Text("SAND", "TRUE")
FALSE = Text("FALSK", "FALSE")
DAY_AND_TIME = Text("{day} kl. {time}", "{day} {time}")
DATE_WINDOW = Text("{first} til {last}", "{first} to {last}")
EXPECTED_LATER = Text(
    " Forventes det først så sent, så skriv det i Afvigelsesforklaring.",
    " If it is expected that late, say so in Afvigelsesforklaring.",
)

NO_BREAK_SPACE = Text("et hårdt mellemrum", "a no-break space")
INVISIBLE = Text("usynlige tegn", "invisible characters")
EXTRA_SPACES = Text("overflødige mellemrum", "superfluous blanks")
ONLY_SPACES = Text("kun mellemrum", "nothing but spaces")

RESULT = Text("Resultat", "Resultat (the result)")
RESULT_AND_BASIS = Text("Grundlag og Resultat", "Grundlag and Resultat")
DELIVERY = Text("Leveringsdato eller Nej", "A delivery date or Nej")
DONE = Text("Gennemført (Ja eller Nej)", "Gennemført (Ja or Nej)")

STATUS_IS = Text("Status er {status}", "the status is {status}")
NOT_FULFILLED = Text("delmålet ikke er opfyldt", "the criterion is not fulfilled")
PARTLY_FULFILLED = Text("delmålet kun er delvist opfyldt", "the criterion is only partly fulfilled")
NOT_EXPECTED = Text("delmålet ikke ventes opfyldt", "the criterion is not expected to be fulfilled")
REPORTED_DONE = Text("meldt gennemført", "reported as done")
ASSESSED = Text("vurderet", "assessed")

# Words of findings about a plan in a workbook, and of its preview.
A_TEXT = Text("tekst", "a text")
ONE_LINE = Text(
    "tekst på én linje uden usynlige tegn", "a text on one line, without unseen characters"
)
KEY = Text("tekst: skriv '{number} med apostrof foran", "a text: type '{number} with an apostrophe")
KEY_EITHER = Text(
    "tekst: skriv '{number} (eller '{number}0) med apostrof foran",
    "a text: type '{number} (or '{number}0) with an apostrophe",
)
TYPED_PERHAPS = Text(
    " Er der skrevet {day}.{month}, {day}-{month} eller {day}/{month}?",
    " Was {day}.{month}, {day}-{month} or {day}/{month} typed?",
)
INTERVAL = Text(
    " Skriv {least} i Måltal og {most} i Måltal til; kravet »mellem« vælges på arket Delmål.",
    " Type {least} in Måltal and {most} in Måltal til; “mellem” is chosen on the sheet Delmål.",
)
DEMAND = Text(
    " Skriv {number} alene; kravet »{kind}« vælges på arket Delmål.",
    " Type {number} alone; the kind “{kind}” is chosen on the sheet Delmål.",
)
A_DATE_ALONE = Text("en dato uden klokkeslæt", "a date without a time")
A_CHOICE = Text("en af listens muligheder", "one of the list")
POSITIVE = Text("et tal over 0", "a number above 0")
FROM_TO = Text("fra {least} til {greatest}", "from {least} to {greatest}")
AT_LEAST = Text("mindst {least}", "at least {least}")
AT_MOST = Text("højst {greatest}", "at most {greatest}")
DEMANDED = Text("{kind} {target}", "{kind} {target}")
DEMANDED_BETWEEN = Text("mellem {least} og {greatest}", "mellem {least} og {greatest}")
ITS_RESULT = Text("resultatet", "the result")
ITS_REDUCTION = Text("reduktionen", "the reduction")
ITS_GROWTH = Text("stigningen", "the growth")
ITS_DEVIATION = Text("afvigelsen", "the deviation")
CREDIT = Text("et tal mellem 0 og 100", "a number between 0 and 100")
WHOLE = Text("et helt tal fra {least} til {greatest}", "a whole number from {least} to {greatest}")
PLAIN = Text("et almindeligt tal", "an ordinary number")

PARTIAL_TOO_EARLY = Text("den skal ligge efter fristen", "it must be after the deadline")
PAYOUT_UNREADABLE = Text("den kan ikke læses", "it cannot be read")
PAYOUT_OUTSIDE = Text(
    "målopfyldelsen skal være mellem 0 og 100 pct., og udbetalingen ikke under 0",
    "a total must be between 0 and 100 per cent, and no payment below 0",
)
PAYOUT_FALLS = Text(
    "målopfyldelsen skal stige fra punkt til punkt, og udbetalingen må ikke falde",
    "the totals must rise from point to point, and the payments must not fall",
)
PAYOUT_LINE = Text("en linje har mindst to punkter", "a line has at least two points")
TWO_SCALES = Text("der kan ikke både være trin og lineær", "there cannot be both steps and a line")
TWO_ANSWERS = Text(
    "der kan ikke både svares Delvist og gives en grad",
    "there cannot be both the answer Delvist and a grade",
)
STEPS_ORDER = Text(
    "hvert trin skal være nærmere måltallet end det før",
    "each step must be nearer the target than the one before",
)
STEPS_CREDITS = Text(
    "hvert trin skal give mere end det før, højst 100 pct.",
    "each step must count more than the one before, at most 100 per cent",
)
STEPS_END = Text(
    "det sidste trin skal være måltallet og give 100 pct.",
    "the last step must be the target and count 100 per cent",
)
STEPS_BENCHMARK = Text(
    "at nå sammenligningstallet giver 100 pct., så trinene skal give mindre",
    "reaching the benchmark counts 100 per cent, so its steps count less",
)
STEPS_NEGATIVE = Text(
    "afvigelsens størrelse kan ikke være under 0", "the size of a deviation is not below 0"
)
LINE_START = Text("Lineær fra mangler", "Lineær fra is missing")
LINE_END = Text("Lineær til skal være måltallet", "Lineær til must be the target")
LINE_DIRECTION = Text("den skal gå mod måltallet", "it must run towards the target")
ONE_DAY, DAYS = Text("1 dag", "1 day"), Text("{count} dage", "{count} days")
ONE_CELL, CELLS = Text("1 celle", "1 cell"), Text("{count} celler", "{count} cells")
SPAN = Text("{first} til {last}", "{first} to {last}")
WEIGHT_EXAMPLE = Text("{weight} bliver {share}", "{weight} becomes {share}")
DEFAULT_TITLE = "Resultatplan {year} for {institution}"
DEFAULT_GOALS_TEXT = "Der er {count} mål i resultatplanen for {year}."
DEFAULT_GOALS_TEXT_ONE = "Der er 1 mål i resultatplanen for {year}."
