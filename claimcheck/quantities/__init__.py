"""Quantities: every number of a text with its value, unit, bound and kind."""

from claimcheck.quantities.scan import scan

__all__ = ["scan"]
