"""Watching an inbox: each file is judged when it has come whole."""
