"""Real programs that the tests let open, fill in and recalculate workbooks."""
