"""Claims: what each quantity measures, when, of whom, and how firmly it is said."""

from claimcheck.claims.extract import extract_claims

__all__ = ["extract_claims"]
