"""What a project keeps beside its transcripts: its baseline, and what it wants kept silent."""

from claimcheck.project.baseline_file import BASELINE, read_baseline, write_baseline
from claimcheck.project.suppression_file import SUPPRESSIONS, read_suppressions

__all__ = ["BASELINE", "SUPPRESSIONS", "read_baseline", "read_suppressions", "write_baseline"]
