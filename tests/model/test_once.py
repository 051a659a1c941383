"""What is held once stays as it was said."""

from __future__ import annotations

from decimal import Decimal

import claimcheck
from claimcheck.model.once import Once

TEXT = "BO BERG: The harbour shipped 9.40 million masks. It shipped 9.4 million masks, and over 300 gowns, in 2019."


def test_condensed_claims_are_the_very_same_and_share_what_is_equal() -> None:
    once = Once()
    claims = claimcheck.extract_claims(TEXT)
    condensed = [once.claim(claim) for claim in claims]
    assert repr(condensed) == repr(claims)
    one, two, _ = condensed
    assert one.signals is two.signals
    assert one.quantity.factor is two.quantity.factor


def test_numbers_keep_their_digits() -> None:
    once = Once()
    assert [str(once.number(Decimal(text))) for text in ("1", "1.0", "1")] == ["1", "1.0", "1"]
