"""The words of a workbook whose plan scores otherwise than met or not met with equal weights.

Workbooks are Danish. Prompts have at most 255 characters.
"""

from __future__ import annotations

WITHDRAWN = "Udgået: {reason}"
WITHDRAWN_NOT_MET = "Udgået, tæller som ikke opfyldt: {reason}"

STEPS_TO_TARGET = {
    "at_least": "mindst {level} tæller {credit} pct.",
    "at_most": "højst {level} tæller {credit} pct.",
    "within": "højst +/- {level} tæller {credit} pct.",
    "reduction": "mindst {level} tæller {credit} pct.",
    "benchmark": "højst {level} tæller {credit} pct.",
}
"""One step below the target, by kind."""
STEPS = "Trin: {steps}"
LINE = "Tæller jævnt fra 0 pct. ved {zero} til 100 pct. ved {full}"
LINE_TO_BENCHMARK = "Tæller jævnt fra 0 pct. ved {zero} til 100 pct. ved benchmark"
LATE = "Leveret senere, men senest {day}, tæller {credit} pct."
PARTLY = "Delvist tæller {credit} pct."
PARTLY_PROMPT = "Delvist: gennemført i væsentlig grad, men ikke helt; tæller {credit} pct."
LATE_PROMPT = "Vælg Nej, hvis der ikke er leveret og ikke bliver det senest {day}."
EXPLANATION_PROMPT = "Kræves ved Gul, Rød, ikke opfyldt og delvist opfyldt."

WEIGHTS_EQUAL = "Hvert af de {count} mål vægter 100/{count}."
WEIGHTS_EQUAL_OF_THOSE_LEFT = "Hvert af de {count} mål, der ikke er udgået, vægter 100/{count}."
WEIGHTS = "Målenes vægte er {sum}. Kolonnen Vægt er målets andel i procent."
POINTS = "Målene giver {sum} point. Kolonnen Vægt er målets andel i procent."
LEFT_OUT = "Udgåede mål er ikke med."
GOAL_MET_OR_NOT = "Et mål er opfyldt (100) eller ikke (0)."
GOAL_IN_PART = "Et mål tæller fra 0 til 100; det er afgjort, når Sikret og Opnåelig er ens."
SECURED_NOTE = "Det, målene har nået, hver med sin vægt"
ATTAINABLE_NOTE = "Sikret plus det, der stadig afventer"

GUIDE_STEPS = {
    "4. Afvigelser": (
        "Gul, Rød, ikke opfyldt og delvist opfyldt kræver en Afvigelsesforklaring. Rød kræver"
        " også en Handlingsplan. Mangler teksten, får feltet rød ramme. Er der ikke plads, så gør"
        " rækken højere."
    ),
}
"""Steps of the guide that read otherwise where a criterion can be met in part, by their name."""
GUIDE_TYPING = {
    "Gennemført": (
        "vælg Ja, Nej eller, hvor listen har det, Delvist; Nej betyder ikke leveret og bliver det"
        " ikke til fristen"
    ),
}
GUIDE_PARTIAL = (
    "delvist opfyldt",
    "delmålet er nået delvist og tæller det, der står i Grad; forklar i Afvigelsesforklaring",
)
GUIDE_WITHDRAWN = ("udgået", "målet eller delmålet er udgået og indgår ikke i beregningen")

TERM_WEIGHT = "Vægt"
TERM_PARTLY = "Delvist opfyldt"
GUIDE_PARTLY = "Det, der er delvist opfyldt, tæller {credit} pct."
TERM_STEPS = "Trin"
GUIDE_STEPS_MEANING = "Det bedste trin, som resultatet når, tæller. Måltallet tæller 100 pct."
TERM_LINE = "Lineær skala"
GUIDE_LINE = (
    "Resultatet tæller jævnt fra 0 pct. ved den ene ende af skalaen til 100 pct. ved måltallet."
)
TERM_RULE = "Regel"
GUIDE_RULE = (
    "Et mål får efter sin regel en grad af delmålenes: »alle« og »og« giver den laveste, »eller«"
    " den højeste, »mindst 2 af« den næsthøjeste og så fremdeles."
)
TERM_PARTIAL_RULE = "Delvist mål"
GUIDE_PARTIAL_RULE = (
    "Hvor reglen nævner, hvornår målet er delvist opfyldt, tæller målet mindst {credit} pct., når"
    " den del af reglen er opfyldt."
)
TERM_MEAN = "Gennemsnit"
GUIDE_MEAN = (
    "Hvor reglen er gennemsnit, tæller målet gennemsnittet af delmålenes grader, i et vægtet"
    " gennemsnit hver med sin vægt."
)
TERM_PENDING = "Afventer"
GUIDE_PENDING = "Det, der afventer, tæller 0 i Sikret og 100 i Opnåelig."
TERM_WITHDRAWN = "Udgået"
GUIDE_LEAVES = "{what} er udgået og indgår ikke i beregningen: {reason}"
GUIDE_NOT_MET = "{what} er udgået og tæller som ikke opfyldt: {reason}"
GUIDE_GOAL = "Mål {number}"
GUIDE_CRITERION = "Delmål {key}"
