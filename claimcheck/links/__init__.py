"""Links: which figures belong together, and how."""

from claimcheck.links.considered import consider
from claimcheck.links.facts import consider_facts, link_facts
from claimcheck.links.link import Groundwork, Linked, link_claims
from claimcheck.links.reach import reach_of

__all__ = ["Groundwork", "Linked", "consider", "consider_facts", "link_claims", "link_facts", "reach_of"]
