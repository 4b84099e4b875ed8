"""The words of the overview workbook."""

from __future__ import annotations

from texts.language import Text

SHEET_STANDING = Text("Overblik", "Overview")
SHEET_RECEIVED = Text("Modtaget", "Received")
SHEET_GOALS = Text("Mål", "Goals")
SHEET_DEVIATIONS = Text("Afvigelser", "Deviations")
SHEET_FINDINGS = Text("Fejl", "Findings")
SHEET_ASSESSMENT = Text("Vurdering", "Assessment")
SHEET_DEVELOPMENT = Text("Udvikling", "Development")

STANDING_TITLE = Text("Overblik over afrapporteringer", "Overview of reports")
RECEIVED_TITLE = Text("Modtagne filer", "Files received")
GOALS_TITLE = Text("Målene, periode for periode", "The goals, period by period")
DEVIATIONS_TITLE = Text(
    "Afvigelser, forklaringer og handlingsplaner", "Deviations, explanations and action plans"
)
FINDINGS_TITLE = Text("Fejl, advarsler og oplysninger", "Errors, warnings and notes")
ASSESSMENT_TITLE = Text("Vurdering ved årets udgang", "Assessment at the end of the year")

SUBTITLE = Text("{source} · opgjort pr. {day}", "{source} · as at {day}")
AS_AT = Text("Opgjort pr. {day}", "As at {day}")
STANDING_TALLY = Text(
    "{agencies} institutioner og {slots} afrapporteringer: {accepted} godkendt, {returned} skal"
    " rettes, {missing} mangler efter fristen, {waiting} er ikke forfaldne.",
    "{agencies} agencies and {slots} reports: {accepted} accepted, {returned} to be mended,"
    " {missing} missing after the deadline, {waiting} not due yet.",
)
STANDING_NOTE = Text(
    "Hvert felt viser tilstanden, sikret–opnåelig og forventet målopfyldelse i pct., ændringen fra"
    " den forrige godkendte rapport og forsinkelsen.",
    "Each field shows the state, secured–attainable and expected total in per cent, the change from"
    " the last accepted report, and any delay.",
)
RECEIVED_NOTE = Text(
    "Alle modtagne filer. »Gælder« er den seneste godkendte for plan og periode; resten tæller"
    " ikke.",
    "All files received. “Counts” is the latest accepted one for its plan and period; the others"
    " do not count.",
)
GOALS_NOTE = Text(
    "Opfyldelse (den faktiske og den forventede), begrundelse, fil og celler er fra den seneste"
    " rapport; cellerne er de samme i hver periodes fil. Periodefelterne viser opfyldelse og den"
    " dårligste status (prognose).",
    "Fulfilment (as it is and as expected), reason, file and cells are those of the latest report;"
    " the cells are the same in each period's file. The fields of the periods show fulfilment and"
    " the worst status (forecast).",
)
DEVIATIONS_NOTE = Text(
    "Alt, der ikke er på sporet i hver institutions seneste rapport: ikke eller delvist opfyldt,"
    " ikke ventet opfyldt, eller med status Gul eller Rød. Ordene er institutionens egne.",
    "Everything that is not on track in each agency's latest report: not or partly fulfilled, not"
    " expected to be, or with status Yellow or Red. The words are the agency's own.",
)
FINDINGS_NOTE = Text(
    "Fra de rapporter, der gælder, nyere rapporter, der skal rettes, og filer uden plads. Klik på"
    " cellen for at åbne filen dér.",
    "From the reports that count, newer ones to be mended, and files without a place. Click on"
    " the cell to open the file there.",
)
ASSESSMENT_NOTE = Text(
    "De hvide felter med blå kant er departementets egne; næste kørsel tager dem med. Beregningen"
    " afgør intet.",
    "The white fields with a blue edge are the department's own; the next run carries them over."
    " The computation decides nothing.",
)
DEVELOPMENT_NOTE = Text(
    "Tallene bag hver kurve står ved siden af den. Tidligere år er, som planen trykker dem.",
    "The figures behind each chart stand beside it. Earlier years are as the plan prints them.",
)

NO_REPORT_AGREED = Text("–", "–")
NOT_ACCEPTED = Text("ikke godkendt", "not accepted")
PLAN_WAS_ANOTHER = Text(
    "bedømt, da planen havde andre mål eller delmål",
    "judged when the plan had other goals or criteria",
)
STATUS = Text("Status {status}", "Status {status}")
OPEN = Text("Åbn", "Open")
OPEN_TIP = Text("Åbn {file}", "Open {file}")
RULINGS = Text("Departementets beslutninger", "The department's decisions")
LATEST = Text("Seneste rapport", "Latest report")
TREND = Text("Ændring", "Change")
ROLE = Text("Tæller", "Counts")
FORECAST = Text("Status", "Status")
CELLS = Text("Celler", "Cells")
YEAR_FORECAST = Text("Forventet årsresultat", "Expected result of the year")
SHORTENED = Text("[forkortet; resten står i filen]", "[shortened; the rest is in the file]")
WHOLE_REPORT = Text("Hele rapporten", "The whole report")
SIGNIFICANT = Text("Væsentlige afvigelser, som de er rapporteret", "Significant deviations as told")

REPORT = Text("Rapport", "Report")
TOTAL = Text("Målopfyldelse (pct.)", "Total (per cent)")
ARITHMETIC = Text("Sådan er den beregnet", "How it is computed")
BONUS = Text("Hvad planen siger om vederlaget", "What the plan says about the bonus")
DISCRETION = Text("Departementets skøn efter planen", "The department's discretion by the plan")
FRAME = Text("Ramme", "Frame")
PAYOUT = Text("Følger af målopfyldelsen", "Follows from the total")
SHARE = Text("Andel der følger målopfyldelsen", "Share that follows the total")
MAXIMUM = Text("Højeste beløb (kr.)", "Largest amount (DKK)")
AMOUNT = Text("Beregnet beløb (kr.)", "Computed amount (DKK)")
DECISION = Text("Departementets afgørelse og begrundelse", "The department's decision and reason")
SHARE_PROMPT = Text(
    "Den andel af beløbet, der følger målopfyldelsen: 100 % for det hele. Udfyldt, hvor planen"
    " selv nævner en andel.",
    "The share of the amount that follows the total: 100 % for all of it. Filled in where the plan"
    " states one.",
)
SHARE_ERROR = Text(
    "Skriv en procent mellem 0 og 100, fx 50 %.", "Type a percentage between 0 and 100, like 50 %."
)
MAXIMUM_PROMPT = Text(
    "Det højeste beløb i kroner. Først når det er skrevet, beregnes der et beløb.",
    "The largest amount in kroner. No amount is computed before it is entered.",
)
MAXIMUM_ERROR = Text("Skriv et beløb, der ikke er negativt.", "Type an amount, not negative.")
NEEDS_SHARE = Text("skriv andelen", "enter the share")
NEEDS_FINAL = Text("afventer endelig rapport", "awaits the final report")
NO_ACCEPTED_REPORT = Text("ingen godkendt rapport", "no accepted report")
TOTAL_FINAL = Text("{period}, endelig", "{period}, final")
TOTAL_PROVISIONAL = Text("{period}, foreløbig", "{period}, provisional")

STANDING_CHART = Text(
    "Målopfyldelse efter den seneste godkendte rapport, i pct.",
    "Fulfilment by the latest accepted report, in per cent",
)
STANDING_ALT = Text(
    "Søjler over målopfyldelsen i pct. efter hver institutions seneste godkendte rapport."
    " {points}.",
    "Bars of the total in per cent by each agency's latest accepted report. {points}.",
)
SCORE_CHART = Text(
    "{institution} {year}: målopfyldelse (pct.)", "{institution} {year}: total (per cent)"
)
CRITERION_CHART = Text("{key} {text}", "{key} {text}")
CHART_UNIT = Text(" ({unit})", " ({unit})")
SCORE_ALT = Text(
    "Søjler over målopfyldelsen i pct. for {institution} {year}. {points}.",
    "Columns of the total in per cent of {institution} {year}. {points}.",
)
SCORE_POINT = Text(
    "{period}: sikret {secured}, forventet {expected}, opnåelig {attainable}",
    "{period}: secured {secured}, expected {expected}, attainable {attainable}",
)
CRITERION_ALT = Text(
    "Kurver over måltal og resultat år for år for {institution}, {key} {text}. {points}.",
    "Lines of target and result year by year of {institution}, {key} {text}. {points}.",
)
CRITERION_POINT = Text(
    "{year}: måltal {target}, resultat {result}", "{year}: target {target}, result {result}"
)
NO_FIGURE = Text("ikke oplyst", "not given")
TARGET = Text("Måltal", "Target")
TOLERANCE = Text("Måltal (+/-)", "Target (+/-)")
TARGET_TO = Text("Måltal til", "Target to")
AND = Text(" og ", " and ")
SOURCE = Text("Kilde", "Source")
SOURCE_PLAN = Text("planen", "the plan")
SOURCE_PROVISIONAL = Text("planen, foreløbigt", "the plan, provisional")
SOURCE_REPORT = Text("{period}, {cell}", "{period}, {cell}")
SOURCE_REPORT_PROVISIONAL = Text("{period}, {cell}, foreløbigt", "{period}, {cell}, provisional")
OTHER_UNIT = Text("planen, i {unit}", "the plan, in {unit}")
CHARTS_LEFT_OUT = Text(
    "Der er kun kurver over de første {count} enkelte delmål; flere ville gøre filen tung. Tallene"
    " for resten står i rapporterne og planerne.",
    "There are charts of the first {count} single criteria only; more would make the file heavy."
    " The figures of the others are in the reports and the plans.",
)
NO_FIGURES_YET = Text(
    "Der er endnu ingen tal at vise: ingen rapport er godkendt.",
    "There are no figures to show yet: no report has been accepted.",
)

PRINT_RIGHT = Text("Side &P af &N", "Page &P of &N")
PRINT_LEFT = Text("Resultatplaner · &A", "Result plans · &A")
DOCUMENT_TITLE = Text("Overblik over resultatplaner", "Overview of result plans")
