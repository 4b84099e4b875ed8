"""The Excel files: one layout, the templates, filling them, and reading what comes back.

Knows nothing of findings: `validators` judges what is read here.
"""
