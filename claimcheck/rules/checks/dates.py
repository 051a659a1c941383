"""Dates: a length of time must be what lies between its years."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from claimcheck.model.interval import Interval, plain_number
from claimcheck.model.link import Link, LinkKind
from claimcheck.model.quantity import Kind
from claimcheck.model.rule import Tolerance
from claimcheck.model.verdict import Outcome, Verdict
from claimcheck.rules.checks.check import Check
from claimcheck.rules.compare import UNDECIDED, read
from claimcheck.rules.wording import said, say_interval

# Days and months are unsaid, and first and last years may both be counted: 1999 to 2004 is four to six years.
SLACK = Decimal(1)
IN_YEARS = {"year": Decimal(1), "decade": Decimal(10), "century": Decimal(100)}


def check_dates(link: Link, tolerance: Tolerance) -> Verdict:
    """A length of time must lie between its years: "from 1999 to 2004, nine years" does not.

    Nor does "our 25th anniversary" in 2023 of what began in 1988.

    A year more or less is no clash, since days and months are unsaid.
    """
    lengths = link.of_role("length")
    years = {given.role: given for given in link.given}
    if len(lengths) != 1 or not {"from", "to"} <= years.keys() or lengths[0].quantity.unit not in IN_YEARS:
        return UNDECIDED
    quantity = lengths[0].quantity
    scale = 1 / IN_YEARS[quantity.unit]
    apart = years["to"].value - years["from"].value
    between = Interval(max(apart - SLACK, Decimal(0)), apart + SLACK).scaled(scale)
    given = read(quantity, quantity, tolerance)
    strict = given.strict.scaled(1 / quantity.factor)
    outcome = Outcome.FITS if strict.overlaps(between) else Outcome.STRICT
    figure, text = said(quantity), f"{years['from'].text} to {years['to'].text}"
    if quantity.kind is Kind.ORDINAL:
        figure, quantity = f"the {figure}", replace(quantity, text=f"{plain_number(quantity.low)} years")
    fits = "which fits" if outcome is Outcome.FITS else "which does not fit"
    return Verdict(
        outcome,
        f"{text} is {plain_number(apart)} years, not {figure}",
        (f"{text}: {say_interval(between, quantity)}", f"given: {figure}, {say_interval(strict, quantity)}: {fits}"),
        "",
        (say_interval(strict, quantity),),
    )


DATES = Check(
    "dates",
    frozenset({LinkKind.TIME_OF}),
    check_dates,
    "A length of time must be what lies between its years.",
)
