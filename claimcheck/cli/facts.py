"""The options about facts, and what is said of rows that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console
from claimcheck.errors import FactError

if TYPE_CHECKING:
    from claimcheck.model.fact import FactOutcome

Facts = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE", help="Hold what is said against a table you trust: CSV, TSV, Parquet or YAML; may be repeated."
    ),
]
FactsColumns = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD=COLUMN",
        help="The columns of such tables that hold subject, measure, period, place, value, unit and source, "
        "as value=amount,subject=company; may be repeated.",
    ),
]


def tell_unread_facts(outcomes: Iterable[FactOutcome]) -> None:
    """Say which rows of a table of facts could not be read, and what was expected there."""
    from claimcheck.model.fact import FactStatus

    for outcome in outcomes:
        if outcome.status is FactStatus.UNREAD:
            console.tell(FactError(outcome.reason, outcome.place, outcome.hint))
