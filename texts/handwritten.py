"""What is wrong with files that people write by hand: plans in TOML, values in JSON."""

from __future__ import annotations

import re

from texts.language import Text, phrase

# Files in the plans folder.
PLANS_OPTION = Text("Mappen med egne planer.", "The folder of plans of one's own.")

BROKEN = Text("Fejl i planmappen: {message}", "Mistake in the plans folder: {message}")
THE_FILE = Text("filen", "file")
CANNOT_BE_READ = Text("kan ikke læses: {reason}", "cannot be read: {reason}")
NOT_A_FILE = Text("det er ingen almindelig fil", "it is no ordinary file")
NOT_UTF8 = Text("Filen er ikke UTF-8-tekst.", "The file is not UTF-8 text.")
TOO_DEEP = Text("Filen har for mange niveauer.", "The file is nested too deeply.")
_NOT_TOML = Text("Filen er ikke gyldig TOML.", "The file is not valid TOML.")
_NOT_TOML_AT = Text(
    "Filen er ikke gyldig TOML: se linje {line}, tegn {column}.",
    "The file is not valid TOML: see line {line}, column {column}.",
)
_PLACE = re.compile(r"at line (?P<line>\d+), column (?P<column>\d+)")


def not_toml(reason: str) -> Text:
    """Where a file ceases to be TOML, as far as the reader's own words tell it."""
    place = _PLACE.search(reason)
    return _NOT_TOML if place is None else phrase(_NOT_TOML_AT, **place.groupdict())


_NOT_A_NUMBER = Text(
    "Her skal stå et tal uden anførselstegn, fx 82.5.",
    "This must be a number without quotes, say 82.5.",
)
_NOT_WHOLE = Text("Her skal stå et helt tal, fx 14.", "This must be a whole number, say 14.")
_NOT_A_DATE = Text(
    "Her skal stå en dato uden anførselstegn, fx 2025-12-31.",
    "This must be a date without quotes, say 2025-12-31.",
)
_NOT_TRUE_OR_FALSE = Text("Her skal stå true eller false.", "This must be true or false.")
_NOT_A_TABLE = Text("Her skal stå en tabel.", "This must be a table.")

REASONS: dict[str, Text] = {
    "missing": Text("mangler.", "is missing (required)."),
    "extra_forbidden": Text(
        "Nøglen kendes ikke.", "The key is not known (extra keys are not permitted)."
    ),
    "enum": Text("Her skal stå {expected}.", "This must be {expected}."),
    "literal_error": Text("Her skal stå {expected}.", "This must be {expected}."),
    "greater_than": Text("Tallet skal være større end {gt}.", "Must be greater than {gt}."),
    "greater_than_equal": Text(
        "Tallet skal være mindst {ge}.", "Must be greater than or equal to {ge}."
    ),
    "less_than": Text("Tallet skal være mindre end {lt}.", "Must be less than {lt}."),
    "less_than_equal": Text("Tallet må højst være {le}.", "Must be less than or equal to {le}."),
    "string_too_short": Text("Teksten er tom.", "The text is empty."),
    "string_pattern_mismatch": Text(
        "Teksten har ikke den rigtige form (mønster {pattern}).",
        "The text has not the right form (pattern {pattern}).",
    ),
    "too_short": Text(
        "Listen skal have mindst {min_length}.", "The list must have at least {min_length}."
    ),
    "int_parsing": _NOT_WHOLE,
    "int_from_float": _NOT_WHOLE,
    "int_type": _NOT_WHOLE,
    "decimal_parsing": _NOT_A_NUMBER,
    "decimal_type": _NOT_A_NUMBER,
    "finite_number": _NOT_A_NUMBER,
    "date_type": _NOT_A_DATE,
    "date_parsing": _NOT_A_DATE,
    "date_from_datetime_parsing": _NOT_A_DATE,
    "date_from_datetime_inexact": _NOT_A_DATE,
    "string_type": Text('Her skal stå en tekst i "…".', 'This must be a text in "…".'),
    "bool_type": _NOT_TRUE_OR_FALSE,
    "bool_parsing": _NOT_TRUE_OR_FALSE,
    "tuple_type": Text("Her skal stå en liste […].", "This must be a list […]."),
    "model_type": _NOT_A_TABLE,
    "dict_type": _NOT_A_TABLE,
    "on_one_line": Text(
        "Teksten skal stå på én linje uden usynlige tegn.",
        "The text must stand on one line, without unseen characters.",
    ),
    "last_is_final": Text(
        "Netop den sidste periode skal have final = true.",
        "Exactly the last period must have final = true.",
    ),
}
"""By the kind of mistake that pydantic names, the last two of our own; the fields are its own."""

NAME_TELLS_ID = Text(
    "Planen hedder »{id}«, men filen »{name}«: de skal være ens.",
    "The plan is called “{id}” but its file “{name}”: they must be the same.",
)
NAME_TELLS_VERSION = Text(
    "Planen er version {version}, men filens navn siger {name}.",
    "The plan is version {version}, but the file's name says {name}.",
)
VERSION_TAKEN = Text(
    "Version {version} af planen findes i forvejen med et andet indhold. En rettelse skal have"
    " sit eget versionsnummer.",
    "Version {version} of the plan exists already with another content. A correction must have"
    " a version number of its own.",
)
NOT_A_CORRECTION = Text(
    "»{change}«: En rettelse må ikke ændre det, der er aftalt i version {version}.",
    "“{change}”: A correction must not change what was agreed in version {version}.",
)

# Why a plan contradicts itself: the finding that its workbook would have, and what to do.
CONTRADICTION = Text("{of}: {message} ({code}) {hint}", "{of}: {message} ({code}) {hint}")
KEY_OF_GOAL = Text(
    "{goal}. og et bogstav, for målet er {goal}", "{goal}. and a letter, since the goal is {goal}"
)

# The values of `rp fill`.
NOT_JSON = Text(
    "Filen er ikke gyldig JSON (linje {line}, tegn {column}).",
    "The file is not valid JSON (line {line}, column {column}).",
)
NOT_JSON_AT_ALL = Text("Filen er ikke gyldig JSON.", "The file is not valid JSON.")
TWICE = Text("Navnet står to gange.", "The name stands twice.")

UNKNOWN_FIELD = Text(
    "Feltet kendes ikke. Kendte felter: {known}.", "The field is not known. Known fields: {known}."
)
NOT_AN_OBJECT = Text("Her skal stå et objekt { … }.", "This must be an object { … }.")
NOT_A_NUMBER = Text(
    "Her skal stå et tal uden anførselstegn, fx 82.5, eller null.",
    "This must be a number without quotes, say 82.5, or null.",
)
OUTSIDE = Text(
    "Her skal stå et tal (fra {least} til {greatest}).",
    "This must be a number (from {least} to {greatest}).",
)
WHOLE_OUTSIDE = Text(
    "Her skal stå et helt tal (fra {least} til {greatest}).",
    "This must be a whole number (from {least} to {greatest}).",
)
TOO_LARGE = Text("Tallet er for stort.", "The number is too large.")
NOT_A_DATE = Text(
    'Her skal stå en dato som "2020-12-31" eller null.',
    'This must be a date as "2020-12-31", or null.',
)
NOT_YES_OR_NO = Text("Her skal stå true, false eller null.", "This must be true, false or null.")
NOT_YES_NO_OR_GRADE = Text(
    "Her skal stå true, false, en af planens grader ({grades}) eller null.",
    "This must be true, false, one of the plan's grades ({grades}), or null.",
)
NOT_YES_NO_OR_PARTLY = Text(
    'Her skal stå true, false, "partly" eller null.', 'This must be true, false, "partly" or null.'
)
NOT_A_TEXT = Text("Her skal stå en tekst eller null.", "This must be a text or null.")
BAD_CHARACTER = Text(
    "Teksten har et tegn, som en celle ikke kan rumme (plads {place}).",
    "The text has a character that no cell can hold (place {place}).",
)
TOO_LONG = Text(
    "Teksten er for lang til en celle: {length} tegn, højst {greatest}.",
    "The text is too long for a cell: {length} characters, at most {greatest}.",
)
NOT_A_STATUS = Text("Her skal stå {statuses} eller null.", "This must be {statuses} or null.")

UNKNOWN_PERIOD = Text(
    "Perioden {value} kendes ikke. Planens perioder: {known}.",
    "The period {value} is not known. The plan's periods: {known}.",
)
UNKNOWN_KEY = Text(
    "Planen {plan} har ikke delmålet {key}.", "The plan {plan} has no criterion {key}."
)
UNKNOWN_KEY_NEAR = Text(
    "Planen {plan} har ikke delmålet {key}. Mente du {keys}?",
    "The plan {plan} has no criterion {key}. Did you mean {keys}?",
)
UNUSED_FIELD = Text(
    "Feltet bruges ikke for kravet »{kind}«. Felter, der bruges: {used}.",
    "The field is not used for the kind “{kind}”. Fields that are: {used}.",
)
CLOSED = Text(
    "Departementet har besluttet, at delmålet ikke indberettes.",
    "The department has decided that the criterion is not reported.",
)
BASIS_GIVEN = Text(
    "Grundlaget er fastlagt i planen og kan ikke indberettes.",
    "The basis is given by the plan and cannot be reported.",
)
