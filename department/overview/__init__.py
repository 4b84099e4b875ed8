"""The overview workbook: who has reported, how they stand, what is wrong where, what follows."""
