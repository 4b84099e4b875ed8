"""The words for what differs between plans, and for versions, migration and rehearsal."""

from __future__ import annotations

from texts.language import Text

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
    "withdrawn": Text("Udgået", "Withdrawn"),
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
    "deadline": Text("Frist", "Deadline"),
    "basis": Text("Grundlag", "Basis"),
    "basis_text": Text("Teksten om grundlaget", "The text on the basis"),
    "assessor": Text("Hvem der vurderer", "Who assesses"),
    "partly": Text("Kan være delvist opfyldt", "Can be partly met"),
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
}
"""What a plan's fields are called, by the name in the TOML file."""

OF_PERIOD = Text("Perioden {id}: {field}", "Period {id}: {field}")
OF_SECTION = Text("Afsnit {number}: {field}", "Section {number}: {field}")
OF_YEAR = Text("Historik {year}: {field}", "History {year}: {field}")
PART_OF = Text("{whole}: {field}", "{whole}: {field}")
WHOLE_GOAL = Text("Målet", "The goal")
WHOLE_CRITERION = Text("Delmålet", "The criterion")
WHOLE_SECTION = Text("Afsnittet {number}", "Section {number}")
WHOLE_PERIOD = Text("Perioden {id}", "Period {id}")
WHOLE_YEAR = Text("Historik {year}", "History {year}")
ORDER = Text("Rækkefølgen", "The order")

NOTHING = Text("(intet)", "(nothing)")
ALL_MET = Text("alle", "all")
YES = Text("ja", "yes")
NO = Text("nej", "no")
CHANGE = Text("{field}: {old} → {new}", "{field}: {old} → {new}")

KEY_GONE = Text("Delmålet {key} findes ikke i planen.", "The plan has no criterion {key}.")
COLUMN_UNUSED = Text(
    "»{column}« bruges ikke for delmålets krav.",
    "“{column}” is not used for the criterion's kind.",
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
    "Planer: sammenlign, og lav dem i Excel.", "Plans: compare them, and make them in Excel."
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
SAME = Text("Planerne er ens.", "The plans are the same.")
CORRECTION = Text(
    "Det er en rettelse: intet af det aftalte er ændret.",
    "It is a correction: nothing of the agreement has changed.",
)
NEEDS_NEW_VERSION = Text(
    "Intet af det aftalte er ændret, men en rettelse skal have et højere versionsnummer end"
    " {version}.",
    "Nothing of the agreement has changed, but a correction must have a higher version number"
    " than {version}.",
)
AGREEMENT_CHANGED = Text(
    "Det er ikke en rettelse: det aftalte er ændret ({count}). Planen genforhandles ikke i"
    " løbet af året.",
    "It is no correction: the agreement has changed ({count}). The plan is not renegotiated"
    " during the year.",
)
OTHER_PLAN = Text(
    "Det er to forskellige planer, ikke to versioner af den samme.",
    "These are two different plans, not two versions of one.",
)

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
LEFT_HEADING = Text("Ikke flyttet:", "Not carried over:")
WRONG_IN_REPORT = Text(
    "Fejl i rapporten, som ikke følger med:",
    "Mistakes in the report, which do not come along:",
)

NO_DIFFERENCE = Text("ingen forskel", "no difference")
BEFORE = Text("Før", "Before")
AFTER = Text("Efter", "After")
DIFFERENCE = Text("Forskel", "Difference")
JUDGED_BY = Text("Dømt efter", "Judged by")
REHEARSED = Text(
    "Prøve af {plan} på {count} rapporter: {differing} ville blive dømt anderledes.",
    "Rehearsal of {plan} on {count} reports: {differing} would be judged otherwise.",
)
NOT_A_REPORT = Text("ingen rapport", "no report")
YEARS_MOVED = Text(
    "Datoerne er flyttet {years} år, til planens år.",
    "Dates were moved by {years} years, to the plan's year.",
)
STATES = {
    "fulfilled": Text("opfyldt", "fulfilled"),
    "not_fulfilled": Text("ikke opfyldt", "not fulfilled"),
    "pending": Text("afventer", "pending"),
    "partial": Text("delvist opfyldt", "partly fulfilled"),
    "withdrawn": Text("udgået", "withdrawn"),
}
NOT_THERE = Text("findes ikke", "not there")
GOAL_CHANGE = Text("Mål {goal}: {before} → {after}", "Goal {goal}: {before} → {after}")
CRITERION_CHANGE = Text("{key}: {before} → {after}", "{key}: {before} → {after}")
FINDING_GONE = Text("− {code} {message}", "− {code} {message}")
FINDING_NEW = Text("+ {code} {message}", "+ {code} {message}")
STAYED_BEHIND = Text("Ikke med: {place}: {reason}", "Left out: {place}: {reason}")
