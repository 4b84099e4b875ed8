"""What the list of plans says of a plan that is not scored the usual way."""

from __future__ import annotations

from texts.language import Text

WEIGHTS = Text("målene vægter forskelligt", "the goals weigh differently")
POINTS = Text("målene giver point", "the goals earn points")
PARTIAL = Text("delvist opfyldt tæller {credit} pct.", "partly fulfilled counts {credit} per cent")
SCALES = Text("delmål med trin eller lineær skala", "criteria with steps or a linear scale")
MEANS = Text("mål opgjort som gennemsnit", "goals that are a mean")
LEFT = Text("udgået: {places}", "withdrawn: {places}")
NOT_MET = Text(
    "udgået, tæller som ikke opfyldt: {places}", "withdrawn, counts as not fulfilled: {places}"
)
