"""What `rp fill` says about a file of values that it cannot use."""

from __future__ import annotations

from texts.language import Text

NOT_JSON = Text(
    "Filen er ikke gyldig JSON (linje {line}, tegn {column}).",
    "The file is not valid JSON (line {line}, column {column}).",
)
TOO_DEEP = Text("Filen er ikke gyldig JSON.", "The file is not valid JSON.")
NOT_UTF8 = Text("Filen er ikke UTF-8-tekst.", "The file is not UTF-8 text.")
TWICE = Text("Navnet står to gange.", "The name stands twice.")

UNKNOWN_FIELD = Text(
    "Feltet kendes ikke. Kendte felter: {known}.",
    "The field is not known. Known fields: {known}.",
)
NOT_AN_OBJECT = Text("Her skal stå et objekt { … }.", "This must be an object { … }.")
NOT_A_NUMBER = Text(
    "Her skal stå et tal uden anførselstegn, fx 82.5, eller null.",
    "This must be a number without quotes, say 82.5, or null.",
)
TOO_LARGE = Text("Tallet er for stort.", "The number is too large.")
NOT_A_DATE = Text(
    'Her skal stå en dato som "2020-12-31" eller null.',
    'This must be a date as "2020-12-31", or null.',
)
NOT_YES_OR_NO = Text("Her skal stå true, false eller null.", "This must be true, false or null.")
NOT_YES_NO_OR_PARTLY = Text(
    'Her skal stå true, false, "partly" eller null.',
    'This must be true, false, "partly" or null.',
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
NOT_A_FORECAST = Text(
    'Her skal stå et tal, en dato, true, false, "partly" eller null.',
    'This must be a number, a date, true, false, "partly" or null.',
)

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
WITHDRAWN = Text(
    "Delmålet er udgået og kan ikke indberettes.",
    "The criterion is withdrawn and cannot be reported.",
)
BASIS_GIVEN = Text(
    "Grundlaget er fastlagt i planen og kan ikke indberettes.",
    "The basis is given by the plan and cannot be reported.",
)
