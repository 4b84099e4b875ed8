"""Each report is told what its case says, and nothing else."""

import shutil
from collections.abc import Iterator

import pytest

from resultatplan.plans_folder import plans_in
from tests.own_plans import EIGHT, EIGHT_FILE
from tests.validators.cases import CASES
from tests.validators.cases.case import ANY_FORMULA, REPORT
from tests.validators.damage import put
from tests.validators.reports import (
    NOT_CALCULATED,
    as_told,
    calculated_report,
    judged,
    judged_apart,
    values_in,
)
from texts.language import Language
from validators.verdict import Verdict

BOTH: tuple[Language, ...] = ("da", "en")


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Verdict]]:
    folder = tmp_path_factory.mktemp("plans")
    shutil.copy(EIGHT_FILE, folder / f"{EIGHT.id}.toml")
    with plans_in(folder):
        yield judged_apart(case.make() for case in CASES)


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: str(CASES[number]))
def test_a_report_is_told_this_and_nothing_else_in_whole_words(number, verdicts):
    case, verdict = CASES[number], verdicts[number]
    ignored = {NOT_CALCULATED} - {code for code, *_ in case.told}
    found = [each for each in verdict.findings if each.code not in ignored]
    assert [as_told(each) for each in found] == list(case.told), [each.message() for each in found]
    assert verdict.accepted == (not any(each.is_error for each in found))
    for each, (_, sheet, cell, key) in zip(found, case.told, strict=True):
        place = f"{sheet}!{cell}{f' ({key})' if key else ''}: " if sheet else ""
        for lang in BOTH:
            assert each.message(lang).startswith(place)
            for text in (each.message(lang), each.hint(lang)):
                assert text
                assert "{" not in text
                assert "None" not in text
        if each is found[0]:
            assert case.words in each.message()
            assert case.message in (None, each.message().removeprefix(place))
    if case.values is not None:
        shown, expected = values_in(found[0])
        assert shown == case.values[0]
        assert case.values[1] == (expected[:1] if case.values[1] is ANY_FORMULA else expected)
    if case.secured is not None:
        assert verdict.evaluation is not None
        assert verdict.evaluation.score.secured == pytest.approx(case.secured)


def test_a_changed_key_is_quoted_as_it_stands_where_its_row_looks_like_its_goals():
    without_its_kind = put(calculated_report(), {(REPORT, "A12"): "x", (REPORT, "D12"): None})
    kind, key = judged(without_its_kind).findings
    assert (kind.code, key.code, *values_in(key)) == ("RP-302", "RP-308", "x", "1.1.a")
