"""Reading what arrives: container, cells, tables. One reading, the one that Excel would show."""
