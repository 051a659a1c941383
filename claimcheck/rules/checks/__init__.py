"""The checks: small pure functions from a link and a tolerance to a verdict, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claimcheck.rules.checks.average import AVERAGE
from claimcheck.rules.checks.change import CHANGE
from claimcheck.rules.checks.check import Check, CheckFunction
from claimcheck.rules.checks.conversion import CONVERSION
from claimcheck.rules.checks.correction import CORRECTION
from claimcheck.rules.checks.count import COUNT
from claimcheck.rules.checks.dates import DATES
from claimcheck.rules.checks.event import EVENT
from claimcheck.rules.checks.growth import GROWTH
from claimcheck.rules.checks.magnitude import MAGNITUDE
from claimcheck.rules.checks.order import ORDER
from claimcheck.rules.checks.part_of import PART_OF
from claimcheck.rules.checks.period import PERIOD
from claimcheck.rules.checks.product import PRODUCT
from claimcheck.rules.checks.rates import RATES
from claimcheck.rules.checks.reference import REFERENCE
from claimcheck.rules.checks.remainder import REMAINDER
from claimcheck.rules.checks.restated import RESTATED
from claimcheck.rules.checks.running import RUNNING
from claimcheck.rules.checks.share import SHARE
from claimcheck.rules.checks.shares import SHARES
from claimcheck.rules.checks.sum import SUM
from claimcheck.rules.checks.swap import SWAP
from claimcheck.rules.checks.versions import VERSIONS

__all__ = ["CHECKS", "Check", "CheckFunction"]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        check.name: check
        for check in (
            *(RESTATED, CONVERSION, MAGNITUDE, SUM, REMAINDER, PART_OF, CHANGE, GROWTH, SHARES, PERIOD),
            *(
                VERSIONS,
                SWAP,
                SHARE,
                PRODUCT,
                RATES,
                AVERAGE,
                ORDER,
                RUNNING,
                COUNT,
                DATES,
                EVENT,
                CORRECTION,
                REFERENCE,
            ),
        )
    }
)
