"""Links: which figures belong together, and how."""

from claimcheck.links.link import link_claims

__all__ = ["link_claims"]
