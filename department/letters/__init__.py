"""The reply to each agency: a letter, a draft mail, and a copy of its workbook with comments."""
