"""A claim as reports and tables show it."""

from datetime import date
from decimal import Decimal

import pytest

from claimcheck.model.claim import Claim, Period
from claimcheck.model.document import Speaker
from claimcheck.model.interval import Interval
from claimcheck.model.quantity import Bound, Kind, Quantity


@pytest.fixture
def billion_claim() -> Claim:
    low, high = Decimal("9E+9"), Decimal("9000000000.10")
    allowed = Interval(low, high)
    quantity = Quantity(
        *(300, 310, "$9 billion", low, high, "dollar", Bound.EXACT, Kind.MONEY, "money:dollar"),
        *(Decimal(1), Decimal(10**9), allowed, allowed),
    )
    return Claim(
        id="docs/port.txt:300",
        quantity=quantity,
        measure=("goods", "eastern"),
        unit="dollar",
        document="docs/port.txt",
        file="docs/port.txt",
        line=9,
        column=30,
        turn=2,
        sentence="The eastern harbour alone moved goods for $9 billion.",
        sentence_index=0,
        at=42,
        speaker=Speaker("Per Holm"),
        entities=("Eastport", "Westport"),
        period=Period("last year", date(2018, 1, 1), date(2018, 12, 31)),
    )
