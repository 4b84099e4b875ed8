"""Progress where somebody watches."""

import io

from department.screen import watched


class Screen(io.StringIO):
    """Standard error that a person watches."""

    def isatty(self) -> bool:
        return True


def test_items_come_through_and_are_counted_where_somebody_watches(monkeypatch, capsys):
    assert list(watched(range(3), 3)) == [0, 1, 2]
    assert capsys.readouterr().err == ""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", "100")
    assert list(watched(range(12), 12)) == list(range(12))
    assert "100%" in screen.getvalue()
