"""What is said about a plan file that cannot be used."""

from __future__ import annotations

from texts.language import Text

PLANS_OPTION = Text("Mappen med egne planer.", "The folder of plans of one's own.")

BROKEN = Text("Fejl i planmappen: {message}", "Mistake in the plans folder: {message}")
THE_FILE = Text("filen", "file")
CANNOT_BE_READ = Text("kan ikke læses: {reason}", "cannot be read: {reason}")
NOT_UTF8 = Text("Filen er ikke UTF-8-tekst.", "The file is not UTF-8 text.")
TOO_DEEP = Text("Filen har for mange niveauer.", "The file is nested too deeply.")
NOT_TOML = Text(
    "Filen er ikke gyldig TOML ({reason}).",
    "The file is not valid TOML ({reason}).",
)

_NOT_A_NUMBER = Text(
    "Her skal stå et tal uden anførselstegn, fx 82.5.",
    "This must be a number without quotes, say 82.5.",
)
_NOT_WHOLE = Text("Her skal stå et helt tal, fx 14.", "This must be a whole number, say 14.")
_NOT_A_DATE = Text(
    "Her skal stå en dato uden anførselstegn, fx 2025-12-31.",
    "This must be a date without quotes, say 2025-12-31.",
)
_NOT_A_TEXT = Text('Her skal stå en tekst i "…".', 'This must be a text in "…".')
_NOT_TRUE_OR_FALSE = Text("Her skal stå true eller false.", "This must be true or false.")
_NOT_A_LIST = Text("Her skal stå en liste […].", "This must be a list […].")
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
    "string_type": _NOT_A_TEXT,
    "bool_type": _NOT_TRUE_OR_FALSE,
    "bool_parsing": _NOT_TRUE_OR_FALSE,
    "tuple_type": _NOT_A_LIST,
    "model_type": _NOT_A_TABLE,
    "dict_type": _NOT_A_TABLE,
}
"""By the kind of mistake that pydantic names; the fields are its own."""

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
