"""What follows from the total where the plan has a table of it."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from resultatplan.bonus import Bonus, Frame, describe_frame


def frame(*pairs: tuple[float, float], **fields: object) -> Frame:
    table = [{"at": Decimal(str(at)), "pays": Decimal(str(pays))} for at, pays in pairs]
    return Frame.model_validate({"name": "Basisramme", "table": table, **fields})


LINE = ((60, 0), (80, 50), (100, 100))


@pytest.mark.parametrize(
    ("of", "total", "paid"),
    [
        (frame(*LINE), 59.99, 0),
        (frame(*LINE), 79.99, 0),
        (frame(*LINE), 80.0, 50),
        (frame(*LINE), 100.0, 100),
        (frame((66.67, 50)), 200 / 3, 50),
        (frame((66.67, 50)), 66.6, 0),
        (frame(*LINE, is_linear=True), 59.99, 0),
        (frame(*LINE, is_linear=True), 70.0, 25),
        (frame(*LINE, is_linear=True), 250 / 3, "58.33"),
        (frame((50, 10000), (100, 90000), unit="kr.", is_linear=True), 75.0, 50000),
        (frame((50, 10000), (100, 90000), unit="kr.", cap=40000, is_linear=True), 75.0, 40000),
        (frame((50, 10), (90, 100), cap=40000), 95.0, 100),
    ],
)
def test_what_a_total_pays(of, total, paid):
    assert of.payout(total) == Decimal(str(paid))


@pytest.mark.parametrize(
    ("pairs", "fields", "reason"),
    [
        (((60, 0), (60, 50)), {}, "the totals must rise"),
        (((60, 50), (80, 40)), {}, "the payments must not fall"),
        (((60, 0), (101, 50)), {}, "between 0 and 100 per cent"),
        (((60, -1),), {}, "no payment below 0"),
        (((60, 50),), {"is_linear": True}, "a line has at least two points"),
        (((60, 50),), {"cap": 0}, "greater than 0"),
        ((), {}, "at least 1 item"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(pairs, fields, reason):
    with pytest.raises(ValidationError, match=reason):
        frame(*pairs, **fields)


def test_two_frames_have_two_names():
    with pytest.raises(ValidationError, match=r"frames: “Basisramme” also stands in frames\[1\]\."):
        Bonus(text="Bonus.", frames=(frame((60, 50)), frame((70, 50))))


@pytest.mark.parametrize(
    ("of", "lang", "words"),
    [
        (frame((60, 0), (100, 100), is_linear=True), "da",
         "Basisramme: målopfyldelse på 60 pct. giver 0 pct., målopfyldelse på 100 pct. giver"
         " 100 pct., lineært imellem"),
        (frame((80, 50000), unit="kr.", cap=60000), "da",
         "Basisramme: målopfyldelse på 80 pct. giver 50.000 kr., uændret indtil næste trin;"
         " højst 60.000 kr."),
        (frame((80, 50)), "en",
         "Basisramme: a total of 80 per cent pays 50 per cent, unchanged until the next step"),
    ],
)  # fmt: skip
def test_a_frame_in_words(of, lang, words):
    assert describe_frame(of, lang) == words
