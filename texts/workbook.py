"""The words of a template. Workbooks are Danish; prompts have at most 255 characters."""

from __future__ import annotations

REPORT_TITLE = "Afrapportering på resultatplan {year}"
MASTER_TITLE = "Stamdata for afrapporteringen"
GOALS_TITLE = "Målopfyldelse {year}"
HISTORY_TITLE = "Måltal og resultater over årene"
GUIDE_TITLE = "Vejledning til afrapportering på resultatplan {year}"

MASTER_LEAD = "Udfyld de hvide felter. Resten er låst og følger af den indgåede plan."
REPORT_LEAD = (
    "Udfyld de hvide felter. Målopfyldelsen beregnes straks. Resultater er år til dato ved"
    " periodens slutning."
)
GOALS_LEAD = "Beregnes af Afrapportering. Her skal ikke tastes noget."
HISTORY_LEAD = (
    "Som planen trykker dem. Måltal i [kantet parentes] og tal mærket Foreløbig er foreløbige."
)

PERIOD = "Periode"
DEADLINE = "Frist"
SECURED_SHORT = "Sikret (pct.)"
EXPECTED_SHORT = "Forventet (pct.)"
ATTAINABLE_SHORT = "Opnåelig (pct.)"
SECURED = "Sikret målopfyldelse (pct.)"
EXPECTED = "Forventet målopfyldelse (pct.)"
ATTAINABLE = "Opnåelig målopfyldelse (pct.)"
COUNTS = ("Opfyldt (antal mål)", "Delvist opfyldt", "Ikke opfyldt")
NO_TOTAL = "Målene tælles op. Planen har ingen samlet målopfyldelse."
TERM_COUNTS = "Optælling"
COMPUTED_BY = "Beregnet af"
SECURED_NOTE = "Det, der ikke længere kan tabes"
EXPECTED_NOTE = "Det, der ventes ved årets udgang; ukendt tæller 0"
ATTAINABLE_NOTE = "Det, der endnu ikke er tabt"
WITH_FUNCTIONS = "RP-funktioner, version"
WITHOUT_FUNCTIONS = "Excel-formler (uden RP-funktioner)"
ARITHMETIC = "Hvert af de {count} mål vægter 100/{count}. Et mål er opfyldt (100) eller ikke (0)."

PERIODS_HEADING = "Perioder og frister"
PERIOD_COLUMNS = ("Periode", "Slutter", "Frist", "Ugedag")

RULE_ALL = "alle"
PROVISIONAL_YES = "Ja"
LAST_YEAR = "{year}: {figures}"
LAST_TARGET = "mål {target}"
LAST_RESULT = "resultat {result}"
NOT_GIVEN = "–"

LEGEND_INPUT = ("Hvidt felt", "udfyldes")
LEGEND_LOCKED = ("Blåt felt", "er låst og følger af planen")
LEGEND_UNUSED = ("Gråt felt", "bruges ikke for det pågældende krav")
LEGEND_COMPUTED = ("Kursiv", "beregnes, når der er udfyldt")
LEGEND_MISSING = ("Rød ramme", "mangler, eller indholdet passer ikke")
LEGEND_CARRIED = ("Violet", "overført fra en tidligere rapport")
MISSING_HEADING = "Mangler før indsendelse"
MISSING = (
    "felter på Stamdata",
    "svar, datoer og grundlag",
    "afvigelsesforklaringer",
    "handlingsplaner",
    "felter med forkert indhold",
)

FIELD_PROMPTS = {
    "Periode": "Vælg den periode, der rapporteres for.",
    "Indsendt dato": "Den dag rapporten sendes til departementet, fx 14-01-2021.",
    "Udfyldt af": "Navn på den, der har udfyldt rapporten.",
    "Godkendt af": "Navn på den leder, der har godkendt rapporten. Kræves i årets sidste rapport.",
    "Kontaktperson": (
        "Den, departementet kan spørge: navn og telefon eller e-mail. Feltet må være tomt."
    ),
    "Væsentlige afvigelser": (
        "Væsentlige afvigelser i sagsbehandling, budget eller strategiske mål. Skriv »Ingen«,"
        " hvis der ingen er."
    ),
}

COLUMN_PROMPTS = {
    "Dato": "Den dag der er leveret. Lad feltet stå tomt, indtil det er sket.",
    "Status": (
        "Grøn: nås. Gul: bagud, men kan nås; forklar. Rød: kan ikke nås; forklar og lav en"
        " handlingsplan. Tom: ikke opgjort."
    ),
    "Forventet årsresultat": (
        "Det resultat, der ventes ved årets udgang. Indgår i Forventet målopfyldelse."
    ),
    "Foreløbig": "Ja, hvis tallet kan ændre sig. Må ikke være Ja i årets sidste rapport.",
}
"""Without one where it would lie over what is being written: texts are explained in the guide."""

DONE_PROMPTS = {
    "delivered_by": "Vælg Nej, hvis der ikke er leveret og ikke bliver det til fristen.",
    "done": "Vælg Ja, når det er gennemført, og henvis til dokumentation.",
    "assessed": "Vurderes af {assessor}. Begrund i Dokumentation.",
}

BASIS_PROMPT = "{basis}. {type}"
BASIS_DEFAULT = "Det, resultatet måles mod"
RESULT_PROMPTS = {
    "within": "Realiseret beløb. {type}",
    **dict.fromkeys(("reduction", "growth"), "Årets niveau. {type}"),
    **dict.fromkeys(("benchmark", "benchmark_least"), "Institutionens eget niveau. {type}"),
    **dict.fromkeys(
        ("over", "under", "between", "at_least", "at_most"), "Resultat år til dato. {type}"
    ),
}

IN_UNIT = " i {unit}"
TYPE_PROMPTS = {
    "percent": "Procent: skriv 82,5 eller 82,5 %.",
    "count": "Et helt antal.",
    "quantity": "Et tal{in_unit}, gerne med decimaler.",
    "amount": "Beløb{in_unit}.",
    "date": "Dato som 31-12-{year}.",
    "yes_no": "Vælg Ja eller Nej.",
    "yes_no_partly": "Vælg Ja, Nej eller Delvist.",
    "grade": "Vælg Ja, Nej eller en grad.",
    "status": "Vælg Grøn, Gul eller Rød.",
    "period": "Vælg fra listen.",
    "text": "Tekst.",
}

TYPE_ERRORS = {
    "percent": "Skriv en procent mellem 0 og 100, fx 82,5 %. Uden anden tekst.",
    "count": "Skriv et helt tal, ikke negativt og uden anden tekst.",
    "quantity": "Skriv et tal, der ikke er negativt, med komma som decimaltegn og uden enhed.",
    "amount": "Skriv beløbet i mio. kr. som et tal, fx 12,5. Uden anden tekst.",
    "date": "Skriv en dato som dag-måned-år, fx 31-12-2020, uden klokkeslæt.",
    "yes_no": "Vælg Ja eller Nej fra listen.",
    "yes_no_partly": "Vælg Ja, Nej eller Delvist fra listen.",
    "grade": "Vælg Ja, Nej eller en grad fra listen, fx 50 pct.",
    "status": "Vælg Grøn, Gul eller Rød fra listen.",
    "period": "Vælg en periode fra listen.",
    "text": "",
}
BOUNDS_PROMPT = "Fra {least} til {greatest}."
BOUNDS_ERRORS = {
    "percent": "Skriv en procent fra {least} til {greatest}, fx 82,5 %. Uden anden tekst.",
    "count": "Skriv et helt tal fra {least} til {greatest} uden anden tekst.",
    "quantity": "Skriv et tal fra {least} til {greatest}, med komma som decimaltegn og uden enhed.",
    "amount": "Skriv beløbet som et tal fra {least} til {greatest}. Uden anden tekst.",
}
"""Where the cell's limits are others than those that are usual for its type."""
TYPE_ERROR_TITLE = "Kan ikke bruges her"
DATE_WINDOW = "Datoen skal ligge mellem {first} og {last}."
BASIS_NOT_ZERO = "Grundlaget kan ikke være 0, for der måles i forhold til det."
CUT = "…"

GUIDE_STEPS_HEADING = "Sådan udfyldes rapporten"
GUIDE_STEPS = (
    (
        "1. Stamdata",
        "Gem en kopi af skabelonen. Vælg periode, og skriv indsendt dato, hvem der har udfyldt,"
        " og hvem der har godkendt.",
    ),
    (
        "2. Afrapportering",
        "Udfyld de hvide felter. Når du vælger et felt, vises det, hvad der skal stå i det."
        " Resultater er år til dato ved periodens slutning.",
    ),
    (
        "3. Endnu intet resultat",
        "Lad feltet stå tomt, når der endnu ikke er noget at indberette. Delmålet tæller da som"
        " »afventer« og først i årets sidste rapport som ikke opfyldt.",
    ),
    (
        "4. Afvigelser",
        "Gul, Rød og det, der ikke er eller ikke ventes opfyldt, kræver en Afvigelsesforklaring."
        " Rød kræver også en Handlingsplan. En løbende optælling under årets mål er ikke i sig"
        " selv en afvigelse. Mangler teksten, får feltet rød ramme. Er der ikke plads, så gør"
        " rækken højere.",
    ),
    (
        "5. Målopfyldelse",
        "Kolonnen Opfyldt og arket Målopfyldelse beregnes straks. Før årets sidste rapport er kun"
        " det afgjort, der ikke kan ændre sig: Sikret kan ikke tabes, Opnåelig er ikke tabt"
        " endnu, og Forventet følger af Forventet årsresultat, ellers af Status, ellers af det,"
        " der er indberettet. I årets sidste rapport er de tre tal ens.",
    ),
    (
        "6. Indsendelse",
        "Se, at »Mangler før indsendelse« øverst på Afrapportering er 0. Gem som .xlsx, og send"
        " filen til departementet senest på fristen.",
    ),
    (
        "7. Næste rapport",
        "Når rapporten er godkendt, sender departementet skabelonen til næste periode med jeres tal"
        " i. Brug den, ikke en kopi af den gamle. Arket Fejlkoder siger, hvad meldingerne betyder.",
    ),
)
GUIDE_STEPS_CHECKED = {
    "6. Indsendelse": "Se, at »Mangler før indsendelse« øverst på Afrapportering er 0. Gem som"
    " .xlsx, og træk filen ind på {address}: siden viser, hvad der skal rettes, og sender ingenting"
    " nogen steder hen. Send filen til departementet senest på fristen."
}
"""Where the department has a checking page."""
GUIDE_TYPING_HEADING = "Sådan tastes værdier"
OR = " eller "
GUIDE_TYPING = (
    ("Procent", "82,5 eller 82,5 % – begge giver 82,5 %"),
    ("Antal, dage, uger", "1250 eller 9,5 – uden enhed og uden »ca.«"),
    ("Beløb", "i {money}, fx 12,5; Grundlag er budgettet, Resultat er det realiserede"),
    ("Dato", "31-12-{year}"),
    ("Gennemført", "vælg Ja eller Nej; Nej betyder ikke leveret og bliver det ikke til fristen"),
    ("Tekst", "Alt+Enter giver en ny linje i feltet"),
)
GUIDE_COLOURS_HEADING = "Farver og ord"
GUIDE_STATES = (
    ("opfyldt", "delmålet er nået"),
    ("ikke opfyldt", "delmålet er ikke nået; forklar i Afvigelsesforklaring"),
    ("afventer", "delmålet er endnu ikke afgjort"),
    ("afventer, på niveau", "ikke afgjort; ville være opfyldt, hvis året sluttede nu"),
    ("afventer, under niveau", "ikke afgjort; ville ikke være opfyldt, hvis året sluttede nu"),
    ("Grøn", "målet nås i det væsentlige eller følger planen"),
    ("Gul", "bagud, men inden for rækkevidde; forklaring kræves"),
    ("Rød", "kan ikke nås uden genopretning; forklaring og handlingsplan kræves"),
)
GUIDE_KINDS_HEADING = "Krav: hvornår et delmål er opfyldt"
GUIDE_KINDS = (
    ("mindst", "resultatet er lig med eller over måltallet"),
    ("højst", "resultatet er lig med eller under måltallet"),
    ("over", "resultatet er over måltallet; måltallet selv er ikke nok"),
    ("under", "resultatet er under måltallet; måltallet selv er ikke nok"),
    ("mellem", "resultatet ligger mellem de to måltal; begge er med"),
    ("+/-", "afvigelsen fra budgettet er højst måltallet; den beregnes af Grundlag og Resultat"),
    ("reduktion på mindst", "faldet fra Grundlag til Resultat er mindst måltallet"),
    ("stigning på mindst", "stigningen fra Grundlag til Resultat er mindst måltallet"),
    ("højst sammenligningstallet", "resultatet er højst det niveau, der skrives i Grundlag"),
    ("mindst sammenligningstallet", "resultatet er mindst det niveau, der skrives i Grundlag"),
    ("senest", "leveret på eller før fristen"),
    ("gennemført", "meldt gennemført, med dokumentation"),
    ("konkret vurdering", "den nævnte bedømmer vurderer det som opfyldt"),
)
GUIDE_SCORE_HEADING = "Sådan beregnes målopfyldelsen"
GUIDE_NOTES = "Planens noter til målene står nederst på Målopfyldelse."
GUIDE_PERIODS_HEADING = "Perioder og frister i {year}"
GUIDE_ADDIN_HEADING = "RP-funktionerne"
GUIDE_ADDIN = (
    "Skabelonen regner selv, også uden tilføjelsesprogram; på Målopfyldelse står, hvad der har"
    " beregnet tallene. Med departementets tilføjelsesprogram svarer funktionerne =RP_SCORE(),"
    " =RP_EXPECTED(), =RP_ATTAINABLE(), =RP_EXPLAIN(…) m.fl., og knappen »Kontrollér rapport« viser"
    " fejl, før rapporten sendes. Departementet har filerne og vejledningen til din it-afdeling."
)
CODES_TITLE = "Hvad fejlmeldingerne betyder"
CODES_LEAD = (
    "Departementets kontrol melder fejl (rapporten skal rettes og sendes igen), advarsler (bør"
    " ses efter) og oplysninger. Hver melding nævner ark og celle."
)
CODES_COLUMNS = ("Kode", "Hvad", "Hvad du gør")
SEVERITIES = {"error": "fejl", "warning": "advarsel", "info": "oplysning"}
NOTES_HEADING = "Noter til planen"
NOTES_PLAN = "Planen"
NOTE = "{about}: {note}"
GUIDE_BONUS_HEADING = "Om resultatets betydning"
GUIDE_TOLERANCES_HEADING = "Tilladt budgetafvigelse efter institutionens størrelse"
GUIDE_TOLERANCE_COLUMNS = ("Størrelse", "Grundbudget", "Udgiftsopfølgning 2")

PRINT_LEFT = "{institution} · Resultatplan {year}"
PRINT_CENTRE = "&A · skabelon {version}"
PRINT_RIGHT = "Side &P af &N"
DOCUMENT_TITLE = "Afrapportering på resultatplan {year} · {institution}"
DOCUMENT_SUBJECT = "Resultatplan {plan}, skabelon {version}"
CHART_TITLE = "{key} {text}"
CHART_TITLE_UNIT = " ({unit})"
CHART_ALT = "Kurve over måltal og resultat for {title}"
CHART_TARGET = "Måltal"
CHART_TARGET_BELOW = "Måltal (minus)"
CHART_TARGET_TO = "Måltal til"
CHART_RESULT = "Resultat"

# Where a plan scores otherwise than met or not met with equal weights.
GRADE_PROMPT = "Ja er 100 pct., Nej er 0 pct.; graderne derimellem er det, de tæller."
PARTLY_PROMPT = "Delvist: gennemført i væsentlig grad, men ikke helt; tæller {counts}"
LATE_PROMPT = "Vælg Nej, hvis der ikke er leveret og ikke bliver det senest {day}."

WEIGHTS_EQUAL = "Hvert af de {count} mål vægter 100/{count}."
WEIGHTS_EQUAL_OF_THOSE_LEFT = "Hvert af de {count} mål, der indgår, vægter 100/{count}."
WEIGHTS = "Målenes vægte er {sum}. Kolonnen Vægt er målets andel i procent."
POINTS = "Målene giver {sum} point. Kolonnen Vægt er målets andel i procent."
LEFT_OUT = "Udgåede mål er ikke med."
GOAL_MET_OR_NOT = "Et mål er opfyldt (100) eller ikke (0)."
GOAL_IN_PART = "Et mål tæller fra 0 til 100; det er afgjort, når Sikret og Opnåelig er ens."

GUIDE_STEPS_IN_PART = {
    "4. Afvigelser": (
        "Gul, Rød, delvist opfyldt og det, der ikke er eller ikke ventes opfyldt, kræver en"
        " Afvigelsesforklaring. Rød kræver også en Handlingsplan. En løbende optælling under"
        " årets mål er ikke i sig selv en afvigelse. Mangler teksten, får feltet rød ramme. Er der"
        " ikke plads, så gør rækken højere."
    )
}
"""Steps of the guide that read otherwise where a criterion can be met in part, by their name."""
GUIDE_TYPING_IN_PART = {
    "Gennemført": (
        "vælg Ja, Nej eller, hvor listen har det, Delvist eller en grad; Nej betyder ikke leveret"
        " og bliver det ikke til fristen"
    )
}
GUIDE_PARTIAL = (
    "delvist opfyldt",
    "delmålet er nået delvist og tæller det, der står i Sikret; forklar i Afvigelsesforklaring",
)
GUIDE_LEFT = "departementet har besluttet, at det ikke indgår i beregningen"

TERM_WEIGHT = "Vægt"
GUIDE_PARTLY = ("Delvist opfyldt", "Det, der er delvist opfyldt, tæller {counts}")
GUIDE_STEPS_MEANING = (
    "Trin",
    "Det bedste trin, som resultatet når, tæller. Måltallet tæller 100 pct.",
)
GUIDE_LINE = (
    "Lineær skala",
    ("Resultatet tæller jævnt fra 0 pct. ved den ene ende af skalaen til 100 pct. ved måltallet."),
)
GUIDE_GRADES = (
    "Grader",
    "Hvor listen i Gennemført har grader, fx 50 pct., tæller delmålet den grad, der vælges.",
)
GUIDE_RULE = (
    "Regel",
    (
        "Et mål får efter sin regel en grad af delmålenes: »alle« og »og« giver den laveste,"
        " »eller« den højeste, »mindst 2 af« den næsthøjeste og så fremdeles."
    ),
)
GUIDE_PARTIAL_RULE = (
    "Delvist mål",
    (
        "Hvor reglen nævner, hvornår målet er delvist opfyldt, tæller målet mindst {counts},"
        " når den del af reglen er opfyldt."
    ),
)
GUIDE_MEAN = (
    "Gennemsnit",
    (
        "Hvor reglen er gennemsnit, tæller målet gennemsnittet af delmålenes grader eller af de"
        " dele, reglen nævner, i et vægtet gennemsnit hver med sin vægt."
    ),
)
GUIDE_PENDING = (
    "Afventer",
    "Det, der afventer, tæller i Sikret det mindste og i Opnåelig det meste, det kan blive til.",
)
TERM_RULING = "Beslutning"
