"""Every word a person reads, Danish and English, and nothing else.

This package is the bottom of the house: it imports the standard library alone, so that the
functions inside Excel, the workbook, the findings and the command line can all speak with the
same words. One module per place where the words appear.
"""
