"""What the plan says of the bonus, and what follows from the total where it agrees on a table.

The product computes what follows and never decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from resultatplan.exact import exact, rounded
from resultatplan.goals import Line, Model, Number, contradiction, repeated
from texts import findings as reasons
from texts import plans as say
from texts.functions import PERCENT
from texts.language import DANISH, Language, Text, quantity

_DECIMALS = 2
"""The table is read with the total as it is printed, and so is what it pays."""
_AMOUNT = "kr."


class Payment(Model):
    """A total in percent, and what it pays in the frame's unit."""

    at: Number
    pays: Number


class Frame(Model):
    """A frame (ramme) of the bonus, and how much of it each total pays.

    Below the first total of the table nothing is paid, between two what the lower one pays, or on
    the line between them where `is_linear`, above the last one what that pays.
    """

    name: Line
    unit: Literal["pct.", "kr."] = "pct."
    """Percent of the frame, or an amount."""
    table: tuple[Payment, ...] = Field(min_length=1)
    is_linear: bool = False
    cap: Annotated[Number, Field(gt=0)] | None = None
    """The most that is paid, in kr., whatever the table says."""

    def payout(self, total: float) -> Decimal:
        """What follows from a total (82 for 82 pct.), in the frame's unit."""
        reached = rounded(exact(total), _DECIMALS)
        below = [each for each in self.table if each.at <= reached]
        above = self.table[len(below) :]
        if not below:
            return Decimal(0)
        at, paid = below[-1].at, below[-1].pays
        if self.is_linear and above:
            paid += (reached - at) * (above[0].pays - paid) / (above[0].at - at)
        if self.is_amount and self.cap is not None:
            paid = min(paid, self.cap)
        return rounded(paid, _DECIMALS)

    @property
    def is_amount(self) -> bool:
        """Whether it pays an amount, not percent of a frame whose size the plan does not state."""
        return self.unit == _AMOUNT

    def mistakes(self) -> Iterator[Text]:
        """How its table contradicts itself."""
        totals, paid = [each.at for each in self.table], [each.pays for each in self.table]
        if not all(0 <= each <= 100 for each in totals) or min(paid) < 0:
            yield reasons.PAYOUT_OUTSIDE
        if totals != sorted(set(totals)) or paid != sorted(paid):
            yield reasons.PAYOUT_FALLS
        if self.is_linear and len(totals) == 1:
            yield reasons.PAYOUT_LINE

    @model_validator(mode="after")
    def _table_rises(self) -> Self:
        for reason in self.mistakes():
            raise contradiction("RP-869", "table", found=self.name, reason=reason)
        return self


class Bonus(Model):
    """What the text says about bonus and discretion, and the frames that a table pays."""

    text: Line
    discretion: Line | None = None
    share_of_bonus: Annotated[str, StringConstraints(pattern=r"^[0-9]+/[0-9]+$")] | None = None
    """The total's share in the bonus where the plan states one: `1/3`."""
    frames: tuple[Frame, ...] = ()

    @model_validator(mode="after")
    def _frames_differ(self) -> Self:
        for mistake in repeated([each.name for each in self.frames], "frames"):
            raise mistake
        return self


def describe_frame(frame: Frame, lang: Language = DANISH) -> str:
    """`Basisramme: målopfyldelse på 60 pct. giver 0 pct., 100 pct. giver 100 pct., lineært`."""
    payments = (
        say.PAYMENT(
            lang,
            total=quantity(each.at, PERCENT, lang),
            payment=quantity(each.pays, frame.unit, lang),
        )
        for each in frame.table
    )
    between = (say.PAYOUT_LINEAR if frame.is_linear else say.PAYOUT_STEPS)(lang)
    cap = "" if frame.cap is None else say.PAYOUT_CAP(lang, cap=quantity(frame.cap, _AMOUNT, lang))
    return say.FRAME(lang, frame=frame.name, payments=", ".join(payments), between=between, cap=cap)
