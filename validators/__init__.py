"""Is this report right? Layers 1 to 7 of the findings, and the verdict.

Knows nothing of the command line. Percentages are 82 in findings and verdicts, 0.82 in cells.
"""
