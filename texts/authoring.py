"""The words around the form in which a plan is written. Workbooks are Danish.

The fields and their prompts stand in `workbooks/plan_book/form.toml`.
"""

from __future__ import annotations

DOCUMENT_TITLE = "Resultatplan {year} · {institution}"
DOCUMENT_TITLE_NEW = "Ny resultatplan"
DOCUMENT_CREATOR = "Resultatplan"
PRINT_LEFT = "{institution} · Resultatplan {year}"
PRINT_LEFT_NEW = "Ny resultatplan"
PRINT_CENTRE = "&A"
PRINT_RIGHT = "Side &P af &N"

SHEET_WORDS = {
    "Vejledning": (
        "Sådan skrives en resultatplan",
        "Her skrives næste års resultatplan. Af den bygges skabelonen, som institutionen udfylder,"
        " og efter den kontrolleres og beregnes rapporterne.",
    ),
    "Plan": ("Planen", "Udfyld de hvide felter. Felter med * skal udfyldes."),
    "Mål": ("Mål", "En række for hvert mål, i planens rækkefølge. Kolonner med * skal udfyldes."),
    "Delmål": (
        "Delmål",
        "En række for hvert delmål. Grå felter bruges ikke for det valgte krav, røde mangler."
        " Kolonner med * skal udfyldes.",
    ),
    "Historik": (
        "Måltal og resultater over årene",
        "En række for hvert delmål og år, som planen trykker dem. Foreløbige måltal kan skrives i"
        " [kantet parentes].",
    ),
}
"""The title of each sheet, and what it is for."""

DATE_ERROR_TITLE = "Kan ikke bruges her"
DATE_ERROR = "Skriv en dato som dag-måned-år, fx 31-12-2025."
CHOICE_ERROR = "Vælg fra listen."
WHOLE_ERROR = "Skriv et helt tal, fx 14."

RULE_ALL = "alle delmål skal opfyldes"
RULE_MEAN = "gennemsnit af"
RULE_WEIGHTED_MEAN = "vægtet gennemsnit af"
OF_CRITERIA = "delmålene"
RULE_TO_CHECK = "vises af »rp plan check«"
RULE_EITHER = "enten "
NO_SUCH_GOAL = "målet findes ikke på arket Mål"
NO_SUCH_CRITERION = "delmålet findes ikke på arket Delmål"

_STEPS = (
    ("1. Plan", "Ministerium, institution, år, perioder og afsnit. Indsæt planens egne tekster."),
    ("2. Mål", "En række for hvert mål. Vælg afsnit, og giv målet et nummer, fx 1.1."),
    (
        "3. Delmål",
        "En række for hvert delmål. Nøglen er målets nummer og et bogstav: 1.1.a, 1.1.b. Vælg"
        " krav; så vises, hvilke felter der skal udfyldes, og hvilke der ikke bruges.",
    ),
    ("4. Historik", "Tidligere års måltal og resultater og de kommende års måltal. Må være tom."),
    (
        "5. Kontrollér",
        "Gem, og vælg filen på bordets side Planer, eller kør »rp plan check FIL.xlsx«. Alle fejl"
        " vises på én gang, hver med ark og celle.",
    ),
    (
        "6. Brug planen",
        "Indlæs planen på bordet, eller kør »rp plan import FIL.xlsx«. Så er den gemt og skabelonen"
        " bygget.",
    ),
)
_KINDS = (
    ("mindst", "Resultatet er mindst måltallet. Måltal og enhed."),
    ("højst", "Resultatet er højst måltallet. Måltal og enhed."),
    ("over, under", "Resultatet er over (under) måltallet. At nå det er ikke nok."),
    ("mellem", "Resultatet ligger mellem de to måltal. Måltal, Måltal til og enhed."),
    ("+/-", "Afvigelsen fra grundlaget er højst måltallet til begge sider. Måltal og enhed."),
    ("reduktion på mindst", "Faldet fra grundlaget er mindst måltallet. Måltal, i pct."),
    ("stigning på mindst", "Stigningen fra grundlaget er mindst måltallet. Måltal, i pct."),
    ("højst sammenligningstallet", "Resultatet er højst det tal, rapporten oplyser. Enhed."),
    ("mindst sammenligningstallet", "Resultatet er mindst det tal, rapporten oplyser. Enhed."),
    ("senest", "Leveret senest på fristen. Frist."),
    ("gennemført", "Meldt gennemført, med dokumentation."),
    ("konkret vurdering", "Den nævnte finder det opfyldt, evt. i grader. Vurderes af."),
)
_COUNTED = (
    ("løbende optælling", "Tallet vokser i løbet af året. Nået er nået, og over er over."),
    ("årsresultat", "Først når året er gået, ligger det fast: andele, gennemsnit, budgetter."),
    ("én måling", "Der måles én gang, fx i en undersøgelse. Det ligger fast, når det er meldt."),
    ("(tom)", "Et antal ved mindst, højst, over og under tælles op; alt andet er årsresultat."),
)
_RULES = (
    ("(tom)", "Alle delmål skal opfyldes."),
    ("a eller b", "Ét af dem er nok."),
    ("a og (b eller c)", "a, og desuden b eller c. Parenteser siger, hvad der hører sammen."),
    ("mindst 2 af (a, b, c)", "To af de tre er nok."),
    ("a og b; c", "Ved gennemsnit: to dele, som hver tæller halvdelen. Den ene er a og b."),
    ("a og b: 2; c: 1", "Ved vægtet gennemsnit: delene med hver sin vægt."),
)
_TYPING = (
    ("82", "82 pct., når enheden er pct. Skriv 82 eller 82 %."),
    ("2,5", "Komma før decimaler. Ingen enhed i cellen; den står i kolonnen Enhed."),
    ("[83]", "Et foreløbigt måltal. Det gemmes som 83, mærket foreløbigt."),
    ("+/- 5", "Kan skrives ved kravet +/-. Det gemmes som 5."),
    ("30-09-2025", "En dato."),
    ("'1.10", "Et nummer. Apostroffen foran holder det fra at blive 1,1 eller en dato."),
    ("'1/12", "En vægt kan være en brøk. Uden apostroffen bliver den til en dato."),
)
_COLOURS = (
    ("Hvid", "Her skrives."),
    ("Blå", "Låst eller beregnet."),
    ("Grå", "Bruges ikke for det valgte krav. Lad feltet stå tomt."),
    ("Rød ramme", "Mangler: kravet har brug for det."),
)
GUIDE = {
    "Rækkefølgen": _STEPS,
    "Krav: hvornår er et delmål opfyldt, og hvad skal planen sige?": _KINDS,
    "Opgøres: hvornår ligger tallet fast?": _COUNTED,
    "Regler: hvornår er et mål opfyldt?": _RULES,
    "Sådan skrives tal og datoer": _TYPING,
    "Farver": _COLOURS,
}
"""What the guide says under its headings: each term with its meaning."""
