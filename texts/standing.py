"""The words for how an agency, a goal or a criterion stands, in every view of the desk."""

from __future__ import annotations

from texts.language import Text

STATES = {
    "fulfilled": Text("opfyldt", "fulfilled"),
    "not_fulfilled": Text("ikke opfyldt", "not fulfilled"),
    "pending": Text("afventer", "pending"),
    "partial": Text("delvist opfyldt", "partly fulfilled"),
    "withdrawn": Text("udgået", "withdrawn"),
}
NOT_REPORTED_IN_FINAL = Text("ikke opfyldt (ikke oplyst)", "not fulfilled (not reported)")
PARTIAL_DEGREE = Text("delvist opfyldt ({degree} pct.)", "partly fulfilled ({degree} per cent)")
FORECASTS = {
    "Grøn": Text("Grøn", "Green"),
    "Gul": Text("Gul", "Yellow"),
    "Rød": Text("Rød", "Red"),
}

REQUIREMENTS = {
    "at_least": Text("mindst {target}", "at least {target}"),
    "at_most": Text("højst {target}", "at most {target}"),
    "within": Text("+/- {target}", "+/- {target}"),
    "reduction": Text("fald på mindst {target}", "a fall of at least {target}"),
    "benchmark": Text("højst {target}", "at most {target}"),
    "delivered_by": Text("senest {deadline}", "by {deadline}"),
    "done": Text("gennemført", "done"),
    "assessed": Text("vurderet som opfyldt", "assessed as met"),
}
BENCHMARK_UNKNOWN = Text("højst som sammenligningstallet", "at most the benchmark")

DEVIATION = Text("afvigelse {measured}", "deviation {measured}")
FALL = Text("fald {measured}", "fall {measured}")
RISE = Text("stigning {measured}", "rise {measured}")
DELIVERED = Text("leveret {day}", "delivered {day}")
NOT_DELIVERED = Text("ikke leveret", "not delivered")
DONE = Text("gennemført", "done")
NOT_DONE = Text("ikke gennemført", "not done")
DONE_PARTLY = Text("delvist gennemført", "partly done")
ASSESSED = Text("vurderet som opfyldt", "assessed as met")
NOT_ASSESSED = Text("vurderet som ikke opfyldt", "assessed as not met")
ASSESSED_PARTLY = Text("vurderet som delvist opfyldt", "assessed as partly met")
NOT_REPORTED = Text("ikke oplyst", "not reported")

ARITHMETIC_EQUAL = Text(
    "{met} af {count} mål opfyldt × 100/{count} = {total} pct.",
    "{met} of {count} goals fulfilled × 100/{count} = {total} per cent",
)
ARITHMETIC_WEIGHTED = Text("{terms} = {total} pct.", "{terms} = {total} per cent")
ARITHMETIC_TERM = Text("{weight} (mål {goal})", "{weight} (goal {goal})")
ARITHMETIC_PART = Text(
    "{weight} × {degree}/100 (mål {goal})", "{weight} × {degree}/100 (goal {goal})"
)
ARITHMETIC_NOTHING = Text("Intet mål er opfyldt = 0 pct.", "No goal is fulfilled = 0 per cent")
PENDING_GOALS = Text(
    "{count} mål afventer; opnåelig {attainable} pct.",
    "{count} goals are pending; attainable {attainable} per cent",
)
