"""The words about plans: listed, compared, tried, written in a workbook, carried on."""

from __future__ import annotations

from texts.language import Text

# Plans compared; reports migrated and rehearsed.
PLAN_FIELDS = {
    "id": Text("Planens id", "The plan's id"),
    "version": Text("Version", "Version"),
    "title": Text("Titel", "Title"),
    "ministry": Text("Ministerium", "Ministry"),
    "institution": Text("Institution", "Agency"),
    "year": Text("Resultatår", "Year"),
    "valid_from": Text("Gyldig fra", "Valid from"),
    "valid_to": Text("Gyldig til", "Valid to"),
    "stated_goals": Text("Antal mål", "Number of goals"),
    "stated_goals_text": Text("Teksten om antallet af mål", "The text on the number of goals"),
    "scoring_text": Text("Teksten om scoren", "The text on scoring"),
    "notes": Text("Noter", "Notes"),
    "tolerances": Text("Tabellen over tolerancer", "The table of tolerances"),
    "reporting.days": Text("Frist for afrapportering (dage)", "Days for reporting"),
    "reporting.heeds_holidays": Text("Hensyn til ferier og helligdage", "Regard to holidays"),
    "reporting.text": Text("Teksten om afrapportering", "The text on reporting"),
    "bonus.text": Text("Teksten om resultatløn", "The text on the bonus"),
    "bonus.discretion": Text("Teksten om skøn", "The text on discretion"),
    "bonus.share_of_bonus": Text("Andel af resultatlønnen", "Share of the bonus"),
    "table": Text("Udbetaling", "Payout"),
    "pays": Text("giver", "pays"),
    "is_linear": Text("Lineært imellem", "On a line between"),
    "cap": Text("Højst (kr.)", "At most (DKK)"),
    "scoring": Text("Scoring", "Scoring"),
    "at": Text("fra", "from"),
    "credit": Text("kredit", "credit"),
    "zero": Text("0 pct. ved", "0 per cent at"),
    "full": Text("100 pct. ved", "100 per cent at"),
    "size": Text("størrelse", "size"),
    "headcount": Text("årsværk", "headcount"),
    "base_budget": Text("grundbudget", "base budget"),
    "follow_up_2": Text("udgiftsopfølgning 2", "follow-up 2"),
    "weighting": Text("Vægtning", "Weighting"),
    "partial_credit": Text("Kredit for delvist opfyldt", "Credit of partly met"),
    "heading": Text("Overskrift", "Heading"),
    "description": Text("Beskrivelse", "Description"),
    "rule": Text("Regel", "Rule"),
    "source": Text("Kilde", "Source"),
    "weight": Text("Vægt", "Weight"),
    "points": Text("Point", "Points"),
    "combine": Text("Sammenvejning", "How criteria combine"),
    "partial_rule": Text("Regel for delvist opfyldt", "Rule of partly met"),
    "kind": Text("Krav", "Kind"),
    "text": Text("Delmål", "Criterion"),
    "unit": Text("Enhed", "Unit"),
    "level_unit": Text("Niveauets enhed", "The level's unit"),
    "target": Text("Måltal", "Target"),
    "target_to": Text("Måltal til", "Target to"),
    "counted": Text("Opgøres", "Counted"),
    "deadline": Text("Frist", "Deadline"),
    "basis": Text("Grundlag", "Basis"),
    "basis_text": Text("Teksten om grundlaget", "The text on the basis"),
    "least": Text("Mindste mulige", "Least possible"),
    "greatest": Text("Højeste mulige", "Greatest possible"),
    "assessor": Text("Hvem der vurderer", "Who assesses"),
    "partly": Text("Kan være delvist opfyldt", "Can be partly met"),
    "grades": Text("Grader", "Grades"),
    "partial_deadline": Text("Frist for delvist opfyldt", "Deadline of partly met"),
    "steps": Text("Trin", "Steps"),
    "linear": Text("Lineær skala", "Linear scale"),
    "number": Text("Nummer", "Number"),
    "name": Text("Navn", "Name"),
    "ends": Text("Slutter", "Ends"),
    "final": Text("Endelig", "Final"),
    "result": Text("Resultat", "Result"),
    "provisional": Text("Foreløbig", "Provisional"),
    "note": Text("Note", "Note"),
    "measured": Text("Målt værdi", "Measured value"),
    "key": Text("Mål eller delmål", "Goal or criterion"),
    "ruled": Text("Beslutning", "Decision"),
    "day": Text("Dato", "Date"),
    "reason": Text("Begrundelse", "Reason"),
    "effect": Text("Virkning", "Effect"),
}
"""What a plan's fields are called, by the name in the TOML file."""

PART_OF = Text("{whole}: {field}", "{whole}: {field}")
WHOLE_GOAL = Text("Målet", "The goal")
WHOLE_CRITERION = Text("Delmålet", "The criterion")
WHOLE_SECTION = Text("Afsnit {name}", "Section {name}")
WHOLE_RULING = Text("Departementets beslutning {name}", "The department's decision {name}")
WHOLE_PERIOD = Text("Perioden {name}", "Period {name}")
WHOLE_FRAME = Text("Rammen »{name}«", "Frame “{name}”")
WHOLE_YEAR = Text("Historik {name}", "History {name}")
ORDER = Text("Rækkefølgen", "The order")

NOTHING = Text("(intet)", "(nothing)")
ALL_MET = Text("alle", "all")
CHANGE = Text("{field}: {old} → {new}", "{field}: {old} → {new}")

KEY_GONE = Text("Delmålet {key} findes ikke i planen.", "The plan has no criterion {key}.")
COLUMN_UNUSED = Text(
    "»{column}« bruges ikke for delmålets krav.", "“{column}” is not used for the criterion's kind."
)
OTHER_TYPE = Text("Feltet tager en anden slags værdi.", "The field takes another kind of value.")
OTHER_UNIT = Text(
    "Enheden er en anden: »{before}« → »{after}«.", "The unit is another: “{before}” → “{after}”."
)
NO_SUCH_PERIOD = Text("Perioden »{period}« findes ikke.", "There is no period “{period}”.")
REFUSED = Text(
    "Indholdet er afvist ({code} {title}): {found}",
    "The content was refused ({code} {title}): {found}",
)
WAS_FORMULA = Text(
    "Cellen har en formel. Kun dens værdi er flyttet.",
    "The cell holds a formula. Only its value was carried over.",
)

PLAN_GROUP = Text(
    "Planer: lav dem i Excel, sammenlign dem, og beslut om dem i årets løb.",
    "Plans: make them in Excel, compare them, and decide about them during the year.",
)
DIFF = Text(
    "Vis, hvad der er ændret fra en plan til en anden.", "Show what differs between two plans."
)
MIGRATE = Text(
    "Flyt en rapport til en anden version af skabelonen.",
    "Carry a report over to another version of the template.",
)
REHEARSE = Text(
    "Prøv en plan på gamle rapporter: hvad ville blive anderledes?",
    "Try a plan on old reports: what would differ?",
)

NO_PLAN_FILE = Text("»{path}« er ikke en planfil (.toml).", "“{path}” is not a plan file (.toml).")
PLAN_UNUSABLE = Text(
    "Planen i »{path}« har fejl og kan ikke bruges.",
    "The plan in “{path}” has mistakes and cannot be used.",
)

OF_THE_PLAN = Text("Planen", "The plan")
OF_GOAL = Text("Mål {goal}: {title}", "Goal {goal}: {title}")
AGREED_MARK = Text("ændrer det aftalte", "changes the agreement")
PLANS_COMPARED = Text("{before} → {after}", "{before} → {after}")
STANDINGS = {
    "same": Text("Planerne er ens.", "The plans are the same."),
    "correction": Text(
        "Det er en rettelse: intet af det aftalte er ændret.",
        "It is a correction: nothing of the agreement has changed.",
    ),
    "ruling": Text(
        "Det er departementets beslutning i årets løb: det aftalte er ellers uændret.",
        "It is a decision of the department during the year: the agreement is otherwise unchanged.",
    ),
    "needs_new_version": Text(
        "Intet af det aftalte er ændret, men en rettelse skal have et højere versionsnummer end"
        " {version}.",
        "Nothing of the agreement has changed, but a correction must have a higher version number"
        " than {version}.",
    ),
    "agreement_changed": Text(
        "Det er ikke en rettelse: det aftalte er ændret ({count}). Planen genforhandles ikke i"
        " løbet af året.",
        "It is no correction: the agreement has changed ({count}). The plan is not renegotiated"
        " during the year.",
    ),
    "other_plan": Text(
        "Det er to forskellige planer, ikke to versioner af den samme.",
        "These are two different plans, not two versions of one.",
    ),
}
"""What one plan is to another, by `resultatplan.library.Standing`."""

TO_OPTION = Text("Versionen, der flyttes til, fx 1.1.", "The version to carry it over to, say 1.1.")
UNKNOWN_VERSION = Text(
    "Planen {plan} findes ikke i version {version}. Versionerne er: {known}.",
    "There is no version {version} of the plan {plan}. The versions are: {known}.",
)
NOT_MIGRATED = Text(
    "»{path}« kan ikke flyttes. Intet er skrevet.",
    "“{path}” cannot be carried over. Nothing was written.",
)
SAME_FILE = Text(
    "--out er rapporten selv. Rapporten ændres aldrig: vælg et andet navn.",
    "--out is the report itself. A report is never changed: choose another name.",
)
CARRIED_COUNT = Text(
    "{count} værdier er flyttet fra version {before} til {after}.",
    "{count} values were carried over from version {before} to {after}.",
)
RENEWED_COUNT = Text(
    "{count} værdier er flyttet over i dagens skabelon af samme version, {after}.",
    "{count} values were carried over into today's template of the same version, {after}.",
)
LEFT_HEADING = Text("Ikke flyttet:", "Not carried over:")
WRONG_IN_REPORT = Text(
    "Fejl i rapporten, som ikke følger med:", "Mistakes in the report, which do not come along:"
)

NO_DIFFERENCE = Text("ingen forskel", "no difference")
BEFORE = Text("Før", "Before")
AFTER = Text("Efter", "After")
DIFFERENCE = Text("Forskel", "Difference")
JUDGED_BY = Text("Afgjort efter", "Decided by")
REHEARSED_ONE = Text(
    "Prøve af {plan} på 1 rapport: {differing} ville blive afgjort anderledes.",
    "Rehearsal of {plan} on 1 report: {differing} would be decided otherwise.",
)
REHEARSED = Text(
    "Prøve af {plan} på {count} rapporter: {differing} ville blive afgjort anderledes.",
    "Rehearsal of {plan} on {count} reports: {differing} would be decided otherwise.",
)
YEARS_MOVED = Text(
    "Datoerne er flyttet {years} år, til planens år.",
    "Dates were moved by {years} years, to the plan's year.",
)
NOT_THERE = Text("findes ikke", "not there")
GOAL_CHANGE = Text("Mål {key}: {before} → {after}", "Goal {key}: {before} → {after}")
KEY_CHANGE = Text("{key}: {before} → {after}", "{key}: {before} → {after}")
FINDING_GONE = Text("− {code} {message}", "− {code} {message}")
FINDING_NEW = Text("+ {code} {message}", "+ {code} {message}")
STAYED_BEHIND = Text("Ikke med: {place}: {reason}", "Left out: {place}: {reason}")

# `rp plan new`, `export`, `check` and `import`
NEW = Text("Skriv et tomt ark til en ny plan.", "Write an empty workbook for a new plan.")
EXPORT = Text("Skriv en plan i et ark.", "Write a plan in a workbook.")
CHECK = Text(
    "Kontrollér en plan, der er skrevet i et ark.", "Check a plan that is written in a workbook."
)
IMPORT = Text(
    "Gem en plan fra et ark, og byg dens skabelon.",
    "Keep a plan from a workbook and build its template.",
)
DECIDE = Text(
    "Skriv departementets beslutning om et mål eller delmål i årets løb som planens næste version.",
    "Put the department's decision about a goal or criterion into the plan's next version.",
)
WITHDRAWN_OPTION = Text("Det er udgået.", "It is withdrawn.")
NOT_MEASURED_OPTION = Text("Det måles ikke i år.", "It is not measured this year.")
REINSTATED_OPTION = Text(
    "Det indgår igen som aftalt: den tidligere beslutning gælder ikke længere.",
    "It counts again as agreed: the former decision holds no longer.",
)
REASON_OPTION = Text(
    "Begrundelsen, som den skal stå i skabelon, svar og målrapportering.",
    "The reason as it is to stand in template, letters and goal report.",
)
MADE_OPTION = Text(
    "Den dag, beslutningen blev truffet (ÅÅÅÅ-MM-DD). Rapporter, der er indsendt før, gælder, som"
    " de er godkendt.",
    "The day of the decision (YYYY-MM-DD). Reports submitted before stay as they were accepted.",
)
EFFECT_OPTION = Text(
    "out: det indgår ikke i opgørelsen, og resten deler dets vægt; not-met: det tæller som ikke"
    " opfyldt. Ellers out.",
    "out: it is no part of the computation, and what is left shares its weight; not-met: it counts"
    " as not fulfilled. Else out.",
)
WHAT_IS_DECIDED = Text(
    "Skriv, hvad der er besluttet: --withdrawn, --not-measured eller --reinstated.",
    "Say what was decided: --withdrawn, --not-measured or --reinstated.",
)
NO_REASON = Text("Begrundelsen (--reason) er tom.", "The reason (--reason) is empty.")
NOT_THE_NEWEST = Text(
    "En beslutning føjes til planens nyeste version i planmappen: {plan}.",
    "A decision is added to the plan's newest version in the plans folder: {plan}.",
)
ALREADY_SETTLED = Text(
    "Året er gjort op: den endelige rapport for {plan}, »{file}« af {day}, er godkendt. En"
    " beslutning kan ikke længere ændre opgørelsen.",
    "The year is settled: the final report for {plan}, “{file}” of {day}, is accepted. A decision"
    " can no longer change it.",
)
DECIDED = Text(
    "{ruling}. Beslutningen står i {plan}. Rapporter, der indsendes fra den dag, opgøres efter den,"
    " også i en ældre skabelon.",
    "{ruling}. The decision stands in {plan}. Reports submitted from that day on are settled by it,"
    " in an older template too.",
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
    "Planen »{plan}« kan ikke skrives i et ark: »{value}« kan ikke stå i en celle, en note har en"
    " tom linje, eller to afsnit har samme titel.",
    "The plan “{plan}” cannot be written in a workbook: “{value}” cannot stand in a cell, a note"
    " has an empty line, or two sections have the same title.",
)

USABLE = Text("planen kan bruges", "the plan can be used")
PLAN_LINE = Text(
    "{plan}, version {version}: {goals} mål, {criteria} delmål, {periods} perioder",
    "{plan}, version {version}: {goals} goals, {criteria} criteria, {periods} periods",
)
RULE_COLUMN = Text("Opfyldt, når", "Met when")
RULE_ALL = Text("alle delmål er opfyldt", "every criterion is met")
RULE_ONLY = Text("delmålet er opfyldt", "the criterion is met")
DEMAND_BASIS = Text("grundlag {basis}", "basis {basis}")
DEMAND_BASIS_REPORTED = Text("grundlaget oplyses i rapporten", "the basis is reported")
DEMAND_IN_UNIT = Text("{words} ({unit})", "{words} ({unit})")
DEMAND_BOUND = Text("{field} {value}", "{field} {value}")
PERIOD_ENDS = Text("{name} til {day}, frist {deadline}", "{name} until {day}, deadline {deadline}")
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
WOULD_BE_REFUSED = Text(
    "Planen kan endnu ikke indlæses. {reason}", "The plan cannot be imported yet. {reason}"
)
VERSION_THERE = Text(
    "Planen {plan} findes allerede med et andet indhold. Giv den en ny Version på arket Plan,"
    " eller erstat den samme version (--replace). Forskellen er: {changes}",
    "The plan {plan} is there already and says something else. Give it a new Version on the sheet"
    " Plan, or replace the same version (--replace). The difference is: {changes}",
)
BROKEN_THERE = Text(
    "»{path}« findes allerede, men kan ikke læses som plan. Erstat den samme version (--replace).",
    "“{path}” is there already but cannot be read as a plan. Replace the same version (--replace).",
)
NO_CORRECTION = Text(
    "Version {version} ændrer det aftalte i forhold til version {other}: {changes} En ny version må"
    " kun rette skabelonen og tilføje departementets beslutninger (»rp plan decide«). Giv planen et"
    " andet Plannavn, hvis den er en ny aftale.",
    "Version {version} changes what was agreed in version {other}: {changes} A new version may only"
    " correct the template and add the department's decisions (“rp plan decide”). Give the plan"
    " another Plannavn if it is a new agreement.",
)

# What follows from the total where the plan has a table of it.
FRAME = Text("{frame}: {payments}, {between}{cap}", "{frame}: {payments}, {between}{cap}")
PAYMENT = Text("målopfyldelse på {total} giver {payment}", "a total of {total} pays {payment}")
PAYOUT_LINEAR = Text("lineært imellem", "on a line between")
PAYOUT_STEPS = Text("uændret indtil næste trin", "unchanged until the next step")
PAYOUT_CAP = Text("; højst {cap}", "; at most {cap}")

# How a plan is scored, in the list of plans.
WEIGHTINGS = {
    "weights": Text("målene vægter forskelligt", "the goals weigh differently"),
    "points": Text("målene giver point", "the goals earn points"),
    "counted": Text(
        "målene tælles op; der er ingen samlet målopfyldelse",
        "the goals are counted; there is no total",
    ),
}
"""By `resultatplan.plan.Weighting`."""
PARTIAL = Text("delvist opfyldt tæller {credit} pct.", "partly fulfilled counts {credit} per cent")
SCALES = Text(
    "delmål med trin, grader eller lineær skala", "criteria with steps, grades or a linear scale"
)
MEANS = Text("mål opgjort som gennemsnit", "goals that are a mean")

# `rp plan rollover`; what is to be decided stands in a workbook, in Danish.
ROLLOVER = Text(
    "Skriv et udkast til næste års plan i et ark.",
    "Write a draft of next year's plan in a workbook.",
)
NEXT_YEAR_OPTION = Text("Udkastets resultatår.", "The draft's year.")
REPORT_OPTION = Text(
    "Årets endelige rapport, som resultaterne tages fra.",
    "The year's final report, from which the results are taken.",
)
REGISTER_OPTION = Text(
    "Tag resultaterne fra den godkendte endelige rapport i dette register (ellers RP_REGISTER,"
    " ellers udbakke/register).",
    "Take the results from the accepted final report in this register (else RP_REGISTER, else"
    " udbakke/register).",
)
NOT_AFTER = Text(
    "Året skal ligge efter planens eget år, {year}, og være højst {last}.",
    "The year must come after the plan's own year, {year}, and be at most {last}.",
)
ONE_SOURCE = Text(
    "Brug enten --report eller --register, ikke begge.",
    "Use either --report or --register, not both.",
)
NOT_FINAL = Text(
    "Rapporten »{path}« er ikke årets endelige: den er for {period}.",
    "The report “{path}” is not the year's final one: it is for {period}.",
)
RESULTS_WITHOUT_PERIOD = Text("en periode, den ikke nævner", "a period that it does not name")
RESULTS_NOT_ACCEPTED = Text(
    "Rapporten »{path}« er ikke godkendt. Brug en rapport uden fejl.",
    "The report “{path}” is not accepted. Use a report without errors.",
)
NONE_IN_REGISTER = Text(
    "Registret har ingen godkendt endelig rapport for {plan}.",
    "The register has no accepted final report for {plan}.",
)
RESULTS_FROM = Text("Resultater fra {file}", "Results from {file}")
NO_RESULTS = Text(
    "Uden resultater for {year}: registret har ingen godkendt endelig rapport. Angiv --report"
    " eller --register.",
    "Without results of {year}: the register has no accepted final report. Give --report or"
    " --register.",
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
GOAL_LEFT_OUT = "Mål {number}, »{title}«, er ikke taget med: {ruling}."
CRITERION_LEFT_OUT = "Delmål {key} er ikke taget med: {ruling}."
NOT_MEASURED = "For {before} gjaldt: {ruling}. Skal delmålet måles i {year}?"
RULE_WITHOUT = "Reglen er skrevet uden det udgåede. Den var: {rule}."
RULE_ALL_LEFT = "alle delmål"
WEIGHT_WITHOUT = "Mål er udeladt, så vægtene deles af de øvrige. Skal de ændres?"
COUNT_CHANGED = (
    "Planen havde {before} mål og har nu {after}. Ret teksten, hvis den nævner antallet."
)
PAYOUTS = "Hvad målopfyldelsen udbetaler, er uændret fra {before}. Gælder det i {year}?"
TOLERANCES = "Tabellen over tilladte afvigelser er uændret fra {before}. Gælder den i {year}?"
YEARS_BETWEEN = (
    "Udkastet springer fra {before} til {year}: årene imellem står i historikken, som planen for"
    " {before} trykte dem."
)

# `rp template --prefill`, on the command line and in the workbook (Danish).
PREFILL_OPTION = Text(
    "Byg næste periodes skabelon med tallene fra denne rapport; --out er da en fil.",
    "Build the next period's template with the figures of this report; --out is then a file.",
)
ONE_PLAN = Text(
    "--prefill fylder én skabelon ud: nævn højst én plan.",
    "--prefill fills in one template: name one plan at most.",
)
REPORT_UNREADABLE = Text(
    "»{path}« er ikke en rapport, der kan læses. Intet er skrevet.",
    "“{path}” is no report that can be read. Nothing was written.",
)
REPORT_OF_OTHER_PLAN = Text(
    "Rapporten »{path}« er for planen {found}, ikke for {plan}. Intet er skrevet.",
    "The report “{path}” belongs to the plan {found}, not to {plan}. Nothing was written.",
)
OTHER_VERSION = Text(
    "Rapporten »{path}« er lavet af version {found} af skabelonen, ikke af version {version}. Før"
    " den over med »rp migrate {path} --to {version}« først.",
    "The report “{path}” was made from version {found} of the template, not from version {version}."
    " Carry it over with “rp migrate {path} --to {version}” first.",
)
PREFILL_OF_UNKNOWN_VERSION = Text(
    "Rapporten »{path}« er lavet af en version af skabelonen, der ikke kendes. Intet er skrevet.",
    "The report “{path}” was made from an unknown version of the template. Nothing was written.",
)
PREFILL_WITHOUT_PERIOD = Text(
    "Rapporten »{path}« siger ikke, hvilken periode den er for. Vælg Periode på Stamdata.",
    "The report “{path}” does not say which period it is for. Choose Periode on Stamdata.",
)
NO_NEXT = Text(
    "Rapporten »{path}« er for {period}, årets sidste periode: der er ingen næste. Næste års plan"
    " begynder med »rp plan rollover {plan}«.",
    "The report “{path}” is for {period}, the year's last period: there is no next one. Next year's"
    " plan begins with “rp plan rollover {plan}”.",
)
CARRIED = Text(
    "{count} felter overført fra {before} til {after}.",
    "{count} cells carried from {before} to {after}.",
)
PREFILL_NOT_ACCEPTED = Text(
    "Rapporten er ikke godkendt ({errors} fejl): kontrollér de overførte tal særlig nøje.",
    "The report is not accepted ({errors} errors): check the carried figures with special care.",
)
LEFT_OUT = Text(
    "{count} felter kunne ikke læses og er ikke overført:",
    "{count} cells could not be read and were not carried:",
)

# In the workbook.

NOTE = (
    "Overført fra {before} til {after}: grundlag, resultater, datoer, svar, dokumentation og"
    " handlingsplaner, og hvor noget er afgjort også status, forventning og forklaring. De står"
    " med lilla, kursiv skrift, til de ændres. Resultater er et udgangspunkt: skriv tallet år til"
    " dato. Status og forklaringer på det, der ikke er afgjort, væsentlige afvigelser, dato for"
    " indsendelse og godkendelse skrives på ny."
)
NOTE_NOT_ACCEPTED = " Rapporten for {before} var ikke godkendt: kontrollér tallene særlig nøje."
