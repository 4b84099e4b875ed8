"""The Excel files: one layout, the templates, filling them, and reading what comes back.

Judges nothing: `validators` does, of what is read here.
"""
