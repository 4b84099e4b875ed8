"""The words of the web page."""

from __future__ import annotations

from texts.language import Text

NAME = "overblik.html"
TITLE = Text("Overblik over afrapporteringer", "Overview of reports")
STANDING = Text("Stand pr. {day}", "As of {day}")
SKIP = Text("Gå til indholdet", "Skip to the content")
CONTENTS = Text("Indhold", "Contents")
NO_SCRIPT = Text(
    "Filter og sortering kræver JavaScript. Alt indhold kan læses uden.",
    "Filter and sorting need JavaScript. Everything can be read without it.",
)
MADE_BY = Text(
    "Siden er skrevet af rp. Den henter intet fra nettet og sender intet.",
    "This page was written by rp. It fetches nothing from the network and sends nothing.",
)

OVERVIEW = Text("Overblik", "Overview")
AGENCIES = Text("Institutioner", "Agencies")
DEVIATIONS = Text("Afvigelser", "Deviations")
FINDINGS = Text("Fejl og advarsler", "Errors and warnings")
STRAYS = Text("Filer, der ikke er afrapporteringer", "Files that are no reports")
ABOUT = Text("Sådan læses siden", "How to read this page")

# Counts at the top
COUNTS = Text("Afrapporteringer lige nu", "Reports right now")
NEXT_DEADLINE = Text(
    "Næste frist: {due} ({weekday}), {agency}, {period}.",
    "Next deadline: {due} ({weekday}), {agency}, {period}.",
)

# The filter, besides the states of a period
LATE = Text("For sent", "Late")
NO_PERIOD = Text("Ingen afrapportering", "No report")

# The matrix
MATRIX = Text("Institutioner og perioder", "Agencies and periods")
MATRIX_NOTE = Text(
    "Intervallet går fra det, der er sikret, til det, der endnu kan nås, i pct. af den samlede"
    " målopfyldelse. Trekanten er det, der forventes.",
    "The interval goes from what is secured to what can still be attained, in per cent of the"
    " total. The triangle is what is expected.",
)
TREND = Text("Udvikling", "Trend")
FINAL = Text("endelig", "final")
NOT_ACCEPTED_YET = Text("ikke godkendt", "not accepted")
NO_FIGURE = Text("ingen tal", "no figures")

# Filter and sorting
FILTER = Text("Filter", "Filter")
FILTER_TEXT = Text("Ord i teksten", "Words in the text")
FILTER_LATEST = Text("Kun den seneste afrapportering", "Only the latest report")
ALL = Text("Alle", "All")
RESET = Text("Nulstil filter", "Reset filter")
OPEN_ALL = Text("Åbn alle", "Open all")
CLOSE_ALL = Text("Luk alle", "Close all")
FILTERED = Text(
    "Viser {a} af {A} institutioner, {d} af {D} afvigelser og {f} af {F} meldinger.",
    "Showing {a} of {A} agencies, {d} of {D} deviations and {f} of {F} findings.",
)
SORTED = Text("{table}: sorteret efter {column}, {way}.", "{table}: sorted by {column}, {way}.")
RISING = Text("stigende", "ascending")
FALLING = Text("faldende", "descending")
NONE_FIT = Text("Ingen passer til filteret.", "None fits the filter.")
NONE_HERE = Text("Der er ingen.", "There are none.")

# An agency
AGENCY_ALONE = Text(
    "Breve, skabelon, målrapportering og vurdering",
    "Letters, template, annual report and assessment",
)
TO_OVERVIEW = Text("Til overblikket", "To the overview")
ARITHMETIC = Text("{period}: {words}", "{period}: {words}")
PERIODS = Text("Målopfyldelse efter periode", "Total by period")
PERIODS_NOTE = Text(
    "I pct. Udfyldt: sikret. Trekant: forventet. Skraveret: kan endnu nås. Stiplet kant: ikke"
    " godkendt.",
    "In per cent. Solid: secured. Triangle: expected. Hatched: still attainable. Dashed edge: not"
    " accepted.",
)
PLAN_REPLACED = Text(
    "Planen har andre mål eller delmål, end da {files} blev kontrolleret: de står, som de blev"
    " bedømt, til de kontrolleres igen.",
    "The plan has other goals or criteria than when {files} was checked: they stand as they were"
    " judged, until they are checked again.",
)
NOTHING_CAME = Text("Der er ikke kommet en afrapportering endnu.", "No report has come yet.")
GOALS = Text("Mål og delmål", "Goals and criteria")
GOALS_NOTE = Text(
    "Under hver periode står filen, og ved hvert tal cellen på arket Afrapportering.",
    "Each period names its file, and each figure its cell on the sheet Afrapportering.",
)
REASON = Text("Begrundelse (seneste)", "Reason (latest)")
RULE = Text("Regel: {rule}", "Rule: {rule}")
WEIGHT = Text("Vægt {weight} pct.", "Weight {weight} per cent")
PERCENT = Text("{value} pct.", "{value} per cent")
MEASURED = Text("Målt", "Measured")
PROVISIONAL = Text("Foreløbig", "Provisional")
DEVIATION_LINK = Text("Afvigelse", "Deviation")
COLUMNS = {
    "Grundlag": Text("Grundlag", "Basis"),
    "Resultat": Text("Resultat", "Result"),
    "Dato": Text("Dato", "Date"),
    "Gennemført": Text("Gennemført", "Done"),
    "Forventet årsresultat": Text("Forventet årsresultat", "Forecast for the year"),
    "Dokumentation": Text("Dokumentation", "Documentation"),
}


# Received files
RECEIPTS = Text("Modtagne filer", "Received files")
ROLE = Text("Gælder som", "Counts as")
BY = Text("Udfyldt og godkendt af", "Filled in and approved by")
CHANGES = Text("Ændret siden forrige fil", "Changed since the file before")
CHANGES_COUNT = Text(
    "{mended} rettet, {new} ny, {remaining} tilbage", "{mended} mended, {new} new, {remaining} left"
)
FIGURES_CHANGED = Text("Ændrede tal og ord", "Changed figures and words")
BLANK = Text("blank", "blank")
DIGEST = Text("SHA-256", "SHA-256")
FOUND_NOTHING = Text("intet", "nothing")

# Charts
HISTORY = Text("Måltal og resultater år for år", "Targets and results by year")
HISTORY_KEY = Text(
    "Stiplet linje med firkanter: måltal. Hel linje med prikker: resultat. [Klammer]: foreløbigt.",
    "Dashed line with squares: target. Solid line with dots: result. [Brackets]: provisional.",
)
HISTORY_SOURCE = Text(
    "Tidligere år som planen trykker dem, {year} fra den seneste afrapportering.",
    "Earlier years as the plan prints them, {year} from the latest report.",
)
AS_TABLE = Text("Vis som tabel", "Show as a table")
STATE = Text("Tilstand", "State")
TARGET = Text("Måltal", "Target")
NOTE = Text("Anm.", "Note")

# Deviations and findings
DEVIATIONS_NOTE = Text(
    "Delmål, der ikke er opfyldt eller ventes opfyldt, har status Gul eller Rød, eller som"
    " institutionen har forklaret, og de væsentlige afvigelser, som rapporten nævner.",
    "Criteria that are not fulfilled or expected to be, have status Yellow or Red, or that the"
    " agency has explained, and the significant deviations that the report names.",
)
FINDINGS_NOTE = Text(
    "Meldinger om den afrapportering, der gælder, og om filer, der skal rettes.",
    "Findings about the report that counts, and about files to be mended.",
)
STATUS = Text("Status", "Status")
FORECAST = Text("Forventning", "Forecast")
EXPLANATION = Text("Forklaring", "Explanation")
SIGNIFICANT = Text("Væsentlige afvigelser", "Significant deviations")
PLACE = Text("Fil og celle", "File and cell")
MESSAGE = Text("Melding", "Finding")
FOUND_EXPECTED = Text(
    "Fundet: {found}. Ventet: {expected}.", "Found: {found}. Expected: {expected}."
)
NOT_GIVEN = Text("ikke oplyst", "not given")

# How to read
ABOUT_LINES = (
    Text(
        "Tallene er regnet af det, institutionerne har tastet. Ved hvert tal står cellen på arket"
        " Afrapportering i den fil, som perioden nævner.",
        "The figures are computed from what the agencies typed. Each figure names its cell on the"
        " sheet Afrapportering in the file that the period names.",
    ),
    Text(
        "Sikret er det, der ikke længere kan tabes; opnåelig er det, der endnu ikke er tabt."
        " Forventet er det, som institutionens forventninger, status og tal peger på. Efter den"
        " endelige afrapportering er de tre ens.",
        "Secured is what can no longer be lost; attainable is what is not yet lost. Expected is"
        " what the agency's forecasts, status and figures point to. After the final report the"
        " three are the same.",
    ),
    Text(
        "Status (Grøn, Gul, Rød) er institutionens egen forventning og noget andet end"
        " opfyldelsen.",
        "Status (Green, Yellow, Red) is the agency's own forecast and another thing than"
        " fulfilment.",
    ),
    Text(
        "Alle modtagne filer står også i overblik.xlsx, som er skrevet sammen med siden.",
        "All received files are in overblik.xlsx too, which is written beside this page.",
    ),
)
LEGEND = Text("Tegn", "Symbols")
