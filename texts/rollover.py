"""The words of `rp plan rollover` and of the sheet Beslutninger. Workbooks are Danish."""

from __future__ import annotations

from texts.language import Text

ROLLOVER = Text(
    "Skriv et udkast til næste års plan i et ark.",
    "Write a draft of next year's plan in a workbook.",
)
YEAR_OPTION = Text("Udkastets resultatår.", "The draft's year.")
REPORT_OPTION = Text(
    "Årets endelige rapport, som resultaterne tages fra.",
    "The year's final report, from which the results are taken.",
)
REGISTER_OPTION = Text(
    "Tag resultaterne fra den godkendte endelige rapport i dette register.",
    "Take the results from the accepted final report in this register.",
)
NOT_AFTER = Text(
    "Året skal ligge efter planens eget år, {year}, og være højst {last}.",
    "The year must come after the plan's own year, {year}, and be at most {last}.",
)
ONE_SOURCE = Text(
    "Brug enten --report eller --register, ikke begge.",
    "Use either --report or --register, not both.",
)
OTHER_PLAN = Text(
    "Rapporten »{path}« er for planen {found}, ikke for {plan}.",
    "The report “{path}” belongs to the plan {found}, not to {plan}.",
)
NO_REPORT = Text(
    "»{path}« er ikke en rapport, der kan læses.", "“{path}” is no report that can be read."
)
NOT_FINAL = Text(
    "Rapporten »{path}« er ikke årets endelige: den er for {period}.",
    "The report “{path}” is not the year's final one: it is for {period}.",
)
NO_PERIOD = Text("en periode, den ikke nævner", "a period that it does not name")
NOT_ACCEPTED = Text(
    "Rapporten »{path}« er ikke godkendt. Brug en rapport uden fejl.",
    "The report “{path}” is not accepted. Use a report without errors.",
)
NONE_IN_REGISTER = Text(
    "Registret har ingen godkendt endelig rapport for {plan}.",
    "The register has no accepted final report for {plan}.",
)
RESULTS_FROM = Text("Resultater fra {file}", "Results from {file}")
NO_RESULTS = Text(
    "Uden resultater for {year}: angiv --report eller --register.",
    "Without results of {year}: give --report or --register.",
)
COUNT = Text(
    "{count} beslutninger at tage; de står på arket Beslutninger.",
    "{count} decisions to take; they are listed on the sheet Beslutninger.",
)
NOTHING_LEFT = Text(
    "Alle mål i {plan} er udgået: der er intet at føre videre.",
    "Every goal of {plan} is withdrawn: nothing is left to carry on.",
)

# The sheet Beslutninger.

SHEET_TITLE = "Beslutninger"
SHEET_LEAD = (
    "Udkastet bygger på planen for {year}. Ret den gule celle, eller lad den stå og skriv Ja under"
    " Afgjort. Når alle er afgjort, kan planen importeres."
)
COMMENT_AUTHOR = "Resultatplan"
COMMENT = "Skal besluttes: {what}"

# What is to be decided.

TARGET_PRINTED = (
    "Måltallet {target} er det, planen for {before} trykker for {year}. Det skal bekræftes."
)
TARGET_PROVISIONAL = (
    "Måltallet {target} er det foreløbige, planen for {before} trykker for {year}. Det skal"
    " bekræftes."
)
TARGET_KEPT = (
    "Planen for {before} trykker intet måltal for {year}. Måltallet for {before}, {target}, er"
    " foreslået uændret."
)
TARGET_NO_FIT = (
    "Planen for {before} trykker {printed} for {year}, men det passer ikke til delmålets trin eller"
    " skala. Måltallet for {before}, {target}, er foreslået uændret."
)
UNIT_CHANGES = (
    "Enheden skifter fra {from_unit} til {to_unit} med det måltal, planen trykker for {year}."
)
SCALE_MOVED = "Det sidste trin er flyttet til det nye måltal. Passer de andre trin stadig?"
LINE_MOVED = "Den lineære skala ender nu ved det nye måltal. Passer dens begyndelse stadig?"
RESULT_MISSING = "Resultatet for {before} mangler: der er ikke angivet en endelig rapport."
RESULT_NOT_REPORTED = "Resultatet for {before} mangler i den endelige rapport."
RESULT_PROVISIONAL = "Tallet for {year} er foreløbigt. Er det endelige kendt?"
RESULT_OTHER_UNIT = (
    "Resultatet for {before} blev {result}, men historikken for {before} har en anden enhed."
)
BASIS_FROM_RESULT = (
    "Grundlaget er foreslået som niveauet i {before}, {level}. Tomt: institutionen oplyser det."
)
BASIS_OPEN = (
    "Reduktionen måles mod et tidligere niveau. Skriv niveauet for {before}, eller lad feltet stå"
    " tomt: så oplyser institutionen det."
)
BASIS_KEPT = "Grundlaget er det samme som i {before}. Gælder det stadig i {year}?"
BENCHMARK = "Benchmark har intet fast måltal. Skal det samme benchmark gælde i {year}?"
BENCHMARK_WAS = " I {before} var det {level}, og institutionen nåede {measured}."
DEADLINE = (
    "Fristen er flyttet fra {from_day} til {to_day} ({weekday}).{closed}{outcome} Skal delmålet"
    " leve videre, og er fristen rigtig?"
)
CLOSED_DAY = " Det er en lukkedag."
PARTIAL_DEADLINE = "Datoen for delvist opfyldt er flyttet fra {from_day} til {to_day}."
CONTINUE = "Skal delmålet leve videre i {year}?{outcome}"
OUTCOME = " I {before}: {words}"
OUTCOME_UNKNOWN = " Det vides ikke, om det blev nået i {before}."
YEARS = "Teksten nævner {years}. Ret det, der skal være anderledes i {year}."
TEXT_YEARS_AND = " og "
GOAL_LEFT_OUT = "Mål {number}, »{title}«, er udgået ({reason}) og er ikke taget med."
CRITERION_LEFT_OUT = "Delmål {key} er udgået ({reason}) og er ikke taget med."
RULE_WITHOUT = "Reglen er skrevet uden det udgåede. Den var: {rule}."
RULE_ALL_LEFT = "alle delmål"
WEIGHT_WITHOUT = "Mål er udeladt, så vægtene deles af de øvrige. Skal de ændres?"
COUNT_CHANGED = (
    "Planen havde {before} mål og har nu {after}. Ret teksten, hvis den nævner antallet."
)
TOLERANCES = "Tabellen over tilladte afvigelser er uændret fra {before}. Gælder den i {year}?"
YEARS_BETWEEN = (
    "Udkastet springer fra {before} til {year}: årene imellem står i historikken, som planen for"
    " {before} trykte dem."
)
