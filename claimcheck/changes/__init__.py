"""Which figures changed between two versions of a transcript, whatever else was reworded."""

from claimcheck.changes.compare import compare_versions

__all__ = ["compare_versions"]
