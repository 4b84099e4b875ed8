"""Is this report right? Layers 1 to 7 of the findings, and the verdict.

A worker reads each file by itself (`report`): `structure` opens it and finds its plan, sheets and
tables, `content` settles each input cell (`inputs`), `integrity` compares all others with what was
agreed, `appearance` asks what can be seen of them, and `prefilled` what was carried into the
template. Then many reports are judged together (`verdict`): `frames` puts them before the
`schemas`; `content`, `consistency` and `score` have the words for what fails there, and `shown`
says what the formulas should show. `timing` says when a report came. Modules called `plan_…` judge
plans in Excel.

Knows nothing of the command line. Percentages are 82 in findings and verdicts, 0.82 in cells.
"""
