"""What a model's columns are declared with."""


class Series:
    """A column: what it holds is pandera's to check."""
