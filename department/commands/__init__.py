"""The commands of `rp`, one module each, with a function `command(lang)`."""
