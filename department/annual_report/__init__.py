"""Målrapportering for the annual report: the table of the goals, and analyses of those not met."""
