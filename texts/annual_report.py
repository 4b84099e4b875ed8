"""The words of the goal report for the annual report (målrapportering i årsrapporten)."""

from __future__ import annotations

from texts.language import Text

SOURCES_OPTION = Text(
    "Skriv cellerne, tallene kommer fra, og den modtagne fils fingeraftryk.",
    "Write the cells that the figures come from, and the received file's fingerprint.",
)
COMMAND = Text(
    "Skriv målrapporteringen til årsrapporten.", "Write the goal report for the annual report."
)
PLAN_ARGUMENT = "PLAN"
NO_ACCEPTED_REPORT = Text(
    "Registret har ingen godkendt rapport for {plan}. Målrapporteringen bygger på en godkendt"
    " rapport; kør »rp batch«, når den er modtaget.",
    "The register has no accepted report for {plan}. The goal report is made from an accepted"
    " report; run “rp batch” when it has come.",
)
FROM_PROVISIONAL = Text(
    "Foreløbig: årets endelige rapport er ikke godkendt. Bygger på {period}.",
    "Provisional: the final report of the year is not accepted. Made from {period}.",
)
NAME = "maalrapportering-{plan}"

TITLE = Text("Målrapportering {year}", "Goal report {year}")
SUBTITLE = Text("{institution} · {ministry}", "{institution} · {ministry}")
FINAL = Text(
    "Endelig. Opgjort efter årets sidste afrapportering ({period}), godkendt af departementet.",
    "Final. Made from the last report of the year ({period}), accepted by the department.",
)
PROVISIONAL = Text(
    "FORELØBIG. Årets endelige afrapportering er ikke godkendt. Opgørelsen bygger på {period} og"
    " må ikke bruges som endelig målrapportering.",
    "PROVISIONAL. The final report of the year is not accepted. This is made from {period} and is"
    " not to be used as the final goal report.",
)
SOURCE = Text(
    "Kilde: {file} af {day}. Skrevet {today}.", "Source: {file} of {day}. Written {today}."
)
SOURCE_TRACED = Text(
    "Kilde: {file} af {day} (SHA-256 {digest}). Celler i regnearket henviser til"
    " arket Afrapportering i den fil. Skrevet {today}.",
    "Source: {file} of {day} (SHA-256 {digest}). Cells in the workbook are those of"
    " the sheet Afrapportering in that file. Written {today}.",
)

PART_ONE = Text(
    "Målrapportering, 1. del: Skematisk oversigt", "Goal report, part 1: Table of the goals"
)
PART_TWO = Text(
    "Målrapportering, 2. del: Uddybende analyser og vurderinger",
    "Goal report, part 2: Analyses and assessments",
)
PART_ONE_LEAD = Text(
    "Tabellen viser resultatplanens mål og delmål, det aftalte krav, årets resultat og"
    " målopfyldelsen.",
    "The table shows the plan's goals and criteria, the requirement agreed on, the result of the"
    " year and the fulfilment.",
)
TABLE_ALTERNATIVE = Text(
    "Mål og delmål med krav, resultat, opfyldelse og vægt",
    "Goals and criteria with requirement, result, fulfilment and weight",
)
MISSED_ALTERNATIVE = Text(
    "Delmål under mål {goal}, der ikke er nået: krav, resultat og begrundelse",
    "Criteria of goal {goal} that are not reached: requirement, result and reason",
)

NUMBER = Text("Nr.", "No.")
GOAL = Text("Mål og delmål", "Goal and criterion")
FULFILMENT = Text("Målopfyldelse (pct.)", "Fulfilment (per cent)")
WEIGHT = Text("Vægt (pct.)", "Weight (per cent)")
SECTION = Text("Afsnit", "Section")
KIND = Text("Række", "Row")
KIND_GOAL = Text("mål", "goal")
KIND_CRITERION = Text("delmål", "criterion")
KIND_TOTAL = Text("i alt", "total")
COUNT = Text("{met} af {count} delmål opfyldt", "{met} of {count} criteria fulfilled")
TOTAL = Text("Samlet målopfyldelse", "Total")
TOTAL_SECURED = Text("Sikret målopfyldelse indtil nu", "Total secured so far")
TOTAL_EXPECTED = Text("Forventet målopfyldelse", "Total expected")
TOTAL_ATTAINABLE = Text("Opnåelig målopfyldelse", "Total attainable")

ALL_MET = Text("Alle mål er opfyldt.", "All goals are fulfilled.")
NONE_MISSED_YET = Text(
    "Intet mål er indtil nu opgjort som ikke opfyldt.",
    "No goal is so far found not to be fulfilled.",
)
MISSED_LEAD_ONE = Text(
    "1 af {all} mål er ikke fuldt opfyldt. Det gennemgås her med institutionens egen forklaring.",
    "1 of {all} goals is not wholly fulfilled. It is gone through here with the agency's own"
    " explanation.",
)
MISSED_LEAD = Text(
    "{count} af {all} mål er ikke fuldt opfyldt. De gennemgås her, hvert med institutionens egen"
    " forklaring.",
    "{count} of {all} goals are not wholly fulfilled. They are gone through here, each with the"
    " agency's own explanation.",
)
GOAL_HEADING = Text("Mål {number}: {title}", "Goal {number}: {title}")
GOAL_WEIGHS = Text(
    "Målopfyldelse: {fulfilment} pct. Målet vejer {weight} pct. {reason}",
    "Fulfilment: {fulfilment} per cent. The goal weighs {weight} per cent. {reason}",
)
NO_EXPLANATION = Text(
    "Institutionen har ikke givet en forklaring på delmål {key}.",
    "The agency has given no explanation of criterion {key}.",
)
NO_ACTION_PLAN = Text(
    "Institutionen har ikke oplyst en handlingsplan for delmål {key}.",
    "The agency has told no action plan for criterion {key}.",
)
WORDS = Text("Delmål {key}: {words}", "Criterion {key}: {words}")
OPEN_HEADING = Text("Mål, der endnu ikke er afgjort", "Goals that are not decided yet")
OPEN_GOAL = Text("Mål {number}: {title}. {reason}", "Goal {number}: {title}. {reason}")
OTHER_HEADING = Text(
    "Delmål, der ikke er nået, under opfyldte mål",
    "Criteria not reached under goals that are fulfilled",
)
RULINGS_HEADING = Text(
    "Departementets beslutninger i årets løb", "The department's decisions during the year"
)
BY_DECISION = Text(
    "Kræves ikke efter departementets beslutning.", "Not asked for, by the department's decision."
)
RULED = Text("{ruling}.", "{ruling}.")
RULED_LATER = Text(
    "{ruling}. Rapporten er indsendt før, og tallene er uden beslutningen.",
    "{ruling}. The report was submitted before, and its figures are without the decision.",
)
DEVIATIONS_HEADING = Text(
    "Væsentlige afvigelser, som institutionen har rapporteret dem",
    "Significant deviations as the agency reported them",
)
SHEET_ONE = Text("1. del", "Part 1")
SHEET_TWO = Text("2. del", "Part 2")
PAGE = Text("Side ", "Page ")
PAGE_OF = Text(" af ", " of ")
HEADER = Text("Målrapportering {year} · {institution}", "Goal report {year} · {institution}")
HEADER_PROVISIONAL = Text("{header} · FORELØBIG", "{header} · PROVISIONAL")
