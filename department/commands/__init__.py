"""The commands of `rp`, by what they are about. Each takes its arguments and has the desk do it."""
