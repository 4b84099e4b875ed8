"""The checking page: the department's own rules in the agency's browser."""
