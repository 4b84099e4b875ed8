"""A copy of a received workbook with comments at its cells and a list of them; nothing else moves.

The copy is made part by part: what is not touched stays byte for byte, so that cached values,
charts and whatever else a library would lose are still there.
"""
