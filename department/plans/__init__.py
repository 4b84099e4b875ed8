"""The work with plans themselves: choosing, importing, migrating, prefilling, rehearsing."""
