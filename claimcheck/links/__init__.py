"""Links: which figures belong together, and how."""

from claimcheck.links.considered import consider, count_pairs
from claimcheck.links.facts import link_facts
from claimcheck.links.link import link_claims

__all__ = ["consider", "count_pairs", "link_claims", "link_facts"]
