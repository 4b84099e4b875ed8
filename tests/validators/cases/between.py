"""RP-508, RP-515 to RP-518: what may not change from one report to the next without a word."""

from dataclasses import dataclass, field
from datetime import date

from tests.validators.cases.case import Changes
from workbooks.form import Column

_YELLOW: Changes = {
    ("1.1.a", Column.STATUS): "Gul",
    ("1.1.a", Column.EXPLANATION): "To kurser er udskudt.",
}
_RED: Changes = {
    ("1.1.a", Column.STATUS): "Rød",
    ("1.1.a", Column.EXPLANATION): "To kurser  er\nudskudt.",
    ("1.1.a", Column.ACTION_PLAN): "Nye kurser holdes i januar.",
}


@dataclass(frozen=True)
class Between:
    """What the third quarter's report and the fourth's say otherwise than a complete one."""

    code: str
    cell: str
    key: str
    found: str
    expected: str
    before: Changes = field(default_factory=dict)
    now: Changes = field(default_factory=dict)


BETWEEN = (
    Between("RP-508", "I12", "1.1.a", "58", "60", {("1.1.a", Column.RESULT): 60},
            {("1.1.a", Column.RESULT): 58}),
    Between("RP-515", "K17", "1.2.b", "ikke opfyldt", "opfyldt",
            now={("1.2.b", Column.DONE): "Nej", ("1.2.b", Column.EXPLANATION): "Det er trukket"}),
    Between("RP-516", "P12", "1.1.a", "Rød", "Gul", _YELLOW, _RED),
    Between("RP-517", "J29", "1.7.a", "15-09-2020", "30-09-2020",
            now={("1.7.a", Column.DATE): date(2020, 9, 15)}),
    Between("RP-518", "H32", "2.1.a", "8 mio. kr.", "9 mio. kr.", now={("2.1.a", Column.BASIS): 8}),
)  # fmt: skip
"""Every code that only another report brings about."""
