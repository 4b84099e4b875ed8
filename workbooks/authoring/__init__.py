"""The authoring workbook: a plan as a desk officer writes it in Excel, and reading it back."""
