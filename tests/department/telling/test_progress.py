"""The progress bar: how many, how fast, how long yet; and nothing where nobody watches."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator

import pytest

from department.telling.progress import pace, watched


class Screen(io.StringIO):
    """Standard error that a person watches."""

    def isatty(self) -> bool:
        return True


def _slowly(count: int) -> Iterator[int]:
    for number in range(count):
        time.sleep(0.05)
        yield number


def test_the_items_come_through_and_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", "100")

    items = list(watched(_slowly(12), 12, show=True))

    assert items == list(range(12))
    assert "12/12" in screen.getvalue()
    assert "filer/s" in screen.getvalue()
    assert "s tilbage" in screen.getvalue()


@pytest.mark.parametrize("show", [True, False])
def test_nothing_is_shown_where_nobody_watches(
    show: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(watched(range(3), 3, show=show)) == [0, 1, 2]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("speed", "remaining", "words"),
    [
        (45.2, 540, "45 filer/s, 12 s tilbage"),
        (1.5, 3, "1,5 filer/s, 2 s tilbage"),
        (10, 1250, "10 filer/s, 2 min 5 s tilbage"),
        (None, 5, ""),
        (0, 5, ""),
    ],
)
def test_the_pace_in_words(speed: float | None, remaining: float, words: str) -> None:
    assert pace(speed, remaining, "da") == words


def test_the_pace_in_english() -> None:
    assert pace(1.5, 3, "en") == "1.5 files/s, 2 s left"
