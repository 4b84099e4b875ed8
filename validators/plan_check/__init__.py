"""Is a plan that was written in Excel whole? Findings with sheet and cell, and the plan itself."""
