"""The sentences that say why a criterion or a goal is what it is."""

from __future__ import annotations

from texts.language import Text

FULFILLED = Text("Opfyldt", "Fulfilled")
NOT_FULFILLED = Text("Ikke opfyldt", "Not fulfilled")
PENDING = Text("Afventer", "Pending")

SENTENCE = Text("{verdict}: {reason}.", "{verdict}: {reason}.")

NO_RESULT = Text("intet resultat er indberettet endnu", "no result has been reported yet")
NO_BASIS = Text("grundlaget mangler", "the basis is missing")
NO_MEASURE = Text(
    "grundlag eller resultat mangler, så intet kan måles endnu",
    "basis or result is missing, so nothing can be measured yet",
)

AT_LEAST_MET = Text("{measured} når målet på {target}", "{measured} reaches the target of {target}")
AT_LEAST_MISSED = Text(
    "{measured} er under målet på {target}", "{measured} is below the target of {target}"
)
AT_MOST_MET = Text(
    "{measured} er ikke over målet på {target}", "{measured} is not above the target of {target}"
)
AT_MOST_MISSED = Text(
    "{measured} er over målet på {target}", "{measured} is above the target of {target}"
)
WITHIN_MET = Text(
    "afvigelsen på {measured} er inden for +/- {target}",
    "the deviation of {measured} is within +/- {target}",
)
WITHIN_MISSED = Text(
    "afvigelsen på {measured} er uden for +/- {target}",
    "the deviation of {measured} is outside +/- {target}",
)
REDUCTION_MET = Text(
    "faldet på {measured} når målet på mindst {target}",
    "the fall of {measured} reaches the target of at least {target}",
)
REDUCTION_MISSED = Text(
    "faldet på {measured} når ikke målet på mindst {target}",
    "the fall of {measured} does not reach the target of at least {target}",
)
REDUCTION_ROSE = Text(
    "en stigning på {measured} er ikke et fald på mindst {target}",
    "a rise of {measured} is not a fall of at least {target}",
)
BENCHMARK_MET = Text(
    "{measured} er ikke over sammenligningstallet på {target}",
    "{measured} is not above the benchmark of {target}",
)
BENCHMARK_MISSED = Text(
    "{measured} er over sammenligningstallet på {target}",
    "{measured} is above the benchmark of {target}",
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

DONE_YES = Text("meldt gennemført", "reported as done")
DONE_NO = Text("meldt ikke gennemført", "reported as not done")
DONE_OPEN = Text("intet er meldt endnu", "nothing has been reported yet")
ASSESSED_YES = Text("vurderet som opfyldt", "assessed as met")
ASSESSED_NO = Text("vurderet som ikke opfyldt", "assessed as not met")
ASSESSED_OPEN = Text("vurderingen foreligger ikke endnu", "the assessment is not there yet")

FINAL_PENDING = Text(
    "{reason}; tæller som ikke opfyldt i årets sidste afrapportering",
    "{reason}; counts as not fulfilled in the final report of the year",
)

GOAL_REASON = Text(
    "{met} af {count} delmål er opfyldt, og reglen er {rule}",
    "{met} of {count} criteria are fulfilled, and the rule is {rule}",
)
GOAL_REASON_PENDING = Text(
    "{met} af {count} delmål er opfyldt, {pending} afventer, og reglen er {rule}",
    "{met} of {count} criteria are fulfilled, {pending} are pending, and the rule is {rule}",
)

RULE_ALL = Text("alle ({parts})", "all of ({parts})")
RULE_ONE = Text("delmål {key}", "criterion {key}")
RULE_ANY = Text("mindst ét af ({parts})", "at least one of ({parts})")
RULE_LEAST = Text("mindst {least} af ({parts})", "at least {least} of ({parts})")
RULE_LAST = Text("{first} og {last}", "{first} and {last}")
