"""What the screen shows: tables, reports, lists, progress."""
