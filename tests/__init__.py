"""The tests; their folders mirror the code.

Read `validators/test_every_code.py` first: a workbook for each finding. What tests are made with:

- `command.py`: the fixture `rp`, a command as it is typed, and what it printed
- `validators/reports.py`, `damage.py`: complete reports, and what people and programs do to them
- `workbooks/small_plan.py`: a plan with a criterion of every kind; `own_plans.py`: one's own
- `department/judged_files.py`: reports as they are judged; `desks.py`: desks of them
- `acceptance/random_plans.py`, `random_reports.py`: any plan, any report of it
- `xl_addin/golden_cases.py`: what each function answers, in every host
- `hosts/`: LibreOffice, Wine and Chromium, in which `acceptance/` types reports as a person does
- `hostile/`: whatever may arrive, and the verdict it must get
- `pins/`: what the code says of a fixed corpus, to be compared before and after a large change
"""
