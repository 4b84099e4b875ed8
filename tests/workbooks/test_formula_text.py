"""When two formulas are the same formula, as different programs write it.

`tests/hostile/programs.py` has the suppliers of the functions.
"""

import pytest

from workbooks.formula_text import canonical

SAME = [
    ("=IF(A1=TRUE,1,0)", "=IF(A1=TRUE(),1,0)"),
    ("=IFERROR(RP_SCORE(E11,D11),0)", "=iferror(rp_score(E11,D11),0)"),
    ("=RP_GOAL(IF(A1,RP_SCORE(A2),0))+RP_SCORE(A3)",
     "=_xlfn.SINGLE(RP_GOAL(IF(A1,_xlfn.SINGLE(RP_SCORE(A2)),0)))+_xlfn.SINGLE(RP_SCORE(A3))"),
    ("=Stamdata!$B$10", "='Stamdata'!$B$10"),
    ("=Stamdata!$B$10", "=$Stamdata!$B$10"),
    ("=SUM( D11 , D12 )", "=SUM(D11,D12)"),
    ("=IF(A1,1,0)", "=IF(A1,\n 1,\n 0)"),
    ("=CONCAT(A1)", "=_xlfn.CONCAT(A1)"),
]  # fmt: skip

OTHER = [
    ('=IF(A1,"opfyldt","")', '=IF(A1,"Opfyldt","")'),
    ('=IF(A1,"ikke opfyldt","")', '=IF(A1,"ikkeopfyldt","")'),
    ("=IF(A1=TRUE,1,0)", "=IF(A1=FALSE(),1,0)"),
    ("=SUM(D11:D12)", "=SUM(D11:D13)"),
    ("=Stamdata!B10", "=Stamdata2!B10"),
    ("=A1-Stamdata!B10", "='A1-Stamdata'!B10"),
    ("=RP_SCORE(E11,D11)", "=[1]Ark1!RP_SCORE"),
    ("=RP_SCORE(E11,D11)", "=_xll.ANDEN_SCORE(E11,D11)"),
    ("=RP_SCORE(E11,D11)", "=_xldudf_ANDEN_RP_SCORE(E11,D11)"),
    ("=IFERROR(RP_SCORE(E11),0)", "=IFERROR(_xlfn.SINGLE(RP_SCORE(E11),0))"),
    ("=SUM(D11:D12)", "=_xlfn.SINGLE(SUM(D11:D12))"),
    ("=RP_SCORE(E11", "=_xlfn.SINGLE(RP_SCORE(E11"),
    ('=IF(A1,"_xlfn.","")', '=IF(A1,"","")'),
    ('="a ""b"""', '="a b"'),
]


@pytest.mark.parametrize(("formula", "other"), SAME)
def test_the_same_formula_in_another_spelling(formula, other):
    assert canonical(formula) == canonical(other)


@pytest.mark.parametrize(("formula", "other"), OTHER)
def test_another_formula(formula, other):
    assert canonical(formula) != canonical(other)


@pytest.mark.parametrize("name", ["Rapport", "Min rapport", "Jens' ark", "1+Ark", "RAPPORT"])
def test_formulas_follow_a_sheet_that_got_another_name(name):
    quoted = name.replace("'", "''")
    formula = f"=IF('{quoted}'!M11=\"opfyldt\",100,0)"
    agreed = '=IF(Afrapportering!M11="opfyldt",100,0)'
    assert canonical(formula, {name: "Afrapportering"}) == canonical(agreed)
    assert canonical(formula) != canonical(agreed)
