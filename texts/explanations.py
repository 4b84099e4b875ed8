"""The sentences that say why a criterion or a goal is what it is."""

from __future__ import annotations

from texts.language import Text
from texts.standing import STATES

SENTENCE = Text("{verdict}: {reason}.", "{verdict}: {reason}.")

NO_RESULT = Text("intet resultat er indberettet endnu", "no result has been reported yet")
NO_MEASURE = Text(
    "grundlag eller resultat mangler, så intet kan måles endnu",
    "basis or result is missing, so nothing can be measured yet",
)

REFUSED = Text(
    "der er indberettet {found} i {column}, og det kan ikke bruges ({code})",
    "{found} was reported in {column} and cannot be used ({code})",
)

COMPARISONS = {
    "at_least": (
        Text("{measured} når målet på {target}", "{measured} reaches the target of {target}"),
        Text("{measured} er under målet på {target}", "{measured} is below the target of {target}"),
    ),
    "at_most": (
        Text(
            "{measured} er ikke over målet på {target}",
            "{measured} is not above the target of {target}",
        ),
        Text("{measured} er over målet på {target}", "{measured} is above the target of {target}"),
    ),
    "within": (
        Text(
            "afvigelsen på {measured} er inden for +/- {target}",
            "the deviation of {measured} is within +/- {target}",
        ),
        Text(
            "afvigelsen på {measured} er uden for +/- {target}",
            "the deviation of {measured} is outside +/- {target}",
        ),
    ),
    "reduction": (
        Text(
            "faldet på {measured} når målet på mindst {target}",
            "the fall of {measured} reaches the target of at least {target}",
        ),
        Text(
            "faldet på {measured} når ikke målet på mindst {target}",
            "the fall of {measured} does not reach the target of at least {target}",
        ),
    ),
    "growth": (
        Text(
            "stigningen på {measured} når målet på mindst {target}",
            "the rise of {measured} reaches the target of at least {target}",
        ),
        Text(
            "stigningen på {measured} når ikke målet på mindst {target}",
            "the rise of {measured} does not reach the target of at least {target}",
        ),
    ),
    "over": (
        Text("{measured} er over {target}", "{measured} is over {target}"),
        Text("{measured} er ikke over {target}", "{measured} is not over {target}"),
    ),
    "under": (
        Text("{measured} er under {target}", "{measured} is under {target}"),
        Text("{measured} er ikke under {target}", "{measured} is not under {target}"),
    ),
    "between": (
        Text("{measured} ligger mellem {target}", "{measured} lies between {target}"),
        Text("{measured} ligger ikke mellem {target}", "{measured} does not lie between {target}"),
    ),
    "benchmark_least": (
        Text(
            "{measured} er ikke under sammenligningstallet på {target}",
            "{measured} is not below the benchmark of {target}",
        ),
        Text(
            "{measured} er under sammenligningstallet på {target}",
            "{measured} is below the benchmark of {target}",
        ),
    ),
    "benchmark": (
        Text(
            "{measured} er ikke over sammenligningstallet på {target}",
            "{measured} is not above the benchmark of {target}",
        ),
        Text(
            "{measured} er over sammenligningstallet på {target}",
            "{measured} is above the benchmark of {target}",
        ),
    ),
}
"""What is said of a measure that is met, and of one that is missed, by the criterion's kind."""
GROWTH_FELL = Text(
    "et fald på {measured} er ikke en stigning på mindst {target}",
    "a fall of {measured} is not a rise of at least {target}",
)
REDUCTION_ROSE = Text(
    "en stigning på {measured} er ikke et fald på mindst {target}",
    "a rise of {measured} is not a fall of at least {target}",
)
NO_BENCHMARK = Text("sammenligningstallet mangler", "the benchmark is missing")

DELIVERED_IN_TIME = Text(
    "leveret {delivered}, senest {deadline}", "delivered {delivered}, due by {deadline}"
)
DELIVERED_LATE = Text(
    "leveret {delivered}, {days} efter fristen {deadline}",
    "delivered {delivered}, {days} after the deadline {deadline}",
)
DAYS_LATE_ONE = Text("1 dag", "1 day")
DAYS_LATE_MANY = Text("{days} dage", "{days} days")
NOT_DELIVERED = Text(
    "meldt ikke leveret til fristen {deadline}",
    "reported as not delivered by the deadline {deadline}",
)
DELIVERY_OPEN = Text(
    "hverken leveringsdato eller Nej er indberettet; fristen er {deadline}",
    "neither a delivery date nor No has been reported; the deadline is {deadline}",
)
DELIVERY_UNDATED = Text(
    "meldt gennemført, men leveringsdatoen mangler; fristen er {deadline}",
    "reported as done, but the delivery date is missing; the deadline is {deadline}",
)
DELIVERY_CONTRADICTS = Text(
    "leveringsdatoen {delivered} og Nej i Gennemført modsiger hinanden",
    "the delivery date {delivered} and No under done contradict each other",
)

ANSWERS = {
    "done": (
        Text("meldt gennemført", "reported as done"),
        Text("meldt ikke gennemført", "reported as not done"),
        Text("intet er meldt endnu", "nothing has been reported yet"),
    ),
    "assessed": (
        Text("vurderet som opfyldt", "assessed as met"),
        Text("vurderet som ikke opfyldt", "assessed as not met"),
        Text("vurderingen foreligger ikke endnu", "the assessment is not there yet"),
    ),
}
"""What is said of yes, of no, and of nothing said yet, by the criterion's kind."""

FINAL_PENDING = Text(
    "{reason}; tæller som ikke opfyldt i årets sidste afrapportering",
    "{reason}; counts as not fulfilled in the final report of the year",
)

# Before the year is over.
PROVISIONAL = Text(
    "{reason}; foreløbigt, så intet er afgjort", "{reason}; provisional, so nothing is decided"
)
RUNNING = Text(
    "{reason} indtil nu; optællingen løber året ud",
    "{reason} so far; the count runs until the end of the year",
)
YEARLY = Text(
    "{reason} indtil nu; årets resultat afgør det", "{reason} so far; the year's result will decide"
)
NOT_YET = Text(
    "{reason} indtil nu; afgøres ved årets udgang",
    "{reason} so far; decided at the end of the year",
)
NOT_EXPECTED_IN_TIME = Text(
    "ventes ikke leveret til fristen {deadline}, som ikke er passeret endnu",
    "not expected by the deadline {deadline}, which has not passed yet",
)
EXPECTED_MET = Text("forventes opfyldt", "expected to be met")
EXPECTED_MISSED = Text("forventes ikke opfyldt", "expected not to be met")
EXPECTED_IN_PART = Text("forventes at give {credit}", "expected to give {credit}")
GOAL_EXPECTED = Text("forventet opfyldelse {value}", "expected fulfilment {value}")
GOAL_EXPECTED_UNKNOWN = Text(
    "forventet opfyldelse {value} (intet siger, om {keys} nås, og det tæller som ikke opfyldt)",
    "expected fulfilment {value} (nothing tells whether {keys} will be met, which counts as not"
    " fulfilled)",
)

RULE_ONE = Text("delmål {key}", "criterion {key}")
RULE_ANY = Text("enten {parts}", "either {parts}")
RULE_BOTH = Text("både {parts}", "both {parts}")
RULE_LEAST = Text("mindst {least} af {parts}", "at least {least} of {parts}")
RULE_AND = Text("{first} og {last}", "{first} and {last}")
RULE_OR = Text("{first} eller {last}", "{first} or {last}")

# What counts between met and not met: as it is agreed, and as it is reached.
SCALE_STEPS = Text("Trin: {steps}", "Steps: {steps}")
SCALE_STEP_UP = Text("mindst {level} tæller {credit}", "at least {level} counts {credit}")
SCALE_STEP_DOWN = Text("højst {level} tæller {credit}", "at most {level} counts {credit}")
SCALE_LINE = Text(
    "Tæller jævnt fra 0 pct. ved {zero} til 100 pct. ved {full}",
    "Counts evenly from 0 per cent at {zero} to 100 per cent at {full}",
)
THE_BENCHMARK = Text("benchmark", "the benchmark")
SCALE_LATE = Text(
    "Leveret senere, men senest {day}, tæller {counts}",
    "Delivered later, but by {day}, counts {counts}",
)
SCALE_PARTLY = Text("Delvist tæller {counts}", "Partly counts {counts}")
AS_PARTLY = Text("som delvist opfyldt", "as partly met")
SCALE_GRADES = Text(
    "Kan gives {grades} pct.; det er, hvad det tæller",
    "Can be given {grades} per cent; that is what it counts",
)

STEP_REACHED = Text(
    "{reason}; trinnet på {level} er nået og giver {credit}",
    "{reason}; the step of {level} is reached and gives {credit}",
)
NO_STEP_REACHED = Text(
    "{reason}; det første trin på {level} er heller ikke nået",
    "{reason}; the first step of {level} is not reached either",
)
ON_LINE = Text(
    "{reason}; lineært fra {zero} (0 pct.) til {full} (100 pct.) giver det {credit}",
    "{reason}; linearly from {zero} (0 per cent) to {full} (100 per cent) it gives {credit}",
)
BEFORE_LINE = Text(
    "{reason}; der skal mere end {zero} til, før noget tæller",
    "{reason}; nothing counts before it is better than {zero}",
)
LATE_BUT_PARTLY = Text(
    "{reason}; levering senest {until} giver {credit}",
    "{reason}; delivery by {until} gives {credit}",
)
TOO_LATE_FOR_PARTLY = Text(
    "{reason}; det er også efter {until}, hvor levering stadig talte delvist",
    "{reason}; it is also after {until}, until when delivery still counted in part",
)

GRADED = {
    "done": Text("meldt {grade} gennemført", "reported as {grade} done"),
    "assessed": Text("vurderet til {grade}", "assessed as {grade} met"),
}
"""What is said of a grade, in per cent, by the criterion's kind."""
PARTLY = {
    "done": Text(
        "meldt delvist gennemført, hvilket giver {credit}",
        "reported as partly done, which gives {credit}",
    ),
    "assessed": Text(
        "vurderet som delvist opfyldt, hvilket giver {credit}",
        "assessed as partly met, which gives {credit}",
    ),
}

# What the department decides during the year.
RULED = {
    **{ruled: STATES[ruled] for ruled in ("withdrawn", "not_measured")},
    "reinstated": Text("genoptaget", "reinstated"),
}
EFFECTS = {
    "out": Text("indgår ikke i opgørelsen", "no part of the computation"),
    "not_met": Text("tæller som ikke opfyldt", "counts as not fulfilled"),
}
COUNTS_AGAIN = Text("indgår igen i opgørelsen", "part of the computation again")
RULING = Text(
    "{ruled} efter departementets beslutning {day} ({reason}), {effect}",
    "{ruled} by the department's decision of {day} ({reason}), {effect}",
)
RULING_ON_GOAL = Text("Mål {key}: {ruling}", "Goal {key}: {ruling}")
RULING_ON_CRITERION = Text("Delmål {key}: {ruling}", "Criterion {key}: {ruling}")
CRITERIA_LEFT_ONE = {
    "withdrawn": Text("delmål {keys} er udgået", "criterion {keys} is withdrawn"),
    "not_measured": Text(
        "delmål {keys} måles ikke i år", "criterion {keys} is not measured this year"
    ),
}
CRITERIA_LEFT_MANY = {
    "withdrawn": Text("delmål {keys} er udgået", "criteria {keys} are withdrawn"),
    "not_measured": Text(
        "delmål {keys} måles ikke i år", "criteria {keys} are not measured this year"
    ),
}

# A goal that can be met in part.
GOAL_COUNTS = Text("{met} af {count} delmål er opfyldt", "{met} of {count} criteria are fulfilled")
GOAL_COUNT_PARTIAL = Text("{partial} delvist", "{partial} partly")
GOAL_COUNT_PENDING = Text("{pending} afventer", "{pending} are pending")
GOAL_BY_RULE = Text(
    "{counts}; kravet er {rule}; det giver {value}",
    "{counts}; the rule is {rule}; that gives {value}",
)
GOAL_COUNTED = Text("{counts}; kravet er {rule}", "{counts}; the rule is {rule}")
GOAL_OF_ONE = {
    "fulfilled": Text("{criterion} er opfyldt", "{criterion} is fulfilled"),
    "partial": Text("{criterion} er delvist opfyldt", "{criterion} is partly fulfilled"),
    "not_fulfilled": Text("{criterion} er ikke opfyldt", "{criterion} is not fulfilled"),
    "pending": Text("{criterion} afventer", "{criterion} is pending"),
}
GOAL_OF_ONE_GIVES = Text("{reason}; det giver {value}", "{reason}; that gives {value}")
GOAL_BY_MEAN = Text(
    "{counts}, og gennemsnittet er {arithmetic} = {value}",
    "{counts}, and the mean is {arithmetic} = {value}",
)
GOAL_BY_WEIGHTED_MEAN = Text(
    "{counts}, og det vægtede gennemsnit er {arithmetic} = {value}",
    "{counts}, and the weighted mean is {arithmetic} = {value}",
)
PARTLY_MET_GOAL = Text(
    "reglen for delvist opfyldt, {rule}, er opfyldt og giver {credit}",
    "the rule for partly fulfilled, {rule}, is met and gives {credit}",
)
MEAN = Text("gennemsnittet af {parts}", "the mean of {parts}")
WEIGHTED_MEAN = Text("det vægtede gennemsnit af {parts}", "the weighted mean of {parts}")
MEAN_PART = Text("{part} (vægt {weight})", "{part} (weight {weight})")
RULE_WITH_PARTIAL = Text(
    "{rule}; delvist opfyldt ({credit}) ved {partial}",
    "{rule}; partly fulfilled ({credit}) by {partial}",
)
RULE_WITH_PARTLY = Text(
    "{rule}; delvist opfyldt ved {partial}", "{rule}; partly fulfilled by {partial}"
)
BETWEEN = Text("mellem {low} og {high}", "between {low} and {high}")
GOAL_FINAL_PENDING = Text(
    "{reason}; det, der afventer, tæller som ikke opfyldt i årets sidste afrapportering",
    "{reason}; what is pending counts as not fulfilled in the final report of the year",
)
GOAL_WEIGHT = Text("målet vejer {weight}", "the goal weighs {weight}")
GOAL_POINTS = Text(
    "målet giver {earned} af {points} point ud af i alt {all}",
    "the goal earns {earned} of {points} points out of {all} in all",
)
GOAL_POINTS_OPEN = Text(
    "målet kan give {points} point ud af i alt {all}",
    "the goal can earn {points} points out of {all} in all",
)

COUNTED = {
    "running": Text("løbende optælling", "a running count"),
    "year": Text("årsresultat", "the year's result"),
    "once": Text("én måling", "one measurement"),
}
"""When a figure is settled, by `resultatplan.outcome.Counted`."""

# Why a rule cannot be read.
RULE_ODD = Text(
    "der står noget, som ikke hører hjemme i en regel",
    "there is something that does not belong in a rule",
)
RULE_MIXED = Text(
    "den blander og og eller; sæt parentes om det, der hører sammen",
    "it mixes og and eller; put parentheses around what belongs together",
)
RULE_CUT_SHORT = Text("den slutter for tidligt", "it ends too early")
RULE_UNWEIGHTED = Text(
    "ved vægtet gennemsnit har hver del sin vægt: »a og b: 2; c: 1«",
    "in a weighted mean each part has its weight: “a og b: 2; c: 1”",
)
RULE_TOO_MANY = Text(
    "der kan ikke opfyldes så mange af delmålene", "so many of the criteria cannot be met"
)
RULE_TOO_DEEP = Text("den har for mange parenteser i hinanden", "it is nested too deeply")
