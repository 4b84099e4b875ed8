"""The words of `rp plan new`, `export`, `check` and `import`."""

from __future__ import annotations

from texts.language import Text

NEW = Text("Skriv et tomt ark til en ny plan.", "Write an empty workbook for a new plan.")
EXPORT = Text("Skriv en plan i et ark.", "Write a plan in a workbook.")
CHECK = Text(
    "Kontrollér en plan, der er skrevet i et ark.", "Check a plan that is written in a workbook."
)
IMPORT = Text(
    "Gem en plan fra et ark, og byg dens skabelon.",
    "Keep a plan from a workbook and build its template.",
)
YEAR_OPTION = Text("Resultatåret; ellers næste år.", "The plan's year; else the next one.")
OUT_TEMPLATE_OPTION = Text(
    "Mappen, skabelonen skrives til; ellers planmappen.",
    "The folder for the template; else the plans folder.",
)
REPLACE_OPTION = Text(
    "Erstat den samme version af planen, hvis den er der.",
    "Replace the same version of the plan if there is one.",
)
BAD_YEAR = Text("Året skal ligge fra 2000 til 2100.", "The year must lie from 2000 to 2100.")
CANNOT_HOLD = Text(
    "Planen »{plan}« kan ikke skrives i et ark: »{value}« kan ikke stå i en celle, eller to"
    " afsnit har samme titel.",
    "The plan “{plan}” cannot be written in a workbook: “{value}” cannot stand in a cell, or two"
    " sections have the same title.",
)

USABLE = Text("planen kan bruges", "the plan can be used")
NOT_USABLE = Text("skal rettes", "to be mended")
PLAN_LINE = Text(
    "{plan}, version {version}: {goals} mål, {criteria} delmål, {periods} perioder",
    "{plan}, version {version}: {goals} goals, {criteria} criteria, {periods} periods",
)
GOAL_COLUMN = Text("Mål", "Goal")
TITLE_COLUMN = Text("Titel", "Title")
WEIGHT_COLUMN = Text("Vægt", "Weight")
RULE_COLUMN = Text("Opfyldt, når", "Met when")
CRITERIA_COLUMN = Text("Delmål", "Criteria")
RULE_ALL = Text("alle delmål er opfyldt", "every criterion is met")
RULE_ONLY = Text("delmålet er opfyldt", "the criterion is met")
MEAN = Text("gennemsnit af delmålene", "the mean of the criteria")
WEIGHTED_MEAN = Text("vægtet gennemsnit ({weights})", "a weighted mean ({weights})")
PARTLY = Text(
    "{rule}; delvist ({credit} pct.): {partial}", "{rule}; partly ({credit} %): {partial}"
)
WITHDRAWN = Text("udgået: {reason}", "withdrawn: {reason}")
DEMAND_DATE = Text("{kind} {day}", "{kind} {day}")
DEMAND_BY = Text("{kind} ({assessor})", "{kind} ({assessor})")

NOT_IMPORTED = Text(
    "Planen i »{path}« har fejl. Intet er skrevet.",
    "The plan in “{path}” has mistakes. Nothing was written.",
)
UNCHANGED = Text("Planen {plan} er uændret.", "The plan {plan} is unchanged.")
BUILT_IN = Text(
    "Planen {plan} følger med programmet og kan ikke ændres. Giv den et andet Plannavn eller en"
    " ny Version på arket Plan.",
    "The plan {plan} comes with the program and cannot be changed. Give it another Plannavn or a"
    " new Version on the sheet Plan.",
)
VERSION_THERE = Text(
    "Planen {plan} findes allerede med et andet indhold. Giv den en ny Version på arket Plan,"
    " eller erstat den med --replace. Forskellen er: {changes}",
    "The plan {plan} is there already and says something else. Give it a new Version on the sheet"
    " Plan, or replace it with --replace. The difference is: {changes}",
)
BROKEN_THERE = Text(
    "»{path}« findes allerede, men kan ikke læses som plan. Erstat den med --replace.",
    "“{path}” is there already but cannot be read as a plan. Replace it with --replace.",
)
NO_CORRECTION = Text(
    "Version {version} ændrer det aftalte i forhold til version {other}: {changes} En ny version må"
    " kun rette skabelonen. Giv planen et andet Plannavn, hvis den er en ny aftale.",
    "Version {version} changes what was agreed in version {other}: {changes} A new version may only"
    " correct the template. Give the plan another Plannavn if it is a new agreement.",
)
