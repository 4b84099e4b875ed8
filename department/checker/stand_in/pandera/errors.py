"""Where pandera has what a frame has against a model."""

from .pandas import SchemaErrors as SchemaErrors
