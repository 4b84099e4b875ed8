"""Why a plan contradicts itself: what a hand-written plan file is refused for.

The words of a plan file (`at_least`, `partial_credit`) stand as they do in the file.
"""

from __future__ import annotations

from texts.language import Text

# The plan.
LAST_IS_FINAL = Text(
    "Netop den sidste periode skal have final = true.", "exactly the last period must be final"
)
PERIODS_IN_ORDER = Text(
    "Perioderne skal stå i den rækkefølge, de slutter.",
    "periods must stand in order of their end",
)
PERIODS_ALIKE = Text("To perioder har samme id eller navn.", "two periods share an id or a name")
GOALS_COUNTED = Text(
    "Planen har {found} mål, men stated_goals siger {stated}.",
    "the plan has {found} goals, but its text states {stated}",
)
GOAL_TWICE = Text("Målnummeret {goal} står to gange.", "a goal number stands twice: {goal}")
VALID_BACKWARDS = Text("valid_from ligger efter valid_to.", "valid_from is after valid_to")
DEADLINE_OUTSIDE = Text(
    "{key}: Fristen {deadline} ligger uden for planens gyldighed.",
    "{key}: the deadline is outside the plan's validity",
)
WEIGHTING_NEEDS = Text(
    "Mål {goal}: Vægtningen {weighting} kræver {name}.",
    "goal {goal}: the weighting {weighting} needs {name}",
)
WEIGHTING_TAKES_NO = Text(
    "Mål {goal}: Vægtningen {weighting} bruger ikke {name}.",
    "goal {goal}: the weighting {weighting} takes no {name}",
)
GOAL = Text("Mål {goal}", "goal {goal}")
CREDIT_NEEDED = Text(
    "{place} kan opfyldes delvist: Så skal [scoring] have partial_credit.",
    "{place} can be partly met: scoring needs a partial_credit",
)
WITHDRAWN_UNSAID = Text(
    "{place} er udgået: Så skal [scoring] sige, hvad det betyder (withdrawn).",
    "{place} is withdrawn: scoring needs to say what that means (withdrawn)",
)
ALL_WITHDRAWN = Text(
    "Alle mål er udgået: Der er intet tilbage at opgøre.",
    "every goal is withdrawn: nothing is left to score",
)

# Goals.
OTHER_GOALS_KEY = Text(
    "{key} hører ikke til mål {goal}: Nøglen skal begynde med målets nummer.",
    "{key} does not belong to goal {goal}",
)
KEY_TWICE = Text(
    "Mål {goal}: Nøglen {key} står to gange.", "goal {goal}: a criterion key stands twice: {key}"
)
RULE_UNREADABLE = Text(
    "Mål {goal}: {name} = »{rule}« kan ikke læses: {words}.", "goal {goal}: {reason}"
)
RULE_UNKNOWN = Text(
    "Mål {goal}: Reglen nævner {short}, som målet ikke har.",
    "goal {goal}: the rule names '{short}', which is not there",
)
RULE_LEAVES_OUT = Text(
    "Mål {goal}: Reglen nævner ikke {short}.", "goal {goal}: the rule leaves out '{short}'"
)
PARTIAL_RULE_UNKNOWN = Text(
    "Mål {goal}: partial_rule nævner {short}, som målet ikke har.",
    "goal {goal}: the partial_rule names '{short}', which is not there",
)
MEAN_TAKES_NO = Text(
    "Mål {goal}: combine = {combine} bruger ikke {name}.", "goal {goal}: {combine} takes no {name}"
)
MEAN_NEEDS_WEIGHT = Text(
    "{key}: weighted_mean kræver weight ved hvert delmål.",
    "{key}: a weighted_mean needs a weight",
)
WEIGHT_UNUSED = Text(
    "{key}: Kun mål med combine = weighted_mean bruger weight ved delmål.",
    "{key}: only a weighted_mean takes weights",
)

# Criteria.
NEEDS_TARGET = Text("{key}: Kravet {kind} skal have target.", "{key}: kind {kind} needs a target")
TAKES_NO_TARGET = Text(
    "{key}: Kravet {kind} bruger ikke target.", "{key}: kind {kind} takes no target"
)
NEEDS_UNIT = Text("{key}: Kravet {kind} skal have unit.", "{key}: kind {kind} needs a unit")
NEEDS_DEADLINE = Text(
    "{key}: Kravet {kind} skal have deadline.", "{key}: kind {kind} needs a deadline"
)
REDUCTION_IN_PERCENT = Text(
    '{key}: En reduktion angives i pct. (unit = "pct.").',
    "{key}: a reduction is stated in pct.",
)
NEEDS_ASSESSOR = Text(
    "{key}: Kravet {kind} skal have assessor.", "{key}: kind {kind} needs an assessor"
)
TAKES_NO_BASIS = Text(
    "{key}: Kravet {kind} bruger ikke basis og basis_text.", "{key}: kind {kind} takes no basis"
)
BASIS_ZERO = Text(
    "{key}: Ud fra et grundlag på 0 kan intet måles.", "{key}: a basis of 0 gives no measure"
)
HISTORY_IN_ORDER = Text(
    "{key}: Historikken skal have hvert år én gang, det ældste først.",
    "{key}: history must list each year once, oldest first",
)

# Scales.
TAKES_NO_PARTLY = Text(
    "{key}: Kravet {kind} kan ikke besvares med Delvist og bruger ikke partly.",
    "{key}: kind {kind} cannot be answered with Delvist: it takes no partly",
)
TAKES_NO_STEPS = Text(
    "{key}: Kravet {kind} bruger ikke steps.", "{key}: kind {kind} takes no steps"
)
TAKES_NO_LINEAR = Text(
    "{key}: Kravet {kind} bruger ikke linear.", "{key}: kind {kind} takes no linear"
)
TAKES_NO_PARTIAL_DEADLINE = Text(
    "{key}: Kravet {kind} bruger ikke partial_deadline.",
    "{key}: kind {kind} takes no partial_deadline",
)
SCALES_EXCLUDE = Text(
    "{key}: steps og linear kan ikke bruges samtidig.",
    "{key}: steps and linear exclude each other",
)
PARTIAL_DEADLINE_LATER = Text(
    "{key}: partial_deadline skal ligge efter deadline.",
    "{key}: the partial_deadline must be after the deadline",
)
STEP_IS_A_SIZE = Text(
    "{key}: Et trin for en afvigelse er dens størrelse og ikke under 0.",
    "{key}: a step of a deviation is its size, not below 0",
)
STEPS_NEARER = Text(
    "{key}: Hvert trin skal ligge nærmere måltallet end det forrige.",
    "{key}: each step must be nearer the target than the one before",
)
STEPS_COUNT_MORE = Text(
    "{key}: Hvert trin skal tælle mere end det forrige.",
    "{key}: each step must count more than the one before",
)
BENCHMARK_STEPS = Text(
    "{key}: At nå benchmark tæller 100; trinnene tæller mindre.",
    "{key}: reaching the benchmark counts 100: the steps of a benchmark count less",
)
LAST_STEP = Text(
    "{key}: Det sidste trin skal være måltallet og tælle 100.",
    "{key}: the last step must be the target and count 100",
)
LINE_TAKES_NO_FULL = Text(
    "{key}: linear bruger her ikke full; det er benchmark, som institutionen oplyser.",
    "{key}: linear takes no full: it is the benchmark that is reported",
)
LINE_NEEDS_FULL = Text(
    "{key}: linear skal have full, og det skal være måltallet.",
    "{key}: linear needs a full that is the target",
)
LINE_DIRECTION = Text(
    "{key}: linear skal løbe mod måltallet; zero ligger ikke på vejen til full.",
    "{key}: linear must run towards the target: zero is not on the way to full",
)
