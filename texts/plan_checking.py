"""Words that findings about a plan put into their messages, and the preview of a plan."""

from __future__ import annotations

from texts.language import Text

A_NUMBER = Text("et tal", "a number")
A_DATE = Text("en dato", "a date")
A_TEXT = Text("tekst", "a text")
A_KEY = Text("tekst: skriv '1.1 med apostrof foran", "a text: type '1.1 with an apostrophe")
A_CHOICE = Text("en af listens muligheder", "one of the list")
POSITIVE = Text("et tal over 0", "a number above 0")
CREDIT = Text("et tal mellem 0 og 100", "a number between 0 and 100")
WHOLE = Text("et helt tal fra {least} til {greatest}", "a whole number from {least} to {greatest}")
PLAIN = Text("et almindeligt tal", "an ordinary number")

RULE_MIXED = Text(
    "den blander og og eller; sæt parentes om det, der hører sammen",
    "it mixes og and eller; put parentheses around what belongs together",
)
RULE_ENDS = Text("den slutter for tidligt", "it ends too early")
RULE_COUNT = Text(
    "der kan ikke opfyldes så mange af delmålene", "so many of the criteria cannot be met"
)
RULE_DEEP = Text("den har for mange parenteser i hinanden", "it is nested too deeply")
RULE_ODD = Text(
    "der står noget, som ikke hører hjemme i en regel",
    "there is something that does not belong in a rule",
)
_RULE_REASONS: tuple[tuple[str, Text], ...] = (
    ("mixes og and eller", RULE_MIXED),
    ("ends too early", RULE_ENDS),
    ("cannot meet", RULE_COUNT),
    ("nested too deeply", RULE_DEEP),
)


def rule_reason(words: str) -> Text:
    """What the rule parser's own words mean to a reader; else it is a word out of place."""
    return next((text for part, text in _RULE_REASONS if part in words), RULE_ODD)


PARTIAL_TOO_EARLY = Text("den skal ligge efter fristen", "it must be after the deadline")
TWO_SCALES = Text("der kan ikke både være trin og lineær", "there cannot be both steps and a line")
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
    "at nå benchmark giver 100 pct., så trinene skal give mindre",
    "reaching the benchmark counts 100 per cent, so its steps count less",
)
STEPS_NEGATIVE = Text(
    "afvigelsens størrelse kan ikke være under 0", "the size of a deviation is not below 0"
)
LINE_START = Text("Lineær fra mangler", "Lineær fra is missing")
LINE_END = Text("Lineær til skal være måltallet", "Lineær til must be the target")
LINE_DIRECTION = Text("den skal gå mod måltallet", "it must run towards the target")

DID_YOU_MEAN_PLAIN = Text(" Mente du {value}?", " Did you mean {value}?")
SPAN = Text("{first} til {last}", "{first} to {last}")
WEIGHT_EXAMPLE = Text("{weight} bliver {share} pct.", "{weight} becomes {share} per cent")
GOAL_NAMED = Text("Mål {number}", "Goal {number}")
CRITERION_NAMED = Text("Delmål {key}", "Criterion {key}")
DEFAULT_TITLE = "Resultatplan {year} for {institution}"
DEFAULT_GOALS_TEXT = "Der er {count} mål i resultatplanen for {year}."
DEFAULT_GOALS_TEXT_ONE = "Der er 1 mål i resultatplanen for {year}."
