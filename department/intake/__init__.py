"""From a folder to verdicts: files read once, examined in isolation, judged together."""
