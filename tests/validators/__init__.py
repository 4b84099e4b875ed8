"""Reports that are right, and what is told when they are damaged."""
