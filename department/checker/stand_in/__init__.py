"""What stands in for pandas and pandera in a browser, where there are none: a folder on the path.

It has the little of both that `validators.frames`, `schemas` and `failures` use, and gives what
they give (`tests/department/checker/test_stand_in.py`). The rules know nothing of it.
"""
